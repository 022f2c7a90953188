using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;

namespace Resumai.Ocr.Words;

/// <summary>Tells the mark of a list item (a disc, a square, a ring, a triangle) from the letter it is read as.</summary>
internal static class ListMark
{
    private const byte Ink = 150;

    /// <param name="next">The word after it, which says how large letters are here.</param>
    public static bool Looks(GrayImage image, RecognizedWord word, RecognizedWord next)
    {
        if (word.Text.Any(char.IsAsciiDigit)) return false;
        var box = Trim(image, word.Box.Within(image.Bounds));
        if (box is not { Width: > 1, Height: > 1 } mark) return false;
        var height = (double)Math.Max(1, next.Box.Height);
        // Standing free of the base line and lower than small letters.
        var floats = mark.Bottom < word.Baseline - 0.06 * height && mark.Height < 0.75 * height;
        if (!floats || mark.Width > 1.8 * mark.Height || mark.Height > 1.8 * mark.Width) return word.Confidence < 0.5 && !char.IsLetterOrDigit(word.Text[0]);
        return true;
    }

    private static PixelBox? Trim(GrayImage image, PixelBox box)
    {
        var (left, right, top, bottom) = (int.MaxValue, -1, int.MaxValue, -1);
        for (var y = box.Top; y < box.Bottom; y++)
        {
            var row = image.Row(y)[box.Left..box.Right];
            var first = row.IndexOfAnyInRange((byte)0, Ink);
            if (first < 0) continue;
            left = Math.Min(left, box.Left + first);
            right = Math.Max(right, box.Left + row.LastIndexOfAnyInRange((byte)0, Ink) + 1);
            top = Math.Min(top, y);
            bottom = y + 1;
        }
        return bottom < 0 ? null : new PixelBox(left, top, right, bottom);
    }
}
