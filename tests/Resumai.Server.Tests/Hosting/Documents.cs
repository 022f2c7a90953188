using System.IO.Compression;
using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Resumai.Server.Tests.Hosting;

/// <summary>Documents made for a test; each text makes its own bytes.</summary>
public static class Documents
{
    private static int _count;

    /// <summary>A PDF of one page that no other has.</summary>
    public static byte[] Pdf() => Pdf($"Curriculum Vitae {Interlocked.Increment(ref _count)} {Guid.NewGuid()}", "Experience", "2019 - 2023 Baker, Example Bakery, Ghent");

    public static byte[] Pdf(params string[] lines)
    {
        using var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        var page = builder.AddPage(PageSize.A4);
        for (var i = 0; i < lines.Length; i++) page.AddText(lines[i], 12, new PdfPoint(50, 780 - (20 * i)), font);
        return builder.Build();
    }

    /// <summary>A PDF whose password nobody knows.</summary>
    public static byte[] EncryptedPdf()
    {
        var text = Encoding.Latin1.GetString(Pdf());
        var secret = new string('7', 64);
        var trailer = text.LastIndexOf("trailer", StringComparison.Ordinal);
        var inside = text.IndexOf("<<", trailer, StringComparison.Ordinal) + 2;
        return Encoding.Latin1.GetBytes(text.Insert(inside,
            $" /Encrypt << /Filter /Standard /V 1 /R 2 /O <{secret}> /U <{secret}> /P -4 >> /ID [<{secret[..32]}><{secret[..32]}>] "));
    }

    /// <summary>A PDF that says it goes on where it ends.</summary>
    public static byte[] CutPdf() => Pdf()[..200];

    /// <summary>Formats that no reader is meant for: a picture of old, an archive, a program, words without a form.</summary>
    public static byte[] Unread(string format) => format switch
    {
        "gif" => [.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0, .. ","u8, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, .. ";"u8],
        "zip" => Zip(),
        "exe" => [.. "MZ"u8, .. new byte[58], 0x40, 0, 0, 0, .. "PE\0\0"u8, .. new byte[200]],
        "text" => Encoding.UTF8.GetBytes("Just a text."),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such example."),
    };

    private static byte[] Zip()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create)) zip.CreateEntry("a.txt");
        return stream.ToArray();
    }
}
