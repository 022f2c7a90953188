using Resumai.Ocr.Lines;
using Resumai.Ocr.Raster;

namespace Resumai.Ocr.Marks;

/// <summary>
/// Rules under words that touch the tails of their letters: they make one piece of ink of a whole line, which recognisers take for a
/// drawing and leave out. Only the rule is taken off; strokes that cross it stay whole.
/// </summary>
internal static class Underlines
{
    private const byte Ink = 150, Trace = 205;
    /// <summary>Of an inch: a piece of letters on a rule is as wide at least and no higher, and the rule is no thicker.</summary>
    private const double Narrowest = 0.25, Highest = 0.4, Thickest = 0.024;
    /// <summary>In heights: what is narrower is a letter or a word whose letters have feet that touch; what is lower than some rules holds none.</summary>
    private const double Broad = 4, Rules = 2.5;
    /// <summary>Part of the columns that have ink in the rows of the rule, and part of those with no other ink near it.</summary>
    private const double Whole = 0.97, Bare = 0.4;
    /// <summary>Part of the height above which no rule is: a stroke through the words is none.</summary>
    private const double Lower = 0.55;
    /// <summary>Pixels by which a rule may slant, up or down, and of its edge that is paler than ink.</summary>
    private const int Slant = 2, Edge = 1;

    /// <summary>A copy of the image without such rules; the image itself where there are none.</summary>
    public static GrayImage Without(GrayImage image, double dotsPerInch)
    {
        var thickest = Math.Max(2, (int)(Thickest * dotsPerInch));
        byte[]? blank = null;
        foreach (var piece in InkPieces.Find(image, Ink).Where(p => p.Width >= Narrowest * dotsPerInch && p.Height <= Highest * dotsPerInch && p.Height >= Rules * thickest && p.Width >= Broad * p.Height))
        {
            var box = piece.Within(image.Bounds);
            if (Row(image, box) is not { } row) continue;
            var strokes = Enumerable.Range(box.Left, box.Width).Select(x => Stroke(image, x, row, box)).ToList();
            var rule = strokes.Where(s => s.Length > 0 && s.Length <= thickest).ToList();
            if (rule.Count < Bare * box.Width) continue;
            var thick = rule.Select(s => s.Length).Order().ElementAt(rule.Count / 2);
            blank ??= (byte[])image.Pixels.Clone();
            Erase(blank, image.Width, image.Height, box.Left, strokes, thick);
        }
        return blank is null ? image : new GrayImage(image.Width, image.Height, blank);
    }

    /// <summary>The row of the box around which nearly all columns have ink; null where there is none in its lower part.</summary>
    private static int? Row(GrayImage image, PixelBox box)
    {
        var best = (Part: 0.0, Row: 0);
        for (var y = box.Top + (int)(Lower * box.Height); y < box.Bottom; y++)
        {
            var inked = 0;
            for (var x = box.Left; x < box.Right; x++) inked += Near(image, x, y) ? 1 : 0;
            if (inked / (double)box.Width is var part && part > best.Part) best = (part, y);
        }
        return best.Part >= Whole ? best.Row : null;
    }

    private static bool Near(GrayImage image, int x, int y)
    {
        for (var at = Math.Max(0, y - Slant); at <= Math.Min(image.Height - 1, y + Slant); at++)
        {
            if (image.Row(at)[x] <= Ink) return true;
        }
        return false;
    }

    /// <summary>The rows of ink of a column at the rule, its grey edges too; empty where it has none.</summary>
    private static (int Top, int Bottom, int Length) Stroke(GrayImage image, int x, int row, PixelBox box)
    {
        var darkest = -1;
        for (var y = Math.Max(0, row - Slant); y <= Math.Min(image.Height - 1, row + Slant); y++)
        {
            if (image.Row(y)[x] <= Trace && (darkest < 0 || image.Row(y)[x] < image.Row(darkest)[x])) darkest = y;
        }
        if (darkest < 0) return default;
        var (top, bottom) = (darkest, darkest + 1);
        while (top > box.Top && image.Row(top - 1)[x] <= Trace) top--;
        while (bottom < Math.Min(image.Height, box.Bottom + Slant) && image.Row(bottom)[x] <= Trace) bottom++;
        return (top, bottom, bottom - top);
    }

    private static void Erase(byte[] pixels, int width, int height, int left, List<(int Top, int Bottom, int Length)> strokes, int thick)
    {
        var (top, bottom, _) = strokes.First(s => s.Length > 0 && s.Length <= thick + 1);
        foreach (var (i, stroke) in strokes.Index())
        {
            if (stroke.Length == 0) continue;
            // Where the rule is bare it tells where it goes on under letters.
            if (stroke.Length <= thick + 1) (top, bottom) = (stroke.Top, stroke.Bottom);
            // A letter that stands on the rule keeps what is above it; one that crosses it is not touched.
            if (stroke.Bottom > bottom + 1) continue;
            // What joins a letter to the rule is a blur, which would be read as a tail; the rule itself has paler edges.
            var first = stroke.Top < top ? Math.Max(stroke.Top, top - thick / 2) : stroke.Top - Edge;
            for (var y = Math.Max(0, first); y < Math.Min(height, Math.Min(bottom + 1, stroke.Bottom) + Edge); y++) pixels[y * width + left + i] = byte.MaxValue;
        }
    }
}
