using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;

namespace Resumai.Ocr.Words;

/// <summary>What the pixels of a word say of how it is set.</summary>
internal static class InkMeasure
{
    private const byte Ink = 150;

    /// <summary>
    /// Mean thickness of strokes in pixels: twice the area of the ink over the length of its outline. What is half as dark as the
    /// word's darkest ink is ink: grey text is not thinner than black.
    /// </summary>
    public static double StrokeWidth(GrayImage image, PixelBox box)
    {
        var part = box.Grown(1).Within(image.Bounds);
        var limit = (255 + Darkest(image, part)) / 2;
        var (area, outline) = (0, 0);
        for (var y = part.Top; y < part.Bottom; y++)
        {
            var row = image.Row(y);
            var below = y + 1 < part.Bottom ? image.Row(y + 1) : row;
            for (var x = part.Left; x < part.Right; x++)
            {
                var ink = row[x] < limit;
                if (ink) area++;
                if (x + 1 < part.Right && ink != row[x + 1] < limit) outline++;
                if (ink != below[x] < limit) outline++;
            }
        }
        return outline == 0 ? 0 : 2.0 * area / outline;
    }

    /// <summary>The grey that a twentieth of the pixels are not above.</summary>
    private static int Darkest(GrayImage image, PixelBox part)
    {
        Span<int> counts = stackalloc int[256];
        counts.Clear();
        for (var y = part.Top; y < part.Bottom; y++)
        {
            foreach (var value in image.Row(y)[part.Left..part.Right]) counts[value]++;
        }
        var (dark, seen) = (0, 0);
        while (dark < 255 && (seen += counts[dark]) * 20 < part.Width * part.Height) dark++;
        return dark;
    }

    /// <summary>The word's font size in pixels by the height of its ink above the base line; 0 when its letters do not tell.</summary>
    public static double FontSize(GrayImage image, RecognizedWord word, double baseline)
    {
        var rise = word.Text.Max(Rise);
        // These rise as high as a b in one typeface and no higher than an o in another.
        if (rise <= CrossBar && word.Text.AsSpan().IndexOfAny("φψфб") >= 0) return 0;
        // The dot of an i stands apart from its stem, but not where a t stands beside it.
        if (rise <= 0 || (rise <= CrossBar && rise > Small && word.Text.AsSpan().IndexOfAny('i', 'j') >= 0)) return 0;
        var height = baseline - Top(image, word.Box.Within(image.Bounds), (int)baseline);
        return height < 3 ? 0 : height / rise;
    }

    private const double CrossBar = 0.62, Small = 0.5;

    /// <summary>Part of the font size by which a letter rises over the base line without its accents, in most text faces; 0 for what differs too much.</summary>
    private static double Rise(char c) => c switch
    {
        'b' or 'd' or 'f' or 'h' or 'k' or 'l' or 'ß' or 'þ' or 'đ' or 'ł' => 0.73,
        't' => CrossBar,
        'β' or 'δ' or 'ζ' or 'θ' or 'λ' or 'ξ' => 0.69,
        _ when char.IsUpper(c) => 0.69,
        _ when char.IsAsciiDigit(c) => 0.67,
        _ when char.IsLower(c) => Small,
        _ => 0,
    };

    /// <summary>The top of the ink that stands on the base line without a blank row: neither accents, nor a rule above, nor the line above.</summary>
    private static int Top(GrayImage image, PixelBox box, int baseline)
    {
        var y = Math.Min(baseline - 2, box.Bottom - 1);
        while (y >= box.Top && image.Row(y)[box.Left..box.Right].IndexOfAnyInRange((byte)0, Ink) >= 0) y--;
        return y + 1;
    }
}
