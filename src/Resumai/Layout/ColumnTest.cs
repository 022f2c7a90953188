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
    /// <summary>Rows of cells that hold several lines each: every cell is read whole.</summary>
    Cards,
}

/// <summary>
/// Tells columns from rows. The cells of a margin begin on a base line of the text beside them or where nothing stands beside
/// them (headings); the lines of two columns meet by chance. Where both columns keep to one grid of lines, cells that begin in
/// the middle of a paragraph of the other side give columns away.
/// </summary>
internal static class ColumnTest
{
    private const int FewestRows = 3;
    /// <summary>In font sizes: lines this close under one another make a cell.</summary>
    private const double CellLeading = 1.75;
    /// <summary>No margin cell has more lines; what follows in a longer one counts line by line.</summary>
    private const int LongestCell = 3;
    /// <summary>In font sizes: base lines this near are one, strictly and where the text looks like a date.</summary>
    private const double Aligned = 0.15, LooselyAligned = 0.45;
    /// <summary>The part of cells that may begin beside a line without being on it.</summary>
    private const double MostAstray = 0.2;
    private const double MostlyDates = 0.5;
    /// <summary>Below this part of its height a side is a margin rather than a column.</summary>
    private const double Sparse = 0.25, SparseDates = 0.4;
    /// <summary>The part of cells that may begin in the middle of a paragraph beside them.</summary>
    private const double MostWithin = 0.25;
    /// <summary>So many lines that all have a partner are no chance.</summary>
    private const int FewestInStep = 4;
    private const double ListItems = 0.4;
    /// <summary>Points by which edges that are one may differ, the part of lines at it, and of how many lines it can be told.</summary>
    private const double SameEdge = 2, AtOneEdge = 0.4;
    private const int FewestRagged = 4, RaggedRows = 8;
    /// <summary>A line as long as this part of its column may have been broken by the column's edge.</summary>
    private const double Full = 0.8;

    public static GutterKind Judge(Gutter gutter) => Judge(gutter.LeftRows, gutter.RightRows);

    public static GutterKind Judge(List<TextRow> left, List<TextRow> right)
    {
        if (left.Count < FewestRows && right.Count < FewestRows) return GutterKind.None;

        var (few, many) = left.Sum(r => r.Length) <= right.Sum(r => r.Length) ? (left, right) : (right, left);
        if (few.Count >= FewestRows && IsList(few) && IsList(many)) return GutterKind.Columns;
        var cells = Cells(few);
        var (on, beside, within) = (0, 0, 0);
        // A column's lines fill its height; a few cells far apart are dates or headings in a margin, even where they are not quite on a line.
        var height = few[^1].Box.Bottom - few[0].Box.Top;
        var filled = few.Sum(r => r.Size) / height;
        var dated = (double)cells.Count(c => c.Exists(r => r.LooksDated)) / cells.Count;
        if (cells.Count > 1 && few.Count < many.Count
            && ((filled < Sparse && cells.TrueForAll(c => Stands(c[0], many))) || (filled < SparseDates && dated >= MostlyDates))) return GutterKind.Rows;

        var tolerance = dated >= MostlyDates ? LooselyAligned : Aligned;
        var edge = many.Max(r => r.Box.Right);
        var width = edge - many.Min(r => r.Box.Left);
        var bands = RowBand.Of(many);
        // The first cell says little: columns often begin at one height.
        foreach (var cell in cells.Count > 3 ? cells.Skip(1) : cells)
        foreach (var row in Telling(cell, many))
        {
            var at = Find(many, row, tolerance);
            if (at >= 0)
            {
                on++;
                if (at > 0 && Follows(many[at - 1], many[at], edge, width)) within++;
            }
            else if (bands.Exists(b => b.Centres(cell)))
            {
                on++;
            }
            else if (many.Exists(r => r.Box.VerticalOverlap(row.Box) > 0.2 * row.Size))
            {
                beside++;
            }
        }
        if (on + beside > 0 && beside <= MostAstray * (on + beside) && (within <= MostWithin * on || (within == 1 && few.Count >= FewestInStep && StandOnRows(few, many)))) return GutterKind.Rows;
        return few.Count < FewestRows || !ShareAnEdge(few) ? GutterKind.None : GutterKind.Columns;
    }

    /// <summary>The lines of a column begin, end or are centred at one place; labels around a picture are not.</summary>
    private static bool ShareAnEdge(List<TextRow> rows)
    {
        return rows.Count is < FewestRagged or > RaggedRows || Share(r => r.Box.Left) || Share(r => r.Box.Right) || Share(r => r.Box.CenterX);

        bool Share(Func<TextRow, double> edge) => rows.Exists(row => rows.Count(r => Math.Abs(edge(r) - edge(row)) < SameEdge) >= AtOneEdge * rows.Count);
    }

    /// <summary>Where a cell begins beside something, and what is too far down for one cell.</summary>
    private static IEnumerable<TextRow> Telling(List<TextRow> cell, List<TextRow> many)
    {
        var first = Math.Max(0, cell.FindIndex(r => many.Exists(m => m.Box.VerticalOverlap(r.Box) > 0)));
        return cell.Where((_, i) => i == first || i >= LongestCell);
    }

    /// <summary>True when every line of the shorter side is on a line of the other, so that nothing tells the two are columns.</summary>
    public static bool StandOnRows(List<TextRow> left, List<TextRow> right)
    {
        var (few, many) = left.Count <= right.Count ? (left, right) : (right, left);
        return few.TrueForAll(r => Find(many, r, Aligned) >= 0);
    }

    /// <summary>True when the row stands beside a row or has nothing beside it.</summary>
    private static bool Stands(TextRow row, List<TextRow> beside) =>
        Find(beside, row, LooselyAligned) >= 0 || !beside.Exists(r => r.Box.VerticalOverlap(row.Box) > 0.2 * row.Size);

    /// <summary>True when the row reads as the next line of the paragraph above it.</summary>
    private static bool Follows(TextRow above, TextRow row, double edge, double width) =>
        row.Baseline - above.Baseline < CellLeading * row.Size
        && above.Box.Right > edge - (1 - Full) * width
        && above.Main.Font.Bold == row.Main.Font.Bold && Math.Abs(above.Size - row.Size) < 0.5
        // Prose goes on in lower case most of the time; entries of a table begin with a capital or a digit.
        && char.IsLower(row.Segments[0].Words[0].Text[0]);

    /// <summary>Items with marks on both sides of a gutter are two lists: cells of a table have no marks.</summary>
    private static bool IsList(List<TextRow> rows) => rows.Count(r => r.Segments[0].StartsWithMark) >= ListItems * rows.Count;

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

    /// <summary>The index of the row on the base line of another side's row, or -1.</summary>
    private static int Find(List<TextRow> rows, TextRow row, double tolerance)
    {
        var (low, high) = (0, rows.Count);
        var limit = tolerance * row.Size;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (rows[middle].Baseline < row.Baseline - limit) low = middle + 1;
            else high = middle;
        }
        return low < rows.Count && rows[low].Baseline <= row.Baseline + limit ? low : -1;
    }
}
