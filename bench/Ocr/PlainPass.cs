using Resumai.Ocr.Languages;
using Resumai.Ocr.Pages;
using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;
using Resumai.Reading;

namespace Resumai.Bench.Ocr;

/// <summary>What recognition is compared with: Tesseract over the page as it is, told the language.</summary>
internal static class PlainPass
{
    private static readonly EnginePool Engines = new(kept: 2);

    public static int Read(byte[] bytes, Resumai.Reading.DocumentFormat format, string language)
    {
        var document = new SourceDocument { Format = format, Pages = [new Page { Number = 1 }] };
        using var images = PageSource.Open(bytes, document, new ReadLimits()).Images!;
        var page = images.Render(1)!;
        var gray = new GrayImage(page.Width, page.Height);
        for (int i = 0, at = 0; i < gray.Pixels.Length; i++, at += 3) gray.Pixels[i] = (byte)((page.Colors[at] * 77 + page.Colors[at + 1] * 150 + page.Colors[at + 2] * 29) >> 8);
        var dotsPerInch = page.WidthInPoints > 0 ? (int)(page.Width / page.WidthInPoints * 72) : 200;
        return Engines.Use(ModelNames.Of(language), engine => engine.Read(gray, gray.Bounds, Segmentation.Page, dotsPerInch).Count, 0);
    }
}
