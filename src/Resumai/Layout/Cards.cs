namespace Resumai.Layout;

/// <summary>
/// Finds cards: entries side by side that are set alike line for line (a bold head, a date, a place), so that each is read
/// whole before the next. Rows of a table are not set alike, and a date at the right edge has no date beside it.
/// </summary>
internal static class Cards
{
    private const int FewestRows = 2;
    /// <summary>In font sizes: base lines that are one; the gap within a card.</summary>
    private const double Aligned = 0.15, Leading = 1.75;
    /// <summary>Points: edges that are one.</summary>
    private const double SameEdge = 1.5;
    /// <summary>In font sizes: what stands so far in below a head is a list of its items.</summary>
    private const double Indented = 0.6;
    private const double MostlyAtEdge = 0.6;

    /// <summary>The rows of cards from top to bottom, each as a gutter of its own; empty where the sides are no cards.</summary>
    public static List<Gutter> Find(Gutter gutter) => Find(gutter, gutter.LeftRows, gutter.RightRows);

    public static List<Gutter> Find(Gutter gutter, List<TextRow> leftSide, List<TextRow> rightSide)
    {
        var (left, right) = Beside(leftSide, rightSide);
        if (left.Count < FewestRows || right.Count < FewestRows || !SameBaseline(left[0], right[0]) || !SameFont(left[0], right[0])) return [];
        if (!StandsAtEdge(right) || (!IsLabel(right) && IsDated(left) != IsDated(right))) return [];

        var starts = Starts(left, right);
        var found = new List<Gutter>();
        for (var i = 0; i < starts.Count; i++)
        {
            var (top, bottom) = (starts[i], i + 1 < starts.Count ? starts[i + 1] : double.PositiveInfinity);
            var card = Within(left, top, bottom);
            var beside = Within(right, top, bottom);
            if (beside.Count == 0) break;
            if (!SetAlike(card, beside)) return [];
            found.Add(Of(gutter, card, beside));
        }
        return found;
    }

    /// <summary>The rows of both sides from where both begin to where both end, with what goes on directly below.</summary>
    private static (List<TextRow> Left, List<TextRow> Right) Beside(List<TextRow> left, List<TextRow> right)
    {
        var top = Math.Max(left[0].Box.CenterY, right[0].Box.CenterY) - Math.Max(left[0].Size, right[0].Size) * 0.5;
        var bottom = Math.Min(left[^1].Baseline, right[^1].Baseline);
        return (Cut(left), Cut(right));

        List<TextRow> Cut(List<TextRow> rows)
        {
            var kept = new List<TextRow>();
            foreach (var row in rows.Where(r => r.Box.CenterY >= top))
            {
                if (row.Baseline > bottom + Aligned * row.Size && (kept.Count == 0 || row.Baseline - kept[^1].Baseline > Leading * Math.Min(row.Size, kept[^1].Size))) break;
                kept.Add(row);
            }
            return kept;
        }
    }

    /// <summary>Heights at which a row of cards begins: on both sides a line set like the first one, with space above.</summary>
    private static List<double> Starts(List<TextRow> left, List<TextRow> right)
    {
        var starts = new List<double> { left[0].Box.CenterY };
        for (var i = 1; i < left.Count; i++)
        {
            if (!SameFont(left[i], left[0]) || left[i].Baseline - left[i - 1].Baseline <= Leading * left[i].Size) continue;
            var beside = right.FindIndex(r => SameBaseline(r, left[i]));
            if (beside > 0 && SameFont(right[beside], right[0]) && right[beside].Baseline - right[beside - 1].Baseline > Leading * right[beside].Size) starts.Add(left[i].Box.CenterY);
        }
        return starts;
    }

    private static List<TextRow> Within(List<TextRow> rows, double top, double bottom) =>
        rows.FindAll(r => r.Box.CenterY >= top - 0.5 * r.Size && r.Box.CenterY < bottom - 0.5 * r.Size);

    /// <summary>Line for line the same fonts, under a head that is set otherwise than the rest.</summary>
    private static bool SetAlike(List<TextRow> left, List<TextRow> right)
    {
        var shared = Math.Min(left.Count, right.Count);
        if (shared < FewestRows) return false;
        for (var i = 0; i < shared; i++)
        {
            if (!SameFont(left[i], right[i]) || Math.Abs(Indent(left, i) - Indent(right, i)) > SameEdge) return false;
        }
        return !SameFont(left[0], left[1]) || Indent(left, 1) > Indented * left[0].Size;
    }

    private static bool IsDated(List<TextRow> rows) => rows.Exists(r => DateShape.IsRange(r.Segments.SelectMany(s => s.Words)));

    /// <summary>A label stands less out than the value below it; a title stands out more.</summary>
    private static bool IsLabel(List<TextRow> rows) => rows[0].Size < rows[1].Size - 0.3 || (rows[0].Size < rows[1].Size + 0.3 && !rows[0].Main.Font.Bold);

    private static double Indent(List<TextRow> rows, int index) => rows[index].Box.Left - rows[0].Box.Left;

    private static bool SameBaseline(TextRow a, TextRow b) => Math.Abs(a.Baseline - b.Baseline) <= Aligned * Math.Min(a.Size, b.Size);

    private static bool SameFont(TextRow a, TextRow b)
    {
        var (first, second) = (a.Segments[0].Font, b.Segments[0].Font);
        return Math.Abs(first.Size - second.Size) < 0.3 && first.Bold == second.Bold && first.Italic == second.Italic && first.Color == second.Color;
    }

    /// <summary>Cells at the right edge of a page are ragged on the left; items of a card are indented alike.</summary>
    private static bool StandsAtEdge(List<TextRow> rows) =>
        rows.TrueForAll(r => r.Box.Left - rows[0].Box.Left > -SameEdge)
        && rows.Skip(1).Count(r => Math.Abs(r.Box.Left - rows[1].Box.Left) < SameEdge || Math.Abs(r.Box.Left - rows[0].Box.Left) < SameEdge) >= MostlyAtEdge * (rows.Count - 1);

    private static Gutter Of(Gutter gutter, List<TextRow> left, List<TextRow> right)
    {
        var all = left.Concat(right).ToList();
        return gutter with
        {
            Top = all.Min(r => r.Box.Top), Bottom = all.Max(r => r.Box.Bottom),
            LeftSide = [.. left.SelectMany(r => r.Segments)], RightSide = [.. right.SelectMany(r => r.Segments)],
        };
    }
}
