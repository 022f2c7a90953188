using Resumai.Ocr.Lines;
using Resumai.Ocr.Raster;

namespace Resumai.Ocr.Marks;

/// <summary>
/// Rows of equal stars, discs or squares, and solid bars: they grade a skill and are read as letters if they are left on the page.
/// </summary>
internal static class GradeMarks
{
    /// <summary>Of an inch.</summary>
    private const double SmallestMark = 0.03, LargestMark = 0.25, LeastBarHeight = 0.02, LeastBarWidth = 0.35;
    /// <summary>Marks are about as wide as high; letters that are so do not stand four in a row.</summary>
    private const double Narrowest = 0.75, Broadest = 1.33;
    private const int Fewest = 4, FewestSolid = 3;
    /// <summary>Part of its box that a disc or a square fills; letters without what they enclose fill less.</summary>
    private const double Solid = 0.66;
    /// <summary>Parts of a mark's height: by which marks of a row differ in size and place, and the widest and least gap between them.</summary>
    private const double Same = 0.16, WideGap = 1.6, LeastGap = 0.05;
    private const double SameShape = 0.76, MostlyAlike = 0.6;
    private const double BarShape = 4, BarFilled = 0.8, BarSlant = 0.005, ThickBar = 0.03;
    /// <summary>Marks that are not reached are often pale.</summary>
    private const byte Ink = 205;
    private const byte BarInk = 150;
    /// <summary>Of an inch: a higher pale bar is the ground of a heading; part of its box that it fills.</summary>
    private const double HighestPaleBar = 0.1, PaleFilled = 0.88;

    /// <summary>The places of marks, in pixels.</summary>
    public static List<PixelBox> Find(GrayImage image, double dotsPerInch)
    {
        var pieces = InkPieces.Find(image, Ink);
        var dark = InkPieces.Find(image, BarInk).ToLookup(p => IsBar(image, p, dotsPerInch, BarInk, BarFilled));
        var found = dark[true].ToList();
        // With the part that is not reached, unless text stands in it.
        found.AddRange(pieces.Where(p => p.Height <= HighestPaleBar * dotsPerInch && IsBar(image, p, dotsPerInch, Ink, PaleFilled) && !dark[true].Contains(p) && !dark[false].Any(d => Contains(p, d))));
        var left = pieces.Where(p => p.Height >= SmallestMark * dotsPerInch && p.Height <= LargestMark * dotsPerInch && p.Width >= Narrowest * p.Height && p.Width <= Broadest * p.Height)
            .OrderBy(p => p.Left).ThenBy(p => p.Top).ToList();
        for (var start = 0; start < left.Count; start++)
        {
            var row = Row(left, start);
            if (!IsGrade(image, row, pieces)) continue;
            found.AddRange(row);
            left.RemoveAll(row.Contains);
            start--;
        }
        return found;
    }

    /// <summary>A copy of the image without the marks.</summary>
    public static GrayImage Without(GrayImage image, IReadOnlyList<PixelBox> marks)
    {
        if (marks.Count == 0) return image;
        var blank = new GrayImage(image.Width, image.Height, (byte[])image.Pixels.Clone());
        foreach (var mark in marks)
        {
            var part = mark.Grown(2).Within(image.Bounds);
            for (var y = part.Top; y < part.Bottom; y++) blank.Pixels.AsSpan(y * image.Width + part.Left, part.Width).Fill(byte.MaxValue);
        }
        return blank;
    }

    /// <summary>A piece and those that follow it to the right, as large as it and all as far from each other.</summary>
    private static List<PixelBox> Row(List<PixelBox> pieces, int start)
    {
        var row = new List<PixelBox> { pieces[start] };
        var pitch = 0;
        foreach (var piece in pieces.Skip(start + 1))
        {
            var (last, slack) = (row[^1], Same * row[0].Height + 2);
            if (piece.Left - last.Right > WideGap * last.Height) break;
            if (piece.Left < last.Right || Math.Abs(piece.Height - row[0].Height) > slack || Math.Abs(piece.Width - row[0].Width) > slack || Math.Abs(piece.Top - last.Top) > slack) continue;
            if (pitch > 0 && Math.Abs(piece.Left - last.Left - pitch) > slack) break;
            pitch = piece.Left - last.Left;
            row.Add(piece);
        }
        return row;
    }

    private static bool IsGrade(GrayImage image, List<PixelBox> row, IReadOnlyList<PixelBox> pieces)
    {
        if (row.Count < FewestSolid || !StandsAlone(row, pieces)) return false;
        var shapes = row.ConvertAll(p => Silhouette.Of(image, p, Ink));
        // Round zeros are as alike and as close to each other as rings are.
        if (!shapes.Exists(s => s.IsSolid)) return false;
        // Hollow ones at the end may be broken.
        var alike = shapes.Max(s => shapes.Count(other => other.Likeness(s) >= SameShape));
        return alike >= Math.Max(FewestSolid, MostlyAlike * row.Count) && (row.Count >= Fewest || shapes.TrueForAll(s => s.Filled >= Solid));
    }

    /// <summary>Nothing stands between the marks, nor as close before or after them as they stand to each other: letters of a word have others beside them.</summary>
    private static bool StandsAlone(List<PixelBox> row, IReadOnlyList<PixelBox> pieces)
    {
        var gaps = row.Zip(row.Skip(1), (a, b) => b.Left - a.Right).ToList();
        if (gaps.Min() < LeastGap * row[0].Height) return false;
        var (gap, marks) = (gaps.Max() + 3, row.Aggregate((a, b) => a.Union(b)));
        var all = marks with { Left = marks.Left - gap, Right = marks.Right + gap };
        return !pieces.Any(p => p.Left < all.Right && p.Right > all.Left && p.Top < all.Bottom && p.Bottom > all.Top && !row.Exists(r => Contains(r, p)));
    }

    private static bool Contains(PixelBox box, PixelBox other) => other.Left >= box.Left && other.Right <= box.Right && other.Top >= box.Top && other.Bottom <= box.Bottom;

    private static bool IsBar(GrayImage image, PixelBox piece, double dotsPerInch, byte ground, double filled)
    {
        if (piece.Height < LeastBarHeight * dotsPerInch || piece.Height > LargestMark * dotsPerInch || piece.Width < LeastBarWidth * dotsPerInch || piece.Width < BarShape * piece.Height) return false;
        var ink = 0;
        for (var y = piece.Top; y < Math.Min(piece.Bottom, image.Height); y++)
        {
            foreach (var value in image.Row(y)[piece.Left..Math.Min(piece.Right, image.Width)]) ink += value <= ground ? 1 : 0;
        }
        if (ink >= filled * piece.Width * piece.Height) return true;
        // A long one on a page that is not quite straight fills less of its box; a rule is thinner.
        return ink >= piece.Width * ThickBar * dotsPerInch && ink >= filled * piece.Width * (piece.Height - BarSlant * piece.Width);
    }
}
