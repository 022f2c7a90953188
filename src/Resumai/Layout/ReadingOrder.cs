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
        var sides = sidebars.OrderBy(b => b.Column).ThenBy(b => b.Page).ToLookup(b => IsLeft(b, rest));
        return [.. banner, .. sides[true], .. rest.Skip(banner.Count), .. sides[false]];
    }

    private static bool IsLeft(TextBlock sidebar, List<TextBlock> rest)
    {
        var beside = rest.Where(b => b.Page == sidebar.Page && b.Role == BlockRole.Body).Select(b => b.Box).DefaultIfEmpty(Reading.Box.None).Aggregate((all, box) => all.Union(box));
        return sidebar.Box.Right <= beside.Left + 2;
    }
}
