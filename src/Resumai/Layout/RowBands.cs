namespace Resumai.Layout;

/// <summary>Rows of one side between gaps that are wider than its usual ones: an entry, a small table, a paragraph.</summary>
/// <param name="UsualGap">Points from base line to base line of its rows, the median.</param>
internal sealed record RowBand(double Top, double Bottom, double UsualGap)
{
    /// <summary>A gap this many times the usual one parts bands.</summary>
    private const double Apart = 1.5;
    /// <summary>In font sizes: how far the middle of a cell may be off the middle of its band.</summary>
    private const double Centred = 0.35;

    public static List<RowBand> Of(List<TextRow> rows)
    {
        var bands = new List<RowBand>();
        if (rows.Count == 0) return bands;

        var limit = Apart * Median(rows, 0, rows.Count);
        var start = 0;
        for (var i = 1; i <= rows.Count; i++)
        {
            if (i < rows.Count && rows[i].Baseline - rows[i - 1].Baseline <= limit) continue;
            bands.Add(new RowBand(rows[start].Main.Box.Top, rows[i - 1].Main.Box.Bottom, Median(rows, start, i)));
            start = i;
        }
        return bands;
    }

    private static double Median(List<TextRow> rows, int start, int end)
    {
        if (end - start < 2) return 0;
        var gaps = new double[end - start - 1];
        for (var i = start + 1; i < end; i++) gaps[i - start - 1] = rows[i].Baseline - rows[i - 1].Baseline;
        Array.Sort(gaps);
        return gaps[(gaps.Length - 1) / 2];
    }

    /// <summary>True when the cell is set into the middle of the band's height and the band is the taller of the two.</summary>
    public bool Centres(List<TextRow> cell)
    {
        var (top, bottom) = (cell[0].Box.Top, cell[^1].Box.Bottom);
        return bottom - top < Bottom - Top && Math.Abs((top + bottom) / 2 - (Top + Bottom) / 2) <= Centred * cell[0].Size;
    }
}
