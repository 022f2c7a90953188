namespace Resumai.Fields.Entries;

/// <summary>
/// Tables whose first row says what stands in each column ("Period | Employer | Position"): the row itself is no entry, and the cells of those
/// below it know what they are.
/// </summary>
internal static class TableHeads
{
    private const int FewestColumns = 2;

    public static List<EntryLine> Apply(List<EntryLine> lines)
    {
        IReadOnlyList<EntryRole?>? columns = null;
        return lines.ConvertAll(line =>
        {
            if (Read(line) is { } head)
            {
                columns = head;
                return line with { IsIgnored = true, Date = null, Spot = DateSpot.None };
            }
            if (!line.Text.Text.Contains('\t')) columns = null;
            return columns is null ? line : line with { Columns = columns };
        });
    }

    /// <summary>The columns beside that of the dates. A second one of a kind is none of the parts that are looked for.</summary>
    private static List<EntryRole?>? Read(EntryLine line)
    {
        var cells = line.Text.Text.Split('\t', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (cells.Length < FewestColumns || line.Text.Text.Any(char.IsAsciiDigit)) return null;
        var (columns, labels, isKnown) = (new List<EntryRole?>(), 0, false);
        foreach (var cell in cells)
        {
            var isLabel = EntryLabels.TryGet(cell, out var role);
            if (isLabel || EntryLabels.IsAroundDate(cell)) labels++;
            if (EntryLabels.IsAroundDate(cell)) continue;
            isKnown |= role is not null;
            columns.Add(!isLabel ? null : role is null || columns.Contains(role) ? EntryRole.Other : role);
        }
        // One word that no list has may stand among those that make it a table's head.
        return isKnown && labels >= FewestColumns && labels >= cells.Length - 1 ? columns : null;
    }
}
