namespace Resumai.Reading.Structure;

/// <summary>What a format that marks the ends of cells says about a row: edges in twips, merges, paint.</summary>
internal sealed record RowShape(int Left, IReadOnlyList<CellShape> Cells)
{
    public static RowShape None { get; } = new(0, []);
}

internal readonly record struct CellShape(int Right, bool ContinuesLeft, bool ContinuesAbove, Ground? Shade);

/// <summary>A table whose cells and rows are still coming.</summary>
internal sealed class TableBuilder
{
    /// <summary>Twips of a cell whose width is not told.</summary>
    private const int AnyWidth = 1000;
    private readonly List<RowNode> _rows = [];

    /// <summary>Closed cells of the open row.</summary>
    public List<IReadOnlyList<Node>> Cells { get; private set; } = [];
    /// <summary>Blocks of the open cell.</summary>
    public List<Node> Content { get; private set; } = [];

    public void EndCell()
    {
        Cells.Add(Content);
        Content = [];
    }

    public void EndRow(RowShape shape)
    {
        if (Content.Count > 0) EndCell();
        var cells = new List<CellNode>();
        var left = shape.Left;
        foreach (var (at, content) in Cells.Index())
        {
            var known = at < shape.Cells.Count;
            var cell = known ? shape.Cells[at] : default;
            if (cell.ContinuesLeft && cells.Count > 0) cells[^1] = cells[^1] with { Content = [.. cells[^1].Content, .. content] };
            else cells.Add(new CellNode(content, left, cell.ContinuesAbove));
            left = known ? Math.Max(left, cell.Right) : left + AnyWidth;
        }
        if (cells.Count > 0) _rows.Add(new RowNode(cells));
        Cells = [];
    }

    public TableNode Close()
    {
        if (Content.Count > 0 || Cells.Count > 0) EndRow(RowShape.None);
        return TableGrid.Number(_rows);
    }
}
