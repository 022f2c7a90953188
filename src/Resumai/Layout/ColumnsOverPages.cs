using Resumai.Reading;

namespace Resumai.Layout;

/// <summary>
/// A column may go on on the next page where the other has ended: a page with nothing but text as narrow as the column that
/// reached farther down on the page before is the rest of that column.
/// </summary>
internal static class ColumnsOverPages
{
    /// <summary>Points by which the column must reach farther down than all others, and by which its rest may stand outside it.</summary>
    private const double Farther = 100, Outside = 2;

    public static List<TextBlock> Join(List<TextBlock> blocks)
    {
        foreach (var page in blocks.Select(b => b.Page).Distinct().Skip(1).ToList())
        {
            var rest = blocks.FindAll(b => b.Page == page && IsText(b));
            if (rest.Count == 0 || !rest.TrueForAll(b => b.Column == rest[0].Column && b.Role == BlockRole.Body)) continue;
            var before = blocks.FindAll(b => b.Page == page - 1 && b.Role != BlockRole.Banner && IsText(b));
            if (Longest(before) is not { } column || !Holds(column, rest)) continue;
            blocks.RemoveAll(rest.Contains);
            blocks.InsertRange(blocks.IndexOf(column[^1]) + 1, rest.Select(b => b with { Role = column[^1].Role, Column = column[^1].Column }));
        }
        return blocks;
    }

    private static bool IsText(TextBlock block) => !block.Box.IsNone && block.Role is not (BlockRole.Header or BlockRole.Footer);

    /// <summary>The column that ends well below all others, in reading order; null where there is no other or none does.</summary>
    private static List<TextBlock>? Longest(List<TextBlock> page)
    {
        var columns = page.GroupBy(b => b.Column).Select(c => c.ToList()).OrderByDescending(Bottom).ToList();
        return columns.Count > 1 && Bottom(columns[0]) > Bottom(columns[1]) + Farther ? columns[0] : null;
    }

    private static double Bottom(List<TextBlock> column) => column.Max(b => b.Box.Bottom);

    private static bool Holds(List<TextBlock> column, List<TextBlock> rest) =>
        rest.TrueForAll(b => b.Box.Left > column.Min(c => c.Box.Left) - Outside && b.Box.Right < column.Max(c => c.Box.Right) + Outside);
}
