using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;

namespace Resumai.Ocr.Words;

/// <summary>Tells the mark of a list item (a disc, a square, a ring, a triangle) from the letter it is read as.</summary>
internal static class ListMark
{
    private const byte Ink = 150;

    /// <summary>Part of its box that a disc or square fills, and that no letter does; small letters fill less.</summary>
    private const double Solid = 0.6, Square = 0.84;
    /// <summary>A mark is lower than this part of a line's words, and than this where it also stands free of the base line.</summary>
    private const double Low = 0.52, Floating = 0.75;

    /// <summary>In heights of a line's words: the widest disc on a rule, and how much ink side by side and above each other only a disc has.</summary>
    private const double WidestDisc = 1.6, Thick = 0.45;

    /// <param name="height">The usual height of words in the line, in pixels.</param>
    public static bool Looks(GrayImage image, RecognizedWord word, double height)
    {
        if (word.Text is "-" or "–" or "—") return false;
        if (Trim(image, word.Box.Within(image.Bounds)) is not { Width: > 1, Height: > 1 } mark) return false;
        // No figure is so low.
        if (word.Text.Any(char.IsAsciiDigit)) return mark.Height < Low * height && mark.Width < Low * height && Filled(image, mark) >= Solid;
        if (mark.Width > 1.8 * mark.Height || mark.Height > 1.8 * mark.Width) return word.Confidence < 0.5 && !char.IsLetterOrDigit(word.Text[0]);

        var floats = mark.Bottom < word.Baseline - 0.06 * height && mark.Height < Floating * height;
        return floats || (mark.Height < Floating * height && Filled(image, mark) >= (mark.Height < Low * height ? Solid : Square));
    }

    /// <summary>A disc on the rule of a timeline: within one letter's place no letter has so much ink beside and above each other.</summary>
    public static bool IsOnRule(GrayImage image, RecognizedWord word, double height)
    {
        var box = word.Box.Within(image.Bounds);
        if (word.Text.Length > 2 || box.Width > WidestDisc * height) return false;
        var rows = 0;
        for (var y = box.Top; y < box.Bottom; y++) rows += LongestRun(image.Row(y)[box.Left..box.Right]) >= Thick * height ? 1 : 0;
        return rows >= Thick * height;
    }

    private static int LongestRun(ReadOnlySpan<byte> row)
    {
        var (longest, run) = (0, 0);
        foreach (var value in row)
        {
            run = value <= Ink ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }
        return longest;
    }

    private static double Filled(GrayImage image, PixelBox box)
    {
        var ink = 0;
        for (var y = box.Top; y < box.Bottom; y++)
        {
            foreach (var value in image.Row(y)[box.Left..box.Right]) ink += value <= Ink ? 1 : 0;
        }
        return ink / (double)(box.Width * box.Height);
    }

    /// <summary>The box of the ink within a box; null where none is.</summary>
    /// <param name="ink">The brightest that is ink.</param>
    internal static PixelBox? Trim(GrayImage image, PixelBox box, byte ink = Ink)
    {
        var (left, right, top, bottom) = (int.MaxValue, -1, int.MaxValue, -1);
        for (var y = box.Top; y < box.Bottom; y++)
        {
            var row = image.Row(y)[box.Left..box.Right];
            var first = row.IndexOfAnyInRange((byte)0, ink);
            if (first < 0) continue;
            left = Math.Min(left, box.Left + first);
            right = Math.Max(right, box.Left + row.LastIndexOfAnyInRange((byte)0, ink) + 1);
            top = Math.Min(top, y);
            bottom = y + 1;
        }
        return bottom < 0 ? null : new PixelBox(left, top, right, bottom);
    }
}
