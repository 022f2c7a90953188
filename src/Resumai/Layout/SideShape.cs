namespace Resumai.Layout;

/// <summary>How the rows of one side of a gutter are set, as shares that know nothing of the page's scale.</summary>
internal sealed class SideShape
{
    /// <summary>In font sizes: lines this close under one another make a cell.</summary>
    private const double CellLeading = 1.75;
    private const double SameEdge = 2, Larger = 1.12, Full = 0.8;

    private const int OnStack = 128;

    private readonly List<TextRow> _rows;

    public SideShape(List<TextRow> rows)
    {
        _rows = rows;
        (Left, Right) = (double.MaxValue, double.MinValue);
        foreach (var row in rows)
        {
            (Left, Right) = (Math.Min(Left, row.Box.Left), Math.Max(Right, row.Box.Right));
            Length += row.Length;
            SumOfSizes += row.Size;
            Segments += row.Segments.Count;
        }
        for (var i = 0; i < rows.Count; i++)
        {
            var inCell = i > 0 && rows[i].Baseline - rows[i - 1].Baseline < CellLeading * Math.Min(rows[i].Size, rows[i - 1].Size);
            if (inCell) LongestCell = Math.Max(LongestCell, i - CellStarts[^1] + 1);
            else CellStarts.Add(i);
        }
        var sizes = rows.Count <= OnStack ? stackalloc double[rows.Count] : new double[rows.Count];
        for (var i = 0; i < sizes.Length; i++) sizes[i] = rows[i].Size;
        sizes.Sort();
        Size = sizes[sizes.Length / 2];
        if (rows.Count > 1)
        {
            var gaps = sizes[1..];
            for (var i = 1; i < rows.Count; i++) gaps[i - 1] = rows[i].Baseline - rows[i - 1].Baseline;
            gaps.Sort();
            Leading = gaps[gaps.Length / 3] / Size;
        }
    }

    public double Left { get; }
    public double Right { get; }
    public double Width => Math.Max(1, Right - Left);
    public double Top => _rows[0].Box.Top;
    public double Bottom => _rows[^1].Box.Bottom;
    public int Count => _rows.Count;
    public int Length { get; }
    public int Segments { get; }
    public double SumOfSizes { get; }
    /// <summary>The median.</summary>
    public double Size { get; }
    /// <summary>Usual distance of base lines in font sizes; 0 for a row alone.</summary>
    public double Leading { get; }
    public List<int> CellStarts { get; } = [];
    public int LongestCell { get; } = 1;
    public double Filled => SumOfSizes / Math.Max(1, Bottom - Top);

    public double Share(RowTraits trait)
    {
        var count = 0;
        foreach (var row in _rows) if ((row.Traits & trait) != RowTraits.None) count++;
        return (double)count / _rows.Count;
    }

    /// <summary>Rows larger than that.</summary>
    public double Large(double size)
    {
        var count = 0;
        foreach (var row in _rows) if (row.Size > size) count++;
        return (double)count / _rows.Count;
    }

    /// <summary>Rows that are longer than this part of the side.</summary>
    public double Long(double part)
    {
        var (count, least) = (0, part * Width);
        foreach (var row in _rows) if (row.Box.Width > least) count++;
        return (double)count / _rows.Count;
    }

    /// <summary>The largest share of rows with one edge.</summary>
    public double AtOneEdge(Func<TextRow, double> edge)
    {
        var edges = _rows.Count <= OnStack ? stackalloc double[_rows.Count] : new double[_rows.Count];
        for (var i = 0; i < edges.Length; i++) edges[i] = edge(_rows[i]);
        edges.Sort();
        var (best, first) = (0, 0);
        for (var i = 0; i < edges.Length; i++)
        {
            while (edges[i] - edges[first] > SameEdge) first++;
            best = Math.Max(best, i - first + 1);
        }
        return (double)best / edges.Length;
    }

    /// <summary>Rows that read as the next line of the paragraph above them.</summary>
    public double Wrapped()
    {
        var count = 0;
        for (var i = 1; i < _rows.Count; i++)
        {
            var (above, row) = (_rows[i - 1], _rows[i]);
            if (row.Baseline - above.Baseline < CellLeading * row.Size && above.Box.Right > Right - (1 - Full) * Width
                && Math.Abs(above.Size - row.Size) < 0.5 && char.IsLower(FirstLetter(row))) count++;
        }
        return (double)count / _rows.Count;
    }

    /// <summary>Rows larger than the usual text, or bold and alone in that.</summary>
    public IEnumerable<TextRow> Heads(double size) => _rows.Where(r => r.Size > Larger * size);

    public static char FirstLetter(TextRow row) => row.Segments[0].Words[0].Text[0];
}
