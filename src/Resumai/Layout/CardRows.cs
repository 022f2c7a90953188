namespace Resumai.Layout;

/// <summary>
/// Finds rows of cells on both sides of a gutter (cards side by side, a table whose cells hold several lines): each cell is read
/// whole before the next, each row before the one below it. A row begins where both sides begin on one base line and either a
/// side leaves more space above than between its lines or both begin anew in the font of their heads.
/// </summary>
internal static class CardRows
{
    /// <summary>In font sizes: base lines that are one.</summary>
    private const double Aligned = 0.3;
    /// <summary>The space above a row of cells, in parts of the usual distance of base lines.</summary>
    private const double Apart = 1.2;

    /// <summary>The rows from top to bottom, each as a gutter of its own; rows with text on one side only are left out.</summary>
    public static List<Gutter> Find(Gutter gutter)
    {
        var (left, right) = (gutter.LeftRows, gutter.RightRows);
        var starts = Starts(left, right);
        var found = new List<Gutter>();
        for (var i = 0; i <= starts.Count; i++)
        {
            var (top, bottom) = (i == 0 ? double.NegativeInfinity : starts[i - 1], i < starts.Count ? starts[i] : double.PositiveInfinity);
            if (GutterFinder.Between(gutter, top, bottom) is { } row) found.Add(row);
        }
        return found;
    }

    /// <summary>Heights between one row of cells and the next.</summary>
    public static List<double> Starts(IReadOnlyList<TextRow> left, IReadOnlyList<TextRow> right)
    {
        var starts = new List<double>();
        var (leftGap, rightGap) = (UsualGap(left), UsualGap(right));
        for (int i = 1, j = 0; i < left.Count; i++)
        {
            while (j < right.Count && right[j].Baseline < left[i].Baseline - Aligned * left[i].Size) j++;
            if (j == right.Count) break;
            if (j == 0 || right[j].Baseline > left[i].Baseline + Aligned * left[i].Size) continue;
            var apart = left[i].Baseline - left[i - 1].Baseline > Apart * leftGap || right[j].Baseline - right[j - 1].Baseline > Apart * rightGap;
            var anew = BeginsAnew(left, i) && BeginsAnew(right, j);
            if (apart || anew) starts.Add((Math.Max(left[i - 1].Box.Bottom, right[j - 1].Box.Bottom) + Math.Min(left[i].Box.Top, right[j].Box.Top)) / 2);
        }
        return starts;
    }

    private static bool BeginsAnew(IReadOnlyList<TextRow> rows, int at) => rows[at].IsSetLike(rows[0]) && !rows[at - 1].IsSetLike(rows[0]);

    /// <summary>Points from base line to base line of lines that follow one another closely: the lower quartile.</summary>
    private static double UsualGap(IReadOnlyList<TextRow> rows)
    {
        if (rows.Count < 2) return double.PositiveInfinity;
        var gaps = new double[rows.Count - 1];
        for (var i = 1; i < rows.Count; i++) gaps[i - 1] = rows[i].Baseline - rows[i - 1].Baseline;
        Array.Sort(gaps);
        return Math.Min(gaps[gaps.Length / 4], 1.75 * rows[0].Size);
    }
}
