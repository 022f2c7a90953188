using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;

namespace Resumai.Ocr.Lines;

/// <summary>The band of a page whose words were read least surely: where letters are that the model does not know.</summary>
internal static class UnsureBand
{
    private const double Part = 0.2, Sure = 0.7;
    private const int Steps = 40;

    public static PixelBox Of(IReadOnlyList<RecognizedWord> words, PixelBox page)
    {
        var height = (int)(page.Height * Part);
        var top = Enumerable.Range(0, Steps).Select(i => page.Top + (page.Height - height) * i / (Steps - 1)).MaxBy(Doubt);
        return page with { Top = top, Bottom = top + height };

        int Doubt(int y) => words.Where(w => w.Confidence < Sure && w.Box.Top >= y && w.Box.Bottom <= y + height).Sum(w => w.Text.Length);
    }
}
