using Resumai.Ocr.Lines;
using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;

namespace Resumai.Ocr.Contacts;

/// <summary>
/// At signs by their shape: a letter's bowl in a ring. From the middle of the bowl every way out crosses one stroke of the letter and one
/// of the ring, but for the way to the lower right, where the ring is open; between them is paper. Letters that touch the ring do not matter.
/// </summary>
internal static class AtSigns
{
    /// <summary>Of the height of the line: the lowest and the highest sign.</summary>
    private const double Lowest = 0.45, Highest = 1.3;
    /// <summary>Of the sign's height: the distance of the ring from the middle of the bowl to either side.</summary>
    private const double Narrow = 0.2, Broad = 0.72;
    /// <summary>Of the sign's height: the bowl, how far its middle is from the ring's, and the paper between bowl and ring.</summary>
    private const double LowestBowl = 0.18, HighestBowl = 0.68, Off = 0.12, Gap = 0.08;
    /// <summary>Part by which the ring is nearer or farther than an ellipse.</summary>
    private const double Uneven = 0.3;
    /// <summary>Part of the contrast between ink and paper by which a stroke is darker than what is beside it.</summary>
    private const double Stroke = 0.22;
    /// <summary>Part of the contrast by which ink is darker than paper.</summary>
    private const double Dark = 0.4;
    /// <summary>Part of the sign's height in columns that show it.</summary>
    private const double Columns = 0.05;
    private const int Margin = 3;
    private static readonly double Diagonal = Math.Sqrt(0.5);

    /// <summary>The signs in the lines of a page, and in its words where these are of several lines of ink: pale letters leave gaps in lines.</summary>
    public static IReadOnlyList<AtSign> Find(GrayImage image, IReadOnlyList<InkLine> lines, IReadOnlyList<RecognizedWord> words) =>
        [.. lines.Select(l => l.Box).Concat(words.Select(w => w.Box).Where(w => !lines.Any(l => Holds(l.Box, w)))).SelectMany(box => Find(image, box.Grown(Margin)))];

    private static bool Holds(PixelBox line, PixelBox word) =>
        Math.Min(line.Bottom, word.Bottom) - Math.Max(line.Top, word.Top) > line.Height / 2 && line.Left - Margin < word.Left && line.Right + Margin > word.Right;

    /// <summary>The signs in a line of text, from left to right.</summary>
    public static IReadOnlyList<AtSign> Find(GrayImage image, PixelBox line)
    {
        var part = line.Within(image.Bounds);
        if (part.Width < 3 || part.Height < 3) return [];
        var contrast = byte.MaxValue - Darkest(image, part);
        var least = Stroke * contrast;
        var found = new List<(PixelBox Box, int Columns)>();
        var column = new List<int>();
        for (var x = part.Left; x < part.Right; x++)
        {
            Strokes(image, x, part.Top, 0, 1, part.Height, least, column, 0);
            for (var i = 0; i + 3 < column.Count; i++)
            {
                if (Sign(image, x, part.Top + column[i], part.Top + column[i + 1], part.Top + column[i + 2], part.Top + column[i + 3], part.Height, least) is not { } box) continue;
                if (found.Count > 0 && Math.Abs(found[^1].Box.Left - box.Left) < box.Width / 3) found[^1] = (found[^1].Box.Union(box), found[^1].Columns + 1);
                else found.Add((box, 1));
                break;
            }
        }
        return [.. found.Where(f => f.Columns > Columns * f.Box.Height).Select(f => AtSign.Of(image, f.Box, (int)(byte.MaxValue - Dark * contrast)))];
    }

    private static PixelBox? Sign(GrayImage image, int x, int top, int upper, int lower, int bottom, int line, double least)
    {
        double height = bottom - top + 1, bowl = lower - upper, middle = (upper + lower) / 2.0;
        if (height < Lowest * line || height > Highest * line || bowl < LowestBowl * height || bowl > HighestBowl * height) return null;
        if (Math.Min(upper - top, bottom - lower) < Gap * height || Math.Abs(middle - (top + bottom) / 2.0) > Off * height) return null;
        var (y, reach) = ((int)Math.Round(middle), (int)(Broad * height));
        if (Ring(image, x, y, -1, 0, reach, least) is not { } left || Ring(image, x, y, 1, 0, reach, least) is not { } right) return null;
        if (left < Narrow * height || right < Narrow * height) return null;
        var (across, down) = ((left + right) / 2, height / 2);
        var slant = across * down / Math.Sqrt((across * across + down * down) / 2);
        foreach (var (dx, dy) in (ReadOnlySpan<(int, int)>)[(-1, -1), (1, -1), (-1, 1)])
        {
            if (Ring(image, x, y, dx * Diagonal, dy * Diagonal, (int)(slant * (1 + Uneven) + 1), least) is not { } ring || ring < slant * (1 - Uneven)) return null;
        }
        return new PixelBox((int)(x - left), top, (int)(x + right) + 1, bottom + 1);
    }

    /// <summary>How far the second stroke on the way is; null where there is none.</summary>
    private static double? Ring(GrayImage image, int x, int y, double dx, double dy, int reach, double least)
    {
        var strokes = new List<int>(2);
        Strokes(image, x, y, dx, dy, reach, least, strokes, 2);
        return strokes.Count == 2 ? strokes[1] : null;
    }

    /// <summary>Steps to the darkest places of the strokes on a way from paper.</summary>
    private static void Strokes(GrayImage image, int x, int y, double dx, double dy, int steps, double least, List<int> strokes, int most)
    {
        strokes.Clear();
        var (inStroke, light, dark, darkest) = (false, 0, 255, 0);
        if (most == 0) light = 255;
        for (var i = 0; i < steps; i++)
        {
            var (px, py) = (x + (int)Math.Round(dx * i), y + (int)Math.Round(dy * i));
            int value = px < 0 || py < 0 || px >= image.Width || py >= image.Height ? 255 : image.Pixels[py * image.Width + px];
            if (!inStroke)
            {
                light = Math.Max(light, value);
                if (value >= light - least) continue;
                (inStroke, dark, darkest) = (true, value, i);
            }
            else if (value < dark) (dark, darkest) = (value, i);
            else if (value > dark + least)
            {
                strokes.Add(darkest);
                if (strokes.Count == most) return;
                (inStroke, light) = (false, value);
            }
        }
        if (inStroke) strokes.Add(darkest);
    }

    private static int Darkest(GrayImage image, PixelBox part)
    {
        var counts = new int[256];
        for (var y = part.Top; y < part.Bottom; y++)
        {
            foreach (var value in image.Row(y)[part.Left..part.Right]) counts[value]++;
        }
        var (left, at) = (part.Width * part.Height / 50, 0);
        while (at < 255 && (left -= counts[at]) >= 0) at++;
        return at;
    }
}
