using System.IO.Compression;
using System.Text;
using Resumai.Reading;
using Resumai.Reading.Pdf;

namespace Resumai.Tests.Reading;

/// <summary>Hostile and damaged pages: what is whole is read, what would never end is refused.</summary>
public class PdfRobustnessTests
{
    private const string Letters = "BT /F 12 Tf 40 700 Td (printed) Tj ET ";

    [Fact]
    public void A_damaged_operator_costs_only_itself() =>
        Text(Read(new RawPdf("/Nowhere Do /Nothing gs (x) w BT /G 12 Tf (lost) Tj ET Q Q Q EI " + Letters + "BT")).Document!).ShouldBe("printed");

    [Fact]
    public void A_stream_of_rubbish_is_passed_over()
    {
        var rubbish = string.Concat(Enumerable.Range(0, 200_000).Select(i => $"x{i % 97} "));
        Text(Read(new RawPdf("BI /W 1 /H 1 /BPC 8 /CS /G ID a EI " + rubbish + Letters)).Document!).ShouldBe("printed");
    }

    [Fact]
    public void Forms_that_draw_each_other_end()
    {
        const string form = "<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</A 6 0 R/B 7 0 R>>/Font<</F 5 0 R>>>>>>";
        Text(Read(new RawPdf("/A Do " + Letters) { Resources = "/XObject<</A 6 0 R/B 7 0 R>>", Objects = [(form, "/B Do"), (form, "/A Do")] }).Document!).ShouldBe("printed");
    }

    [Fact]
    public void Forms_that_multiply_are_too_complex()
    {
        var objects = Enumerable.Range(0, 12).Select(i => (
            $"<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</Next {RawPdf.FirstObject + i + 1} 0 R>>>>>>",
            (string?)string.Concat(Enumerable.Repeat("/Next Do ", 20)))).ToArray();
        Read(new RawPdf("/Next Do") { Resources = $"/XObject<</Next {RawPdf.FirstObject} 0 R>>", Objects = [.. objects, ("<</Type/XObject/Subtype/Form/BBox[0 0 600 800]>>", "0 g")] })
            .Error.ShouldBe(ParseError.TooComplex);
    }

    [Fact]
    public void A_stream_that_unpacks_to_more_than_is_read_is_too_complex()
    {
        using var packed = new MemoryStream();
        using (var deflater = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var spaces = new byte[1 << 20];
            for (var i = 0; i < 120; i++) deflater.Write(spaces);
        }
        Read(new RawPdf("/A Do") { Resources = "/XObject<</A 6 0 R>>", Objects = [("<</Type/XObject/Subtype/Form/BBox[0 0 1 1]/Filter/FlateDecode>>", Encoding.Latin1.GetString(packed.ToArray()))] })
            .Error.ShouldBe(ParseError.TooComplex);
    }

    [Fact]
    public void A_damaged_page_costs_only_itself_and_is_said_to()
    {
        var bytes = Encoding.Latin1.GetString(new RawPdf(Letters) { Objects = [("<</Type/Page/Parent 2 0 R/Contents 99 0 R/MediaBox(none)>>", null)] }.Bytes())
            .Replace("/Kids[3 0 R]/Count 1", "/Kids[3 0 R 6 0 R]/Count 2", StringComparison.Ordinal);
        var document = new PdfReader().Read(Encoding.Latin1.GetBytes(bytes), new ReadLimits()).Document.ShouldNotBeNull();
        string.Concat(document.Pages[0].Glyphs.Select(g => g.Text)).ShouldBe("printed");
        document.PageCount.ShouldBe(2);
    }

    private static ReadResult Read(RawPdf pdf) => new PdfReader().Read(pdf.Bytes(), new ReadLimits());

    private static string Text(SourceDocument document) => string.Concat(document.Pages[0].Glyphs.Select(g => g.Text));
}
