namespace Resumai.Layout;

/// <summary>Lines of one row of a data table: what stands beside the beginning of a cell becomes part of that cell's first line.</summary>
internal static class TableRows
{
    /// <summary>A cell up to so many characters on so many lines is a date or label rather than content.</summary>
    private const int ShortText = 48, ShortLines = 2;

    public static IEnumerable<IReadOnlyList<ParagraphLine>> Join(IReadOnlyList<IReadOnlyList<ParagraphLine>> cells)
    {
        if (cells.Count == 2 && cells[0].Count > 1 && cells[0].Count == cells[1].Count && cells[0].All(l => l.Pieces[^1].Word.Text.EndsWith(':')))
        {
            return cells[0].Zip(cells[1], (label, value) => (IReadOnlyList<ParagraphLine>)[label, value]);
        }
        // The cell whose first line takes the short ones in: the longest.
        var main = cells.MaxBy(c => c.Sum(l => l.Length))!;
        var at = cells.Index().First(c => ReferenceEquals(c.Item, main)).Index;
        if (!cells.All(c => ReferenceEquals(c, main) || IsShort(c))) return cells.SelectMany(c => c.Select(l => (IReadOnlyList<ParagraphLine>)[l]));

        IReadOnlyList<ParagraphLine> first = [.. cells.Take(at).SelectMany(c => c), main[0], .. cells.Skip(at + 1).SelectMany(c => c)];
        return main.Skip(1).Select(l => (IReadOnlyList<ParagraphLine>)[l]).Prepend(first);
    }

    private static bool IsShort(IReadOnlyList<ParagraphLine> cell) => cell.Count <= ShortLines && cell.Sum(l => l.Length) <= ShortText;
}
