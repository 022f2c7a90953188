using Resumai.Reading.Structure;

namespace Resumai.Reading.Rtf;

/// <summary>What <c>\trowd</c> and <c>\cellx</c> say about the cells of a row.</summary>
internal sealed class RtfRow(RtfTables tables)
{
    private const int MostCells = 500;
    private readonly List<CellShape> _cells = [];
    private CellShape _next;
    private int _left;

    public RowShape Shape => new(_left, _cells);

    public void Read(RtfToken token)
    {
        switch (token.Word)
        {
            case "trleft": _left = token.Number; break;
            case "clmrg": _next = _next with { ContinuesLeft = true }; break;
            case "clvmrg": _next = _next with { ContinuesAbove = true }; break;
            case "clcbpat": _next = _next with { Shade = tables.Shade(token.Number) }; break;
            case "cellx":
                if (_cells.Count < MostCells) _cells.Add(_next with { Right = token.Number });
                _next = default;
                break;
        }
    }

    /// <summary>What is painted behind a cell by its number.</summary>
    public Ground? Shade(int cell) => cell < _cells.Count ? _cells[cell].Shade : null;
}
