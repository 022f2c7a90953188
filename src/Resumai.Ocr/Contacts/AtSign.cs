using Resumai.Ocr.Raster;

namespace Resumai.Ocr.Contacts;

/// <summary>An at sign on a page, and what its ink tells of the address.</summary>
/// <param name="Word">From the first to the last letter that no space parts from it.</param>
/// <param name="Underscores">Those before it in its word, from left to right: recognisers take them for spaces.</param>
internal sealed record AtSign(PixelBox Box, PixelBox Word, IReadOnlyList<PixelBox> Underscores)
{
    /// <summary>In heights of the sign: the narrowest space, how far letters reach above and below it.</summary>
    private const double Space = 0.2, Above = 0.05, Below = 0.16;
    /// <summary>In heights of the sign: how thick an underscore is at most and how long at least.</summary>
    private const double Thick = 0.16, Long = 0.3;
    /// <summary>Part of the columns of a word whose ink ends no lower than its base line.</summary>
    private const double Baseline = 0.65;

    /// <param name="ink">The brightest that is ink.</param>
    public static AtSign Of(GrayImage image, PixelBox sign, int ink)
    {
        var rows = (sign with { Top = sign.Top - (int)(Above * sign.Height), Bottom = sign.Bottom + (int)Math.Ceiling(Below * sign.Height) }).Within(image.Bounds);
        var word = sign with { Left = End(image, rows, sign.Left, -1, ink), Right = End(image, rows, sign.Right - 1, 1, ink) + 1 };
        var columns = Enumerable.Range(word.Left, sign.Left - word.Left).Select(x => Inked(image, rows, x, ink)).ToList();
        return new AtSign(sign, word, [.. LowStrokes(columns, Thick * sign.Height, Long * sign.Height).Select(u => sign with { Left = word.Left + u.Start, Right = word.Left + u.End })]);
    }

    /// <summary>Runs of columns with a thin stroke below the base line and nothing over it.</summary>
    private static IEnumerable<(int Start, int End)> LowStrokes(List<(int Count, int First, int Last)> columns, double thick, double length)
    {
        var ends = columns.Where(c => c.Count > 0).Select(c => c.Last).Order().ToList();
        if (ends.Count == 0) yield break;
        var baseline = ends[(int)(Baseline * ends.Count)];
        for (var i = 0; i < columns.Count; i++)
        {
            var start = i;
            while (i < columns.Count && columns[i] is { Count: > 0 } c && c.First >= baseline && c.Count <= Math.Max(2, thick)) i++;
            if (i - start >= length) yield return (start, i);
        }
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

    private static (int Count, int First, int Last) Inked(GrayImage image, PixelBox rows, int x, int ink)
    {
        var (count, first, last) = (0, 0, 0);
        for (var y = rows.Top; y < rows.Bottom; y++)
        {
            if (image.Pixels[y * image.Width + x] > ink) continue;
            if (count++ == 0) first = y;
            last = y;
        }
        return (count, first, last);
    }
}
