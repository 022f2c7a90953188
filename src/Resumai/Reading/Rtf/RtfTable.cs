using Resumai.Reading.Structure;

namespace Resumai.Reading.Rtf;

/// <summary>What <c>\trowd</c> and <c>\cellx</c> say about the cells of a row.</summary>
internal sealed class RtfRow
{
    private RtfCell _next;

    public List<RtfCell> Cells { get; } = [];
    /// <summary>Left edge in twips.</summary>
    public int Left { get; private set; }

    public void Read(RtfToken token)
    {
        switch (token.Word)
        {
            case "trleft": Left = token.Number; break;
            case "clmrg": _next = _next with { ContinuesLeft = true }; break;
            case "clvmrg": _next = _next with { ContinuesAbove = true }; break;
            case "clcbpat": _next = _next with { Shade = token.Number }; break;
            case "cellx":
                if (Cells.Count < 500) Cells.Add(_next with { Right = token.Number });
                _next = default;
                break;
        }
    }
}

internal readonly record struct RtfCell(int Right, bool ContinuesLeft, bool ContinuesAbove, int Shade);

/// <summary>A table whose rows are still coming.</summary>
internal sealed class RtfTable
{
    private readonly List<RowNode> _rows = [];

    public List<IReadOnlyList<Node>> Cells { get; private set; } = [];
    /// <summary>Blocks of the open cell.</summary>
    public List<Node> Content { get; private set; } = [];

    public void EndCell()
    {
        Cells.Add(Content);
        Content = [];
    }

    public void EndRow(RtfRow format)
    {
        if (Content.Count > 0) EndCell();
        var cells = new List<CellNode>();
        var left = format.Left;
        foreach (var (at, content) in Cells.Index())
        {
            var known = at < format.Cells.Count;
            var cell = known ? format.Cells[at] : default;
            if (cell.ContinuesLeft && cells.Count > 0) cells[^1] = cells[^1] with { Content = [.. cells[^1].Content, .. content] };
            else cells.Add(new CellNode(content, left, cell.ContinuesAbove));
            left = known ? Math.Max(left, cell.Right) : left + 1000;
        }
        if (cells.Count > 0) _rows.Add(new RowNode(cells));
        Cells = [];
    }

    public TableNode Close()
    {
        if (Content.Count > 0 || Cells.Count > 0) EndRow(new RtfRow());
        return TableGrid.Number(_rows);
    }
}
