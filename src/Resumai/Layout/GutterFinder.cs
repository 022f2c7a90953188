using Resumai.Reading;

namespace Resumai.Layout;

/// <summary>Finds the vertical strips without text that may part columns, the tallest first.</summary>
internal static class GutterFinder
{
    /// <summary>Narrowest gutter, in font sizes.</summary>
    private const double Narrowest = 0.6;
    /// <summary>Least height that text on both sides of it shares, in font sizes.</summary>
    private const double Shortest = 2.5;
    private const int Most = 48;

    public static List<Gutter> Find(IReadOnlyList<Segment> segments, double fontSize)
    {
        var byTop = segments.OrderBy(s => s.Box.Top).ToArray();
        var width = Narrowest * fontSize;
        var gutters = new List<(Gutter Gutter, double Height)>();
        var known = new HashSet<(int Left, int Top, int Bottom)>();
        foreach (var left in segments.Select(s => Math.Round(s.Box.Right, 1)).Distinct())
        {
            foreach (var (top, bottom) in FreeStretches(byTop, left, left + width))
            {
                if (Between(byTop, left, width, top, bottom, fontSize) is not { } found) continue;
                if (known.Add((found.Gutter.LeftSide.Count, (int)found.Gutter.Top, (int)found.Gutter.Bottom))) gutters.Add(found);
            }
        }
        return [.. gutters.OrderByDescending(g => g.Height).Take(Most).Select(g => g.Gutter)];
    }

    private static IEnumerable<(double Top, double Bottom)> FreeStretches(Segment[] byTop, double left, double right)
    {
        var top = double.NegativeInfinity;
        foreach (var segment in byTop)
        {
            if (segment.Box.Right <= left + 0.05 || segment.Box.Left >= right) continue;
            if (segment.Box.Top > top) yield return (top, segment.Box.Top);
            top = Math.Max(top, segment.Box.Bottom);
        }
        yield return (top, double.PositiveInfinity);
    }

    private static (Gutter Gutter, double Height)? Between(Segment[] byTop, double x, double width, double top, double bottom, double fontSize)
    {
        List<Segment> left = [], right = [];
        var (leftBox, rightBox) = (Box.None, Box.None);
        foreach (var segment in byTop)
        {
            if (segment.Box.CenterY < top) continue;
            if (segment.Box.CenterY > bottom) break;
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
}
