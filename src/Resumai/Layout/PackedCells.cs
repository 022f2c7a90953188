namespace Resumai.Layout;

/// <summary>
/// Finds two rows of cells that are each as wide as their longer text (a language over its level, set in a line): cells of a table
/// have widths of their own. Every cell is read whole.
/// </summary>
internal static class PackedCells
{
    /// <summary>Two cells may stand so by chance.</summary>
    private const int FewestCells = 3;
    /// <summary>In font sizes: the distance of the rows at most.</summary>
    private const double Leading = 1.75;
    /// <summary>Points: edges and gaps that are one.</summary>
    private const double Same = 1;

    /// <summary>The parts of a region in reading order: what stands above such cells, each cell, and what stands below them.</summary>
    public static List<IReadOnlyList<Segment>> Split(IReadOnlyList<Segment> segments)
    {
        var parts = new List<IReadOnlyList<Segment>>();
        var rest = segments;
        foreach (var (upper, lower) in Pairs(segments))
        {
            var cells = upper.Concat(lower).ToHashSet();
            var middle = upper[0].Box.CenterY;
            if (rest.Any(s => !cells.Contains(s) && s.Box.Bottom > upper[0].Box.Top && s.Box.Top < lower[0].Box.Bottom)) continue;
            if (rest.Where(s => s.Box.CenterY < middle && !cells.Contains(s)).ToList() is { Count: > 0 } above) parts.Add(above);
            for (var i = 0; i < upper.Count; i++) parts.Add([upper[i], lower[i]]);
            rest = [.. rest.Where(s => s.Box.CenterY > middle && !cells.Contains(s))];
        }
        if (rest.Count > 0) parts.Add(rest);
        return parts;
    }

    /// <summary>Pairs of rows, from top to bottom.</summary>
    private static List<(List<Segment> Upper, List<Segment> Lower)> Pairs(IReadOnlyList<Segment> segments)
    {
        var pairs = new List<(List<Segment>, List<Segment>)>();
        List<Segment> above = [], row = [];
        for (var i = 0; i <= segments.Count; i++)
        {
            if (i < segments.Count && row.Count > 0 && segments[i].Baseline == row[0].Baseline)
            {
                row.Add(segments[i]);
                continue;
            }
            if (row.Count >= FewestCells && above.Count == row.Count && ArePacked(above, row)) pairs.Add((above, row));
            (above, row) = (row, i < segments.Count ? [segments[i]] : []);
        }
        return pairs;
    }

    private static bool ArePacked(List<Segment> upper, List<Segment> lower)
    {
        if (lower[0].Baseline - upper[0].Baseline is var distance && (distance <= 0 || distance > Leading * lower[0].Size)) return false;
        var gap = 0.0;
        for (var i = 0; i < upper.Count; i++)
        {
            if (Math.Abs(upper[i].Box.Left - lower[i].Box.Left) > Same) return false;
            if (i == 0) continue;
            var here = upper[i].Box.Left - Math.Max(upper[i - 1].Box.Right, lower[i - 1].Box.Right);
            if (i == 1) gap = here;
            if (here < 0 || Math.Abs(here - gap) > Same) return false;
        }
        // Where one row is the longer in every cell, it may as well be a row of texts above or below another.
        return upper.Index().Any(u => u.Item.Box.Right > lower[u.Index].Box.Right) && upper.Index().Any(u => u.Item.Box.Right < lower[u.Index].Box.Right);
    }
}
