namespace Resumai.Reading.Structure;

/// <summary>Numbers the columns of tables whose rows give their cells by position.</summary>
internal static class TableGrid
{
    /// <summary>Twips by which edges of one column may differ.</summary>
    private const int SameEdge = 60;

    /// <param name="rows">Cells whose column is their left edge in twips.</param>
    public static TableNode Number(IReadOnlyList<RowNode> rows)
    {
        var edges = new List<int>();
        foreach (var edge in rows.SelectMany(r => r.Cells).Select(c => c.Column).Distinct().Order())
        {
            if (edges.Count == 0 || edge - edges[^1] > SameEdge) edges.Add(edge);
        }
        return new TableNode([.. rows.Select(r => new RowNode([.. r.Cells.Select(c => c with { Column = Math.Max(0, edges.FindLastIndex(e => e <= c.Column)) })]))]);
    }
}
