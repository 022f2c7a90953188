namespace Resumai.Layout;

/// <summary>What a gutter parts.</summary>
internal enum GutterKind
{
    /// <summary>Too little text to say: the rows are read across.</summary>
    None,
    /// <summary>Columns that are read one after the other.</summary>
    Columns,
    /// <summary>Cells of rows: dates or labels beside the entries they belong to, or a table.</summary>
    Rows,
}

/// <summary>
/// Tells columns from rows. Lines of two columns meet by chance; the cells of a margin begin on the line they belong to. So what
/// counts is how many cells (lines close under one another) of the sparser side begin on a base line of the other side, how
/// far apart the cells stand, and whether they look like dates.
/// </summary>
internal static class ColumnTest
{
    private const int FewestRows = 3;
    /// <summary>In font sizes: lines this close under one another make a cell.</summary>
    private const double CellLeading = 1.75;
    /// <summary>In font sizes: base lines this near are one, strictly and where the text looks like a date.</summary>
    private const double Aligned = 0.15, LooselyAligned = 0.45;
    private const double MostStarts = 0.75, AlmostAll = 0.88, MostlyDates = 0.5;
    /// <summary>The part of lines set close under another; sidebars have more, margins fewer.</summary>
    private const double Dense = 0.4;

    public static GutterKind Judge(Gutter gutter)
    {
        var (left, right) = (TextRow.Of(gutter.LeftSide), TextRow.Of(gutter.RightSide));
        if (left.Count < FewestRows && right.Count < FewestRows) return GutterKind.None;

        var (few, many) = left.Sum(r => r.Length) <= right.Sum(r => r.Length) ? (left, right) : (right, left);
        var cells = Cells(few);
        var starts = cells.Count > 2 ? cells.Skip(1).ToList() : cells;
        var dated = (double)cells.Count(c => c.Any(r => r.LooksDated)) / cells.Count;
        var aligned = (double)starts.Count(c => HasRowAt(many, c[0], Aligned)) / starts.Count;
        var loose = (double)starts.Count(c => HasRowAt(many, c[0], LooselyAligned)) / starts.Count;
        var dense = few.Count > 1 ? (double)(few.Count - cells.Count) / (few.Count - 1) : 0;

        if (dated >= MostlyDates && (aligned >= MostStarts || loose >= AlmostAll)) return GutterKind.Rows;
        if (aligned >= AlmostAll && dense < Dense) return GutterKind.Rows;
        if (OneToOne(few, many)) return GutterKind.Rows;
        return few.Count < FewestRows ? GutterKind.None : GutterKind.Columns;
    }

    private static bool OneToOne(List<TextRow> few, List<TextRow> many)
    {
        var beside = many.Where(r => r.Baseline > few[0].Baseline - r.Size && r.Baseline < few[^1].Baseline + r.Size).ToList();
        return few.Count(r => HasRowAt(many, r, Aligned)) >= AlmostAll * few.Count
            && beside.Count(r => HasRowAt(few, r, Aligned)) >= AlmostAll * beside.Count;
    }

    private static List<List<TextRow>> Cells(List<TextRow> rows)
    {
        var cells = new List<List<TextRow>>();
        foreach (var row in rows)
        {
            if (cells.Count > 0 && row.Baseline - cells[^1][^1].Baseline < CellLeading * Math.Min(row.Size, cells[^1][^1].Size)) cells[^1].Add(row);
            else cells.Add([row]);
        }
        return cells;
    }

    private static bool HasRowAt(List<TextRow> rows, TextRow row, double tolerance)
    {
        // Rows are sorted: look only around the place.
        var (low, high) = (0, rows.Count);
        var limit = tolerance * row.Size;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (rows[middle].Baseline < row.Baseline - limit) low = middle + 1;
            else high = middle;
        }
        return low < rows.Count && rows[low].Baseline <= row.Baseline + limit;
    }
}
