namespace Resumai.Layout;

/// <summary>
/// Puts the blocks of all pages into the order a person reads them: what stands above the columns, the sidebar left of the main
/// column, the main column over all pages, so that an entry that flows over a page break stays whole, then the sidebar right of it.
/// </summary>
internal static class ReadingOrder
{
    public static IReadOnlyList<TextBlock> Sort(IReadOnlyList<TextBlock> blocks)
    {
        var sidebars = blocks.Where(b => b.Role == BlockRole.Sidebar).ToList();
        if (sidebars.Count == 0) return blocks;

        var rest = blocks.Where(b => b.Role != BlockRole.Sidebar).ToList();
        var banner = rest.TakeWhile(b => b.Role is BlockRole.Banner or BlockRole.Header && b.Page == blocks[0].Page).ToList();
        // Within each side the same column on the next page goes on before another column begins.
        var left = sidebars.GroupBy(b => b.Column).Where(c => c.Sum(b => IsLeft(b, rest) ? b.Lines.Count : -b.Lines.Count) > 0).Select(c => c.Key).ToHashSet();
        var sides = sidebars.OrderBy(b => b.Column).ThenBy(b => b.Page).ToLookup(b => left.Contains(b.Column));
        return [.. banner, .. sides[true], .. rest.Skip(banner.Count), .. sides[false]];
    }

    /// <summary>Blocks of one column are left or right together, by most of its lines.</summary>
    private static bool IsLeft(TextBlock sidebar, List<TextBlock> rest)
    {
        if (sidebar.Box.IsNone) return false;
        var body = rest.FindAll(b => b.Page == sidebar.Page && b.Role == BlockRole.Body);
        var beside = body.FindAll(b => b.Box.VerticalOverlap(sidebar.Box) > 0);
        return body.Count > 0 && (beside.Count > 0 ? beside : body).TrueForAll(b => IsLeftOf(sidebar, b.Box.Left + 2));
    }

    /// <summary>Single lines may run over the edge of their column.</summary>
    private static bool IsLeftOf(TextBlock sidebar, double edge) => sidebar.Box.Left < edge && 2 * sidebar.Lines.Count(l => l.Box.Right <= edge) >= sidebar.Lines.Count;
}
