using System.Buffers.Binary;
using Resumai.Reading;
using Resumai.Tests.Reading;

namespace Resumai.Tests;

/// <summary>Pages told before recognition, by which the limits of a parse host grow: counted, never taken from what a file says of itself.</summary>
public class PageCountTests
{
    [Fact]
    public void The_pages_of_a_PDF_are_counted() =>
        Told(new RawPdf("BT /F 12 Tf 40 700 Td (printed) Tj ET").Bytes()).ShouldBe([1]);

    [Fact]
    public void A_DOCX_counts_as_one() => Told(Docx.Of("<w:p><w:r><w:t>printed</w:t></w:r></w:p>")).ShouldBe([1]);

    [Theory]
    [InlineData(3, false, 3)]
    [InlineData(3, true, 100)]
    [InlineData(500, false, 100)]
    public void The_directories_of_a_TIFF_are_counted_up_to_the_limit(int directories, bool circle, int pages) => Told(Tiff(directories, circle)).ShouldBe([pages]);

    private static List<int> Told(byte[] bytes)
    {
        var told = new List<int>();
        new CvParser().Parse(bytes, new ParseOptions { AsOf = new DateOnly(2026, 1, 1), Limits = new ReadLimits(), OnPages = told.Add });
        return told;
    }

    /// <summary>Directories without entries, each followed by the next.</summary>
    private static byte[] Tiff(int directories, bool circle)
    {
        var file = new byte[8 + directories * 6];
        "II*\0"u8.CopyTo(file);
        for (var i = 0; i <= directories; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(i == 0 ? 4 : 8 + i * 6 - 4), i < directories ? 8 + i * 6 : circle ? 8 : 0);
        }
        return file;
    }
}
