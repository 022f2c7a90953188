using Resumai.Ocr.Lines;
using Resumai.Ocr.Raster;

namespace Resumai.Ocr.Marks;

/// <summary>
/// Outlines around text (pills, cards, fields of forms): their sides are read as brackets and strokes if they are left on the page.
/// An outline is a piece of ink that runs thinly along all sides of its own box and holds other pieces; letters may touch it.
/// </summary>
internal static class TextFrames
{
    private const byte Ink = 205;
    private const int Factor = 2;
    /// <summary>Of an inch: the lowest outline, and the largest radius of a corner that is no half circle.</summary>
    private const double Lowest = 0.1, Corner = 0.2;
    /// <summary>In heights: what is narrower is a letter.</summary>
    private const double Broadest = 1.15;
    /// <summary>Pixels of half the resolution that a side is thick, and part of its length by which it may slant.</summary>
    private const int Thick = 3;
    private const double Slant = 0.004;
    /// <summary>Part of a side that has ink, and of a line just within it that has some at most: letters that touch it.</summary>
    private const double Whole = 0.9, Touched = 0.5;
    private const int FewestInside = 2;

    /// <summary>A copy of the image without such outlines; the image itself where there are none.</summary>
    public static GrayImage Without(GrayImage image, double dotsPerInch)
    {
        var small = image.Shrunk(Factor);
        var pieces = InkPieces.Find(image, Ink).ConvertAll(p => new PixelBox(p.Left / Factor, p.Top / Factor, p.Right / Factor, p.Bottom / Factor));
        var dots = dotsPerInch / Factor;
        byte[]? blank = null;
        foreach (var box in pieces.Where(p => p.Height >= Lowest * dots && p.Width >= Broadest * p.Height))
        {
            var radius = (int)Math.Min(box.Height / 2, Corner * dots);
            if (!IsOutline(small, box, radius) || pieces.Count(p => Holds(box, p)) < FewestInside) continue;
            blank ??= (byte[])image.Pixels.Clone();
            foreach (var (x, y) in Outline(small, box, radius)) Whiten(blank, image, new PixelBox(x * Factor - 1, y * Factor - 1, (x + 1) * Factor + 1, (y + 1) * Factor + 1).Within(image.Bounds));
        }
        return blank is null ? image : new GrayImage(image.Width, image.Height, blank);
    }

    private static void Whiten(byte[] pixels, GrayImage image, PixelBox part)
    {
        for (var y = part.Top; y < part.Bottom; y++) pixels.AsSpan(y * image.Width + part.Left, part.Width).Fill(byte.MaxValue);
    }

    private static int Band(int length) => Thick + (int)(Slant * length);

    private static bool IsOutline(GrayImage image, PixelBox box, int radius)
    {
        var (across, down) = (Band(box.Width), Band(box.Height));
        if (box.Height <= 2 * across + 2 || box.Width <= 2 * radius) return false;
        var (rows, columns) = (box with { Left = box.Left + radius, Right = box.Right - radius }, box with { Top = box.Top + radius, Bottom = box.Bottom - radius });
        return Columns(image, rows with { Bottom = box.Top + across }) >= Whole && Columns(image, rows with { Top = box.Bottom - across }) >= Whole
            && Columns(image, rows with { Top = box.Top + across, Bottom = box.Top + across + 1 }) <= Touched && Columns(image, rows with { Top = box.Bottom - across - 1, Bottom = box.Bottom - across }) <= Touched
            && (columns.Height <= 0 || (Rows(image, columns with { Right = box.Left + down }) >= Whole && Rows(image, columns with { Left = box.Right - down }) >= Whole));
    }

    /// <summary>Part of the columns of a box that have ink.</summary>
    private static double Columns(GrayImage image, PixelBox box)
    {
        var count = 0;
        for (var x = box.Left; x < box.Right; x++)
        {
            for (var y = box.Top; y < box.Bottom; y++)
            {
                if (image.Row(y)[x] > Ink) continue;
                count++;
                break;
            }
        }
        return count / (double)box.Width;
    }

    /// <summary>Part of the rows of a box that have ink.</summary>
    private static double Rows(GrayImage image, PixelBox box)
    {
        var count = 0;
        for (var y = box.Top; y < box.Bottom; y++) count += image.Row(y)[box.Left..box.Right].IndexOfAnyInRange((byte)0, Ink) >= 0 ? 1 : 0;
        return count / (double)box.Height;
    }

    /// <summary>The pixels of the piece that are its sides and corners: letters that touch it keep theirs.</summary>
    private static IEnumerable<(int X, int Y)> Outline(GrayImage image, PixelBox box, int radius)
    {
        var seen = new bool[box.Width * box.Height];
        var open = new Stack<(int X, int Y)>();
        var (across, down) = (Band(box.Width), Band(box.Height));
        // A slanting side is not in one row.
        for (var y = box.Top; y < box.Top + across; y++) Visit((box.Left + box.Right) / 2, y);
        while (open.TryPop(out var at))
        {
            var (fromSide, fromEnd) = (Math.Min(at.Y - box.Top, box.Bottom - 1 - at.Y), Math.Min(at.X - box.Left, box.Right - 1 - at.X));
            if (fromSide < across || fromEnd < down || (fromSide < radius && fromEnd < radius)) yield return at;
            for (var y = at.Y - 1; y <= at.Y + 1; y++)
            {
                for (var x = at.X - 1; x <= at.X + 1; x++) Visit(x, y);
            }
        }

        void Visit(int x, int y)
        {
            if (x < box.Left || y < box.Top || x >= box.Right || y >= box.Bottom || image.Row(y)[x] > Ink) return;
            var cell = (y - box.Top) * box.Width + x - box.Left;
            if (seen[cell]) return;
            seen[cell] = true;
            open.Push((x, y));
        }
    }

    private static bool Holds(PixelBox box, PixelBox piece) =>
        piece.Left > box.Left && piece.Right < box.Right && piece.Top > box.Top && piece.Bottom < box.Bottom && piece.Height > 2;
}
