using Resumai.Ocr.Raster;

namespace Resumai.Ocr.Contacts;

/// <summary>An at sign on a page, and what its ink tells of the address.</summary>
/// <param name="Word">From the first to the last letter that no space parts from it.</param>
/// <param name="Underscores">Those before it in its word, from left to right: recognisers take them for spaces.</param>
internal sealed record AtSign(PixelBox Box, PixelBox Word, IReadOnlyList<PixelBox> Underscores)
{
    /// <summary>In heights of the sign: the narrowest space, how far letters reach above and below it.</summary>
    private const double Space = 0.2, Above = 0.05, Below = 0.16;
    /// <summary>In heights of the sign: how far below its top an underscore is, how thick at most and how long at least.</summary>
    private const double Low = 0.72, Thick = 0.16, Long = 0.3;

    /// <param name="ink">The brightest that is ink.</param>
    public static AtSign Of(GrayImage image, PixelBox sign, int ink)
    {
        var rows = (sign with { Top = sign.Top - (int)(Above * sign.Height), Bottom = sign.Bottom + (int)Math.Ceiling(Below * sign.Height) }).Within(image.Bounds);
        var word = sign with { Left = End(image, rows, sign.Left, -1, ink), Right = End(image, rows, sign.Right - 1, 1, ink) + 1 };
        var underscores = new List<PixelBox>();
        for (var x = word.Left; x < sign.Left; x++)
        {
            var start = x;
            while (x < sign.Left && IsLow(image, rows, x, sign, ink)) x++;
            if (x - start >= Long * sign.Height) underscores.Add(sign with { Left = start, Right = x });
        }
        return new AtSign(sign, word, underscores);
    }

    /// <summary>The last column with ink before a space.</summary>
    private static int End(GrayImage image, PixelBox rows, int from, int step, int ink)
    {
        var last = from;
        for (var x = from; x >= 0 && x < image.Width && Math.Abs(x - last) <= Space * rows.Height; x += step)
        {
            if (Inked(image, rows, x, ink).Count > 0) last = x;
        }
        return last;
    }

    /// <summary>A thin stroke below the letters and nothing over it.</summary>
    private static bool IsLow(GrayImage image, PixelBox rows, int x, PixelBox sign, int ink) =>
        Inked(image, rows, x, ink) is { Count: > 0 } inked && inked.First >= sign.Top + Low * sign.Height && inked.Count <= Math.Max(2, Thick * sign.Height);

    private static (int Count, int First) Inked(GrayImage image, PixelBox rows, int x, int ink)
    {
        var (count, first) = (0, 0);
        for (var y = rows.Top; y < rows.Bottom; y++)
        {
            if (image.Pixels[y * image.Width + x] > ink) continue;
            if (count++ == 0) first = y;
        }
        return (count, first);
    }
}
