using Resumai.Reading;

namespace Resumai.Layout;

/// <summary>Finds the vertical strips without text that may part columns, the tallest first.</summary>
internal static class GutterFinder
{
    /// <summary>Narrowest gutter, in font sizes.</summary>
    private const double Narrowest = 0.3;
    /// <summary>Least height that text on both sides of it shares, in font sizes.</summary>
    private const double Shortest = 1.9;
    private const int Most = 64;
    /// <summary>Points that a line reaches up from its middle at most, for where to begin looking.</summary>
    private const double TallestLine = 100;

    public static List<Gutter> Find(IReadOnlyList<Segment> segments, double fontSize)
    {
        var byTop = segments.OrderBy(s => s.Box.Top).ToArray();
        var width = Narrowest * fontSize;
        var gutters = new List<(Gutter Gutter, double Height)>();
        var known = new HashSet<(int Left, int Top, int Bottom)>();
        foreach (var left in segments.Select(s => Math.Round(s.Box.Right, 1)).Distinct())
        {
            foreach (var (top, bottom) in FreeStretches(byTop, left, left + width, Shortest * fontSize))
            {
                if (Between(byTop, left, width, top, bottom, fontSize) is not { } found) continue;
                if (known.Add((found.Gutter.LeftSide.Count, (int)found.Gutter.Top, (int)found.Gutter.Bottom))) gutters.Add(found);
            }
        }
        return [.. gutters.OrderByDescending(g => g.Height).ThenByDescending(g => g.Gutter.LeftSide.Count + g.Gutter.RightSide.Count).Take(Most).Select(g => g.Gutter)];
    }

    private static IEnumerable<(double Top, double Bottom)> FreeStretches(Segment[] byTop, double left, double right, double shortest)
    {
        var top = double.NegativeInfinity;
        foreach (var segment in byTop)
        {
            if (segment.Box.Right <= left + 0.05 || segment.Box.Left >= right) continue;
            if (segment.Box.Top - top > shortest) yield return (top, segment.Box.Top);
            top = Math.Max(top, segment.Box.Bottom);
        }
        yield return (top, double.PositiveInfinity);
    }

    /// <summary>The strip between two heights: what is left of a gutter once rows that only happen to leave it free are taken off.</summary>
    public static Gutter? Between(Gutter gutter, double top, double bottom)
    {
        var left = gutter.LeftSide.Where(s => s.Box.CenterY > top && s.Box.CenterY < bottom).ToList();
        var right = gutter.RightSide.Where(s => s.Box.CenterY > top && s.Box.CenterY < bottom).ToList();
        return left.Count == 0 || right.Count == 0 ? null : gutter with
        {
            LeftSide = left, RightSide = right,
            Top = Math.Min(left.Min(s => s.Box.Top), right.Min(s => s.Box.Top)), Bottom = Math.Max(left.Max(s => s.Box.Bottom), right.Max(s => s.Box.Bottom)),
        };
    }

    private static (Gutter Gutter, double Height)? Between(Segment[] byTop, double x, double width, double top, double bottom, double fontSize)
    {
        List<Segment> left = [], right = [];
        var (leftBox, rightBox) = (Box.None, Box.None);
        for (var i = FirstBelow(byTop, top - TallestLine); i < byTop.Length && byTop[i].Box.Top < bottom; i++)
        {
            var segment = byTop[i];
            if (segment.Box.CenterY < top || segment.Box.CenterY > bottom) continue;
            if (segment.Box.Left < x)
            {
                left.Add(segment);
                leftBox = leftBox.Union(segment.Box);
            }
            else
            {
                right.Add(segment);
                rightBox = rightBox.Union(segment.Box);
            }
        }
        if (left.Count == 0 || right.Count == 0) return null;
        var height = leftBox.VerticalOverlap(rightBox);
        if (height < Shortest * fontSize || rightBox.Left - leftBox.Right < width) return null;
        var gutter = new Gutter(leftBox.Right, rightBox.Left, Math.Min(leftBox.Top, rightBox.Top), Math.Max(leftBox.Bottom, rightBox.Bottom), left, right);
        return (gutter, height);
    }

    private static int FirstBelow(Segment[] byTop, double top)
    {
        var (low, high) = (0, byTop.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (byTop[middle].Box.Top < top) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
