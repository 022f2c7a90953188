namespace Resumai.Layout;

/// <summary>In a narrow cell a head or a date goes on on the next row: both rows are one line.</summary>
internal static class CellHeads
{
    /// <summary>In font sizes: the distance of rows of one head.</summary>
    private const double Leading = 2;
    private const int MostRows = 4;

    public static List<LineDraft> Join(List<TextRow> rows)
    {
        var lines = new List<LineDraft>();
        for (var i = 0; i < rows.Count;)
        {
            var last = i + 1;
            while (last < rows.Count && last - i < MostRows && GoesOn(rows, i, last)) last++;
            lines.Add(new LineDraft(rows[i], [], [.. rows[i..last].SelectMany(r => r.Segments)]) { Last = rows[last - 1] });
            i = last;
        }
        return lines;
    }

    private static bool GoesOn(List<TextRow> rows, int first, int at)
    {
        var (above, row) = (rows[at - 1], rows[at]);
        if (row.Segments.Count > 1 || above.Segments.Count > 1 || !row.IsSetLike(above) || row.Segments[0].StartsWithMark || row.Baseline - above.Baseline > Leading * row.Size) return false;
        return row.Main.Font.Bold || DateShape.Fits(rows[first..(at + 1)].SelectMany(r => r.Segments).SelectMany(s => s.Words));
    }
}
