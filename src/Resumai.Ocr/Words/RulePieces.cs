using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;

namespace Resumai.Ocr.Words;

/// <summary>Tells a piece of a rule between columns, read as strokes, from a stroke: the rule goes on above or below the line.</summary>
internal static class RulePieces
{
    private const byte Ink = 190;
    private const string Strokes = "|!1Iíìîïl[]ÍÌÎ";
    private const int MostStrokes = 2;
    /// <summary>In heights of the word: how far a rule reaches beyond it.</summary>
    private const double Beyond = 0.7;

    public static bool IsOne(RecognizedWord word, GrayImage image)
    {
        if (word.Text.Length > MostStrokes || !word.Text.All(Strokes.Contains)) return false;
        var box = word.Box.Within(image.Bounds);
        var reach = (int)(Beyond * box.Height);
        for (var x = box.Left; x < box.Right; x++)
        {
            if (Runs(image, x, box.Top, -1, reach) || Runs(image, x, box.Bottom - 1, 1, reach)) return true;
        }
        return false;
    }

    /// <summary>Ink without a gap from a row on.</summary>
    private static bool Runs(GrayImage image, int x, int y, int step, int length)
    {
        for (var i = 0; i < length; i++, y += step)
        {
            if (y < 0 || y >= image.Height || image.Row(y)[x] > Ink) return false;
        }
        return true;
    }
}
