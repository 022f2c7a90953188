namespace Resumai.Layout;

/// <summary>Rows of one side between gaps that are wider than its usual ones: an entry, a small table, a paragraph.</summary>
internal sealed record RowBand(double Top, double Bottom)
{
    /// <summary>A gap this many times the usual one parts bands.</summary>
    private const double Apart = 1.5;
    /// <summary>In font sizes: how far the middle of a cell may be off the middle of its band.</summary>
    private const double Centred = 0.35;

    public static List<RowBand> Of(List<TextRow> rows)
    {
        var bands = new List<RowBand>();
        if (rows.Count == 0) return bands;

        var gaps = new List<double>();
        for (var i = 1; i < rows.Count; i++) gaps.Add(rows[i].Baseline - rows[i - 1].Baseline);
        gaps.Sort();
        var limit = gaps.Count == 0 ? 0 : Apart * gaps[(gaps.Count - 1) / 2];
        var start = 0;
        for (var i = 1; i <= rows.Count; i++)
        {
            if (i < rows.Count && rows[i].Baseline - rows[i - 1].Baseline <= limit) continue;
            bands.Add(new RowBand(rows[start].Main.Box.Top, rows[i - 1].Main.Box.Bottom));
            start = i;
        }
        return bands;
    }

    /// <summary>True when the cell is set into the middle of the band's height and the band is the taller of the two.</summary>
    public bool Centres(List<TextRow> cell)
    {
        var (top, bottom) = (cell[0].Box.Top, cell[^1].Box.Bottom);
        return bottom - top < Bottom - Top && Math.Abs((top + bottom) / 2 - (Top + Bottom) / 2) <= Centred * cell[0].Size;
    }
}
