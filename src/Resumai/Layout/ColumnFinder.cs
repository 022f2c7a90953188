using Resumai.Reading;

namespace Resumai.Layout;

/// <summary>
/// Cuts a page into regions: banners, columns, sidebars. A gutter is cut only if its sides are read one after the other;
/// what stands in rows stays together (<see cref="ColumnTest"/>). Cuts recursively, like an XY cut (Nagy and Seth, 1984).
/// </summary>
internal static class ColumnFinder
{
    private const int Deepest = 6;
    private const int FewestSegments = 4;
    /// <summary>A column narrower than this part of its neighbour is a sidebar.</summary>
    private const double SidebarWidth = 0.75;
    /// <summary>A margin is so many times taller than a table in what stands beside it.</summary>
    private const double Taller = 1.3;
    /// <summary>Least part of the text's height that a sidebar runs along.</summary>
    private const double SidebarHeight = 0.35;

    /// <summary>The regions in reading order, main column before sidebars.</summary>
    public static List<Region> Find(IReadOnlyList<Segment> segments)
    {
        var regions = new List<Region>();
        if (segments.Count > 0) Cut(segments, BlockRole.Body, 0, 0, [], regions);
        return regions;
    }

    private static void Cut(IReadOnlyList<Segment> segments, BlockRole role, int column, int depth, IReadOnlyList<Gutter> margins, List<Region> regions)
    {
        var size = MedianSize(segments);
        List<Gutter> rows = [];
        if (depth < Deepest && segments.Count >= FewestSegments)
        {
            foreach (var gutter in GutterFinder.Find(segments, size))
            {
                var apart = WithoutMargins(gutter, rows);
                if (depth == 0 && NameBlock.Find(apart) is { } name)
                {
                    CutCards([name], segments, role, column, depth, margins, regions);
                    return;
                }
                var kind = ColumnTest.Judge(apart);
                if (kind == GutterKind.Columns)
                {
                    if (ColumnFoot.Trim(gutter) is not { } columns) continue;
                    CutAt(columns, segments, role, column, depth, regions);
                    return;
                }
                if (Cards.Find(apart) is { Count: > 0 } cards)
                {
                    CutCards(cards, segments, role, column, depth, [.. margins, .. rows.Where(r => r.IsMargin)], regions);
                    return;
                }
                if (kind == GutterKind.Rows) rows.Add(gutter);
            }
        }
        regions.Add(new Region(role, column, segments, [.. rows, .. Within(margins, segments)]));
    }

    private static void CutAt(Gutter gutter, IReadOnlyList<Segment> segments, BlockRole role, int column, int depth, List<Region> regions)
    {
        var beside = gutter.LeftSide.Concat(gutter.RightSide).ToHashSet();
        var above = segments.Where(s => !beside.Contains(s) && s.Box.CenterY <= gutter.Top).ToList();
        var below = segments.Where(s => !beside.Contains(s) && s.Box.CenterY > gutter.Top).ToList();

        if (above.Count > 0) Cut(above, depth == 0 ? BlockRole.Banner : role, column, depth + 1, [], regions);
        var (left, right) = (Width(gutter.LeftSide), Width(gutter.RightSide));
        // Lists side by side within a section are part of it, however narrow.
        var tall = gutter.Bottom - gutter.Top >= SidebarHeight * (segments.Max(s => s.Box.Bottom) - segments.Min(s => s.Box.Top));
        if (!tall) Sides(gutter.LeftSide, role, column, gutter.RightSide, role);
        else if (left < SidebarWidth * right) Sides(gutter.RightSide, role, column, gutter.LeftSide, BlockRole.Sidebar);
        else if (right < SidebarWidth * left) Sides(gutter.LeftSide, role, column, gutter.RightSide, BlockRole.Sidebar);
        else Sides(gutter.LeftSide, role, column, gutter.RightSide, role);
        if (below.Count > 0) Cut(below, role, column, depth + 1, [], regions);

        void Sides(IReadOnlyList<Segment> first, BlockRole firstRole, int firstColumn, IReadOnlyList<Segment> second, BlockRole secondRole)
        {
            Cut(first, firstRole, firstColumn, depth + 1, [], regions);
            Cut(second, secondRole, regions.Max(r => r.Column) + 1, depth + 1, [], regions);
        }
    }

    /// <summary>What of margins found around a region stands in it.</summary>
    private static IEnumerable<Gutter> Within(IReadOnlyList<Gutter> margins, IReadOnlyList<Segment> segments)
    {
        if (margins.Count == 0) return [];
        var inRegion = segments.ToHashSet();
        return margins.Select(m => m with { LeftSide = [.. m.LeftSide.Where(inRegion.Contains)], RightSide = [.. m.RightSide.Where(inRegion.Contains)] })
            .Where(m => m.LeftSide.Count > 0 && m.RightSide.Count > 0);
    }

    /// <summary>What stands in a margin found before says nothing of the columns beside it.</summary>
    private static Gutter WithoutMargins(Gutter gutter, List<Gutter> rows)
    {
        var margins = rows.FindAll(r => r.Right < gutter.Left && r.IsMargin && r.Bottom - r.Top > Taller * (gutter.Bottom - gutter.Top));
        if (margins.Count == 0) return gutter;
        var inMargin = margins.SelectMany(m => m.LeftSide).ToHashSet();
        var left = gutter.LeftSide.Where(s => !inMargin.Contains(s)).ToList();
        return left.Count == 0 ? gutter : gutter with { LeftSide = left };
    }

    private static void CutCards(List<Gutter> cards, IReadOnlyList<Segment> segments, BlockRole role, int column, int depth, IReadOnlyList<Gutter> margins, List<Region> regions)
    {
        var inCards = cards.SelectMany(c => c.LeftSide.Concat(c.RightSide)).ToHashSet();
        var left = cards[0].LeftSide.Min(s => s.Box.Left);
        // A heading in the margin stands beside what it heads.
        var isAbove = segments.ToLookup(s => !inCards.Contains(s) && (s.Box.CenterY <= cards[0].Top || (s.Box.Right < left && s.Box.Top < cards[0].Bottom)));
        var above = isAbove[true].ToList();
        var below = isAbove[false].Where(s => !inCards.Contains(s)).ToList();
        if (above.Count > 0) Cut(above, role, column, depth + 1, margins, regions);
        foreach (var row in cards)
        {
            Cut(row.LeftSide, role, column, depth + 1, [], regions);
            Cut(row.RightSide, role, column, depth + 1, [], regions);
        }
        if (below.Count > 0) Cut(below, role, column, depth + 1, margins, regions);
    }

    private static double Width(IReadOnlyList<Segment> side) => side.Max(s => s.Box.Right) - side.Min(s => s.Box.Left);

    private static double MedianSize(IReadOnlyList<Segment> segments)
    {
        var sizes = segments.Select(s => s.Size).Order().ToArray();
        return sizes[sizes.Length / 2];
    }
}
