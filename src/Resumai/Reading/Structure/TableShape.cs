namespace Resumai.Reading.Structure;

/// <summary>Tells table rows that hold data from those used as columns of the page.</summary>
internal static class TableShape
{
    /// <summary>A cell with this many paragraphs is a column's run of text rather than one value.</summary>
    private const int Long = 4;
    /// <summary>A table with so many rows of one shape, few of them long on both sides, lists entries.</summary>
    private const int Rows = 4;

    public static bool IsFilled(CellNode cell) => Paragraphs(cell.Content) > 0;

    /// <summary>For each row, whether its cells are read one after the other, as columns of the page, rather than line by line.</summary>
    public static bool[] ColumnRows(TableNode table)
    {
        var columns = new bool[table.Rows.Count];
        foreach (var shape in table.Rows.Index().GroupBy(r => Shape(r.Item)))
        {
            var rows = shape.ToList();
            if (rows[0].Item.Cells.Count < 2) continue;
            var own = rows.Select(r => HasColumns(r.Item) || StandsInTallColumn(table, r.Index)).ToList();
            var count = own.Count(c => c);
            if (count == 0 || (rows.Count >= Rows && count * 2 <= rows.Count)) continue;

            var first = own.IndexOf(true);
            foreach (var (at, (row, node)) in rows.Index())
            {
                // Beside a row of columns, a row of the same shape goes on with them; above it only its headings do.
                columns[row] = own[at] || at > first || node.Cells.Where(IsFilled).All(c => Paragraphs(c.Content) > 1 || IsHeading(c));
            }
        }
        return columns;
    }

    private static string Shape(RowNode row) => string.Join(' ', row.Cells.Select(c => c.Column));

    private static bool HasColumns(RowNode row) => row.Cells.Count(c => Paragraphs(c.Content) >= Long) >= 2;

    /// <summary>True when a cell that began here or above with a column's run of text reaches over this row and others.</summary>
    private static bool StandsInTallColumn(TableNode table, int row)
    {
        foreach (var cell in table.Rows[row].Cells)
        {
            var first = row;
            while (first > 0 && Continues(table.Rows[first], cell.Column)) first--;
            var spans = first < row || (row + 1 < table.Rows.Count && Continues(table.Rows[row + 1], cell.Column));
            if (spans && table.Rows[first].Cells.FirstOrDefault(c => c.Column == cell.Column) is { } top && Paragraphs(top.Content) >= Long) return true;
        }
        return false;
    }

    private static bool Continues(RowNode row, int column) => row.Cells.Any(c => c.Column == column && c.Continues);

    private static bool IsHeading(CellNode cell) => cell.Content.OfType<ParagraphNode>().FirstOrDefault(p => p.Runs.Count > 0) is { } paragraph
        && (paragraph.OutlineLevel is not null || paragraph.Runs.All(r => r.Font.Bold || string.IsNullOrWhiteSpace(r.Text)));

    private static int Paragraphs(IReadOnlyList<Node> content) => content.Sum(n => n switch
    {
        ParagraphNode p => (p.Runs.Any(r => !string.IsNullOrWhiteSpace(r.Text)) ? 1 : 0) + p.Boxes.Sum(b => Paragraphs(b.Content)),
        TableNode t => t.Rows.Sum(r => r.Cells.Sum(c => Paragraphs(c.Content))),
        BoxNode b => Paragraphs(b.Content),
        _ => 0,
    });
}
