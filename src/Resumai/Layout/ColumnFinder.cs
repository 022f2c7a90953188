using Resumai.Reading;

namespace Resumai.Layout;

/// <summary>
/// Cuts a page into regions: banners, columns, sidebars. A gutter is cut only if its sides are read one after the other;
/// what stands in rows stays together (<see cref="ColumnTest"/>). Cuts recursively, like an XY cut (Nagy and Seth, 1984).
/// </summary>
internal sealed class ColumnFinder(IGutterJudge? judge, Shapes shapes)
{
    private readonly List<Region> regions = [];
    /// <summary>Seams that a cut must win in all and for each row of the shorter side; below the last no rule may cut a gutter either.</summary>
    private const double AboutTheSame = 0.65, LeastGain = 0.9, LeastShare = 0.66, LeastOfWhole = 0.5, Veto = 0.1;
    /// <summary>Seams for each row that a cut behind the levels of skills wins at least.</summary>
    private const double BehindLevels = 0.8;
    /// <summary>Seams for each row by which cards must win more than columns.</summary>
    private const double Tie = 0.2;
    private const int Deepest = 6;
    private const int FewestSegments = 4;
    /// <summary>A column narrower than this part of its neighbour is a sidebar.</summary>
    private const double SidebarWidth = 0.75;
    /// <summary>A margin is so many times taller than a table in what stands beside it.</summary>
    private const double Taller = 1.3;
    /// <summary>Least part of the text's height that a sidebar runs along.</summary>
    private const double SidebarHeight = 0.35;

    /// <summary>The regions in reading order, main column before sidebars.</summary>
    /// <param name="shapes">What is painted on the page beside text.</param>
    public static List<Region> Find(IReadOnlyList<Segment> segments, IGutterJudge? judge = null, Shapes? shapes = null)
    {
        var finder = new ColumnFinder(judge, shapes ?? Shapes.None);
        if (segments.Count > 0) finder.Cut(LevelEnds.Join(segments), BlockRole.Body, 0, 0, []);
        return finder.regions;
    }

    private void Cut(IReadOnlyList<Segment> segments, BlockRole role, int column, int depth, IReadOnlyList<Gutter> margins)
    {
        var size = MedianSize(segments);
        List<Gutter> rows = [];
        if (depth < Deepest && segments.Count >= FewestSegments)
        {
            if (shapes.Panels.Count > 0 && PanelColumns.Find(segments, shapes.Panels) is { } ground)
            {
                CutAt(ground, segments, role, column, depth);
                return;
            }
            if (TimeLine.Find(segments, shapes.Marks) is { } entries)
            {
                CutCells(entries, role, column, depth, cell => regions.Add(new Region(role, column, cell, []) { BreaksHeads = true }));
                return;
            }
            if ((PanelCards.Find(segments, shapes.Panels) ?? CentredCells.Find(segments)) is { } cells)
            {
                CutCells(cells, role, column, depth, cell => Cut(cell, role, column, depth + 1, []));
                return;
            }
            var gutters = GutterFinder.Find(segments, size);
            HashSet<Gutter> vetoed = [];
            if (judge is not null && Best(gutters, RegionFrame.Of(segments, depth, size), out vetoed) is { } best)
            {
                // Columns that are set alike line for line are cards.
                if (best.Kind == GutterKind.Columns && Cards.Find(best.Stretch.Gutter) is { Count: > 0 } alike) CutCards(alike, segments, role, column, depth, margins);
                else if (best.Kind == GutterKind.Columns) CutAt(ColumnFoot.Trim(best.Stretch.Gutter) ?? best.Stretch.Gutter, segments, role, column, depth);
                else CutCards(CardRows.Find(ColumnFoot.WithoutHeading(best.Stretch.Gutter)), segments, role, column, depth, margins);
                return;
            }
            foreach (var gutter in gutters)
            {
                var apart = WithoutMargins(gutter, rows);
                if (depth == 0 && NameBlock.Find(apart) is { } name)
                {
                    CutCards([name], segments, role, column, depth, margins);
                    return;
                }
                var kind = ColumnTest.Judge(apart);
                if (kind == GutterKind.Columns && !vetoed.Contains(gutter))
                {
                    if (ColumnFoot.Trim(gutter) is not { } columns) continue;
                    CutAt(columns, segments, role, column, depth);
                    return;
                }
                if (!vetoed.Contains(gutter) && Cards.Find(apart) is { Count: > 0 } cards)
                {
                    CutCards(cards, segments, role, column, depth, [.. margins, .. rows.Where(r => r.IsMargin)]);
                    return;
                }
                if (kind != GutterKind.None) rows.Add(gutter);
            }
        }
        var parts = PackedCells.Split(segments);
        if (parts.Count == 1) regions.Add(new Region(role, column, segments, [.. rows, .. Within(margins, segments)]));
        else foreach (var part in parts) regions.Add(new Region(role, column, part, [.. Within([.. rows, .. margins], part)]));
    }

    /// <summary>Of the stretches that win most by a cut the one that leaves least out.</summary>
    private (GutterStretch Stretch, GutterKind Kind)? Best(List<Gutter> gutters, RegionFrame region, out HashSet<Gutter> vetoed)
    {
        var found = new List<(GutterStretch Stretch, GutterKind Kind, double Gain)>();
        var weak = new List<(GutterStretch Stretch, GutterKind Kind, double Gain)>();
        var known = new Dictionary<(Segment, Segment, Segment, int, int), double>();
        vetoed = new HashSet<Gutter>(ReferenceEqualityComparer.Instance);
        foreach (var gutter in gutters)
        foreach (var stretch in GutterStretch.Of(gutter, region.Size))
        {
            // Strips side by side part the same text.
            if (!known.TryGetValue(stretch.Key, out var share))
            {
                var gains = stretch.IsDates || stretch.SpansHeadings() ? new GutterGains(-1, -1) : judge!.Judge(stretch, region);
                // Text right behind the levels of a list is another column's.
                if (stretch.IsWhole && LevelEnds.EndAt(stretch)) gains = gains with { Columns = Math.Max(gains.Columns, BehindLevels) };
                known[stretch.Key] = share = Math.Max(gains.Columns, gains.Cards);
                var gain = share * GutterJudge.Weight(stretch);
                var kind = gains.Columns >= gains.Cards - Tie ? GutterKind.Columns : GutterKind.Cards;
                if (share >= LeastShare && gain >= LeastGain) found.Add((stretch, kind, gain));
                else if (stretch.IsWhole && share >= LeastOfWhole) weak.Add((stretch, kind, gain));
            }
            if (stretch.IsWhole && share < Veto) vetoed.Add(gutter);
        }
        if (found.Count == 0) return null;
        // A gutter of which a part is sure goes as far as it wins more in all.
        var whole = weak.FindAll(w => found.Exists(f => f.Gain < w.Gain && f.Stretch.Gutter.Left < w.Stretch.Gutter.Right && w.Stretch.Gutter.Left < f.Stretch.Gutter.Right));
        if (whole.Count > 0 && whole.MaxBy(w => w.Gain) is var longer && longer.Gain > found.Max(f => f.Gain)) return (longer.Stretch, longer.Kind);
        var most = found.Max(f => f.Gain);
        var best = found.Where(f => f.Gain >= AboutTheSame * most).MaxBy(f => f.Stretch.Left.Count + f.Stretch.Right.Count);
        return (best.Stretch, best.Kind);
    }

    private void CutCells(CellRows cells, BlockRole role, int column, int depth, Action<IReadOnlyList<Segment>> read)
    {
        if (cells.Above.Count > 0) Cut(cells.Above, role, column, depth + 1, []);
        foreach (var cell in cells.Cells) read(cell);
        // What follows is no part of it, so it is no deeper.
        if (cells.Below.Count > 0) Cut(cells.Below, role, column, depth, []);
    }

    private void CutAt(Gutter gutter, IReadOnlyList<Segment> segments, BlockRole role, int column, int depth)
    {
        var beside = gutter.LeftSide.Concat(gutter.RightSide).ToHashSet();
        // A heading in the margin stands beside what it heads.
        var edge = gutter.LeftSide.Min(s => s.Box.Left);
        var isAbove = segments.Where(s => !beside.Contains(s)).ToLookup(s => s.Box.CenterY <= gutter.Top || (s.Box.Right < edge && s.Box.Top < gutter.Bottom));
        var (above, below) = (isAbove[true].ToList(), isAbove[false].ToList());

        if (above.Count > 0) Cut(above, depth == 0 ? BlockRole.Banner : role, column, depth + 1, []);
        var (left, right) = (Width(gutter.LeftSide), Width(gutter.RightSide));
        // Lists side by side within a section are part of it, however narrow.
        var tall = gutter.Bottom - gutter.Top >= SidebarHeight * (segments.Max(s => s.Box.Bottom) - segments.Min(s => s.Box.Top));
        if (!tall) Sides(gutter.LeftSide, role, column, gutter.RightSide, role);
        else if (left < SidebarWidth * right) Sides(gutter.RightSide, role, column, gutter.LeftSide, BlockRole.Sidebar);
        else if (right < SidebarWidth * left) Sides(gutter.LeftSide, role, column, gutter.RightSide, BlockRole.Sidebar);
        else Sides(gutter.LeftSide, role, column, gutter.RightSide, role);
        if (below.Count > 0) Cut(below, role, column, depth + 1, []);

        void Sides(IReadOnlyList<Segment> first, BlockRole firstRole, int firstColumn, IReadOnlyList<Segment> second, BlockRole secondRole)
        {
            Cut(first, firstRole, firstColumn, depth + 1, []);
            Cut(second, secondRole, regions.Max(r => r.Column) + 1, depth + 1, []);
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

    private void CutCards(List<Gutter> cards, IReadOnlyList<Segment> segments, BlockRole role, int column, int depth, IReadOnlyList<Gutter> margins)
    {
        var inCards = cards.SelectMany(c => c.LeftSide.Concat(c.RightSide)).ToHashSet();
        var left = cards[0].LeftSide.Min(s => s.Box.Left);
        // A heading in the margin stands beside what it heads.
        var isAbove = segments.ToLookup(s => !inCards.Contains(s) && (s.Box.CenterY <= cards[0].Top || (s.Box.Right < left && s.Box.Top < cards[0].Bottom)));
        var above = isAbove[true].ToList();
        var below = isAbove[false].Where(s => !inCards.Contains(s)).ToList();
        if (above.Count > 0) Cut(above, role, column, depth + 1, margins);
        foreach (var row in cards)
        {
            Cut(row.LeftSide, role, column, depth + 1, []);
            Cut(row.RightSide, role, column, depth + 1, []);
        }
        if (below.Count > 0) Cut(below, role, column, depth + 1, margins);
    }

    private static double Width(IReadOnlyList<Segment> side) => side.Max(s => s.Box.Right) - side.Min(s => s.Box.Left);

    private static double MedianSize(IReadOnlyList<Segment> segments)
    {
        var sizes = segments.Select(s => s.Size).Order().ToArray();
        return sizes[sizes.Length / 2];
    }
}
