namespace Resumai.Layout;

/// <summary>
/// A narrow margin of headings breaks long ones over two rows or more. They are told from the labels of a table, which stand row by
/// row, by being few beside what they head and set unlike it.
/// </summary>
internal sealed class BrokenHeadings
{
    private const double Leading = 1.6, Aligned = 0.45;
    /// <summary>Rows of the margin for each row beside it, at most.</summary>
    private const double Few = 0.5;

    private readonly List<TextRow> _entries;
    private readonly List<RowBand> _bands;
    private readonly double _width;

    private BrokenHeadings(List<TextRow> entries, double width) => (_entries, _bands, _width) = (entries, RowBand.Of(entries), width);

    /// <summary>Null where the margin holds no headings.</summary>
    public static BrokenHeadings? Of(Gutter margin, List<TextRow> cells, List<TextRow> entries)
    {
        if (cells.Count < 2 || cells.Count > Few * entries.Count || cells.Count(IsDated) * 4 > cells.Count) return null;
        return new BrokenHeadings(entries, margin.Left - cells.Min(c => c.Box.Left));
    }

    public bool Continues(TextRow above, TextRow row)
    {
        if (IsDated(above) || IsDated(row) || !row.IsSetLike(above) || row.Baseline - above.Baseline > Leading * row.Size) return false;
        var (head, beside) = (Beside(above), Beside(row));
        if (head < 0 || _entries[head].IsSetLike(above)) return false;
        // A heading stands where something begins: what goes on without a space above begins nothing.
        if (beside >= 0 && _bands.Exists(b => b.Top == _entries[beside].Main.Box.Top)) return false;
        if (GoesOn(above, row)) return true;
        return beside >= 0 && !_entries[beside].IsSetLike(_entries[head]) && IsFull(above, row);
    }

    private static bool GoesOn(TextRow above, TextRow row)
    {
        var (last, next) = (above.Segments[^1].Words[^1].Text, row.Segments[0].Words[0].Text);
        return char.IsLower(next[0]) || last[^1] is '&' or '/' or '-' or ',' || next[0] is '&' or '/' || (above.Segments[^1].Words.Count > 1 && last.All(char.IsLower) && last.Length <= 3);
    }

    /// <summary>The next word had no room on the row above.</summary>
    private bool IsFull(TextRow above, TextRow row) =>
        above.Box.Width + (0.25 * row.Size) + row.Segments[0].Words[0].Box.Width > _width;

    private static bool IsDated(TextRow row) => row.Segments.Any(s => s.Words.Any(w => DateShape.HoldsYear(w.Text)));

    private int Beside(TextRow row) => _entries.FindIndex(e => Math.Abs(e.Baseline - row.Baseline) <= Aligned * row.Size);
}
