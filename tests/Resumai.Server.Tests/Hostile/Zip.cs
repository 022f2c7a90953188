using System.IO.Compression;
using System.Text;

namespace Resumai.Server.Tests.Hostile;

/// <summary>Makes packages part by part.</summary>
internal static class Zip
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static byte[] Of(params IReadOnlyList<(string Name, Action<Stream> Write)> parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, write) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                write(part);
            }
        }
        return file.ToArray();
    }

    /// <summary>A Word document with this body, an XML declaration before it where given, and further parts.</summary>
    public static byte[] Docx(string body, string before = "", params IReadOnlyList<(string Name, Action<Stream> Write)> parts) =>
        Docx(stream => stream.Write(Encoding.UTF8.GetBytes($"{before}<w:document xmlns:w=\"{Word}\"><w:body>{body}</w:body></w:document>")), parts);

    public static byte[] Docx(Action<Stream> document, params IReadOnlyList<(string Name, Action<Stream> Write)> parts) => Of(
    [
        Text("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"),
        Text("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"),
        .. parts,
        ("word/document.xml", document),
    ]);

    /// <summary>An ODT with this text body.</summary>
    public static byte[] Odt(string body, string before = "") => Of(
    [
        Text("mimetype", "application/vnd.oasis.opendocument.text"),
        Text("content.xml", $"{before}<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
            + $"xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\"><office:body><office:text>{body}</office:text></office:body></office:document-content>"),
    ]);

    public static (string Name, Action<Stream> Write) Text(string name, string text) => (name, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    public static (string Name, Action<Stream> Write) Bytes(string name, byte[] bytes) => (name, stream => stream.Write(bytes));

    /// <summary>One paragraph of a Word document.</summary>
    public static string Paragraph(string text) => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>";

    public static void Fill(Stream stream, byte with, long count)
    {
        var block = new byte[1 << 20];
        Array.Fill(block, with);
        for (; count > 0; count -= block.Length) stream.Write(block, 0, (int)Math.Min(block.Length, count));
    }

    public static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
