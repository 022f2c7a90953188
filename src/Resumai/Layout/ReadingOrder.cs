namespace Resumai.Layout;

/// <summary>
/// Puts the blocks of all pages into the order a person reads them: the main column over all pages, so that an entry that flows
/// over a page break stays whole, then the sidebars; a sidebar that opens the document with its largest text (the name) comes first.
/// </summary>
internal static class ReadingOrder
{
    public static IReadOnlyList<TextBlock> Sort(IReadOnlyList<TextBlock> blocks)
    {
        var sidebars = blocks.Where(b => b.Role == BlockRole.Sidebar).ToList();
        if (sidebars.Count == 0) return blocks;

        var rest = blocks.Where(b => b.Role != BlockRole.Sidebar).ToList();
        var first = Largest(sidebars.Where(b => b.Page == 1)) > 1.15 * Largest(rest.Where(b => b.Page == 1));
        // Within each side the same column on the next page goes on before another column begins.
        var byColumn = sidebars.OrderBy(b => b.Column).ThenBy(b => b.Page);
        return first ? [.. byColumn, .. rest] : [.. rest, .. byColumn];
    }

    private static double Largest(IEnumerable<TextBlock> blocks) =>
        blocks.SelectMany(b => b.Lines).Select(l => l.Font.Size).DefaultIfEmpty(0).Max();
}
