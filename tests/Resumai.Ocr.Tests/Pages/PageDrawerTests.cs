using ImageMagick;
using Resumai.Hosting;
using Resumai.Ocr.Pages;
using Resumai.Reading;
using Resumai.Tests;
using Resumai.Tests.Reading;

namespace Resumai.Ocr.Tests.Pages;

/// <summary>Values lie where the picture shows them: along the middle of a box there is ink, just above and below it hardly any.</summary>
public sealed class PageDrawerTests
{
    private const int Width = 1190;
    private static readonly ParseOptions Options = new() { AsOf = new DateOnly(2026, 11, 25) };
    private readonly PageDrawer _drawer = new();

    [Theory]
    [InlineData("en-US-hvac--docx-messy-2--fax-tiff.tiff")]
    [InlineData("de-AT-koch--tabular-3--sideways-pdf.pdf")]
    [InlineData("en-IE-student--minimal-2--photo-jpg.jpg")]
    [InlineData("cs-kvalita--icons-only.pdf")]
    [InlineData("cs-kvalita--sidebar-left-1.pdf")]
    public void On_every_page_of_a_document_values_lie_on_their_ink(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Repository.Root, "corpus", "documents", name));
        using var recognizer = new TextRecognizer();
        var record = new CvParser(recognizer).Parse(bytes, Options).Record.ShouldNotBeNull();

        for (var page = 1; page <= record.Document.PageCount; page++)
        {
            var boxes = record.Evidence!.Values.Where(e => e.Page == page).SelectMany(e => e.Boxes).ToList();
            var drawn = _drawer.Draw(bytes, new DrawingRequest(page, Width, new ReadLimits(), boxes)).Page.ShouldNotBeNull();
            if (boxes.Count > 0) ShouldLieOnInk(drawn, boxes);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("/Rotate 90")]
    [InlineData("/Rotate 180")]
    [InlineData("/Rotate 270")]
    [InlineData("/CropBox[40 300 500 780]")]
    [InlineData("/Rotate 90/CropBox[40 300 500 780]")]
    [InlineData("/UserUnit 2")]
    public void However_a_page_is_turned_and_cut_letters_lie_on_their_ink(string page)
    {
        var bytes = new RawPdf("BT /F 20 Tf 60 700 Td (Example Bakery) Tj 0 -200 Td (Kneading) Tj ET") { Page = page }.Bytes();
        var read = DocumentReaders.Read(bytes, new ReadLimits()).Document.ShouldNotBeNull().Pages.ShouldHaveSingleItem();
        var boxes = read.Glyphs.Where(g => g.Text != " ").Select(g => new[] { g.Box.Left, g.Box.Top, g.Box.Right, g.Box.Bottom }).ToList();
        boxes.Count.ShouldBe(21);

        var drawn = _drawer.Draw(bytes, new DrawingRequest(1, Width, new ReadLimits(), boxes)).Page.ShouldNotBeNull();

        (drawn.Width, drawn.Height).ShouldBe((read.Width, read.Height));
        var pixels = Gray.Of(drawn);
        var scale = pixels.Width / drawn.Width;
        foreach (var box in boxes) Ink(pixels, box[0] * scale, box[1] * scale, box[2] * scale, box[3] * scale).ShouldBeGreaterThan(0.05, string.Join(' ', box));
        Ink(pixels, 0, 0, pixels.Width, pixels.Height).ShouldBeLessThan(0.02);
    }

    [Fact]
    public void What_has_no_such_page_is_refused_and_a_long_page_keeps_the_bound_of_pixels()
    {
        var bytes = new RawPdf("BT /F 20 Tf 60 700 Td (Example Bakery) Tj ET") { Page = "/CropBox[0 0 20 800]" }.Bytes();

        _drawer.Draw(bytes, new DrawingRequest(2, Width, new ReadLimits(), [])).Error.ShouldBe(DrawingResult.NoSuchPage);
        _drawer.Draw("nothing"u8.ToArray(), new DrawingRequest(1, Width, new ReadLimits(), [])).Error.ShouldBe(ParseError.Corrupt);
        var drawn = _drawer.Draw(bytes, new DrawingRequest(1, Width, new ReadLimits(), [])).Page.ShouldNotBeNull();
        var picture = Gray.Of(drawn);
        (picture.Width * picture.Height).ShouldBeLessThanOrEqualTo(DrawnPage.MostPixels);
        drawn.Png.Length.ShouldBeLessThan(DrawnPage.MostBytes);
        // What the server looks at before it passes a picture on.
        DrawnPage.Of(drawn.ToPayload()).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(0, 0x88)]
    [InlineData(16, 0x7F)]
    [InlineData(24, 16)]
    [InlineData(25, 6)]
    [InlineData(28, 1)]
    [InlineData(37, (byte)'t')]
    public void A_picture_that_is_another_than_it_should_be_is_not_passed_on(int at, byte value)
    {
        var png = PngWriter.Write(new PagePicture(2, 1, new byte[] { 1, 2, 3, 4, 5, 6 }));
        DrawnPage.Of(new DrawnPage(595, 842, png).ToPayload()).ShouldNotBeNull();

        DrawnPage.Of(new DrawnPage(595, 842, png.Concat("tail"u8.ToArray()).ToArray()).ToPayload()).ShouldBeNull();
        DrawnPage.Of(new DrawnPage(double.NaN, 842, png).ToPayload()).ShouldBeNull();
        png[at] = value;
        DrawnPage.Of(new DrawnPage(595, 842, png).ToPayload()).ShouldBeNull();
    }

    private static void ShouldLieOnInk(DrawnPage drawn, List<double[]> boxes)
    {
        var pixels = Gray.Of(drawn);
        var scale = pixels.Width / drawn.Width;
        (pixels.Height / drawn.Height).ShouldBe(scale, 0.01);
        var (within, beside) = (0.0, 0.0);
        foreach (var box in boxes)
        {
            var (left, right, height) = (box[0] * scale, box[2] * scale, (box[3] - box[1]) * scale);
            within += Contrast(pixels, left, (box[1] * scale) + (0.4 * height), right, (box[1] * scale) + (0.65 * height));
            beside += (Contrast(pixels, left, (box[1] * scale) - (0.2 * height), right, (box[1] * scale) - (0.05 * height))
                + Contrast(pixels, left, (box[3] * scale) + (0.05 * height), right, (box[3] * scale) + (0.2 * height))) / 2;
        }
        within.ShouldBeGreaterThan(2 * beside);
    }

    /// <summary>How far pixels of an area are from the ground, on which most of them are: white paper, a dark sidebar.</summary>
    private static double Contrast(Gray pixels, double left, double top, double right, double bottom)
    {
        var values = Values(pixels, left, top, right, bottom);
        if (values.Count == 0) return 0;
        var ground = values.Order().ElementAt(values.Count / 2);
        return values.Average(v => Math.Abs(v - ground)) / 255;
    }

    private static double Ink(Gray pixels, double left, double top, double right, double bottom) =>
        Values(pixels, left, top, right, bottom) is { Count: > 0 } values ? values.Average(v => 255 - v) / 255.0 : 0;

    private static List<int> Values(Gray pixels, double left, double top, double right, double bottom)
    {
        var values = new List<int>();
        for (var y = Math.Max(0, (int)Math.Round(top)); y < Math.Min(pixels.Height, Math.Max(Math.Round(bottom), Math.Round(top) + 1)); y++)
        {
            for (var x = Math.Max(0, (int)left); x < Math.Min(pixels.Width, right); x++) values.Add(pixels.Pixels[(y * pixels.Width) + x]);
        }
        return values;
    }

    private sealed record Gray(int Width, int Height, byte[] Pixels)
    {
        public static Gray Of(DrawnPage drawn)
        {
            using var image = new MagickImage(drawn.Png.ToArray());
            return new Gray((int)image.Width, (int)image.Height, image.ToByteArray(MagickFormat.Gray));
        }
    }
}
