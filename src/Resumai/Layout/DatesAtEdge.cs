namespace Resumai.Layout;

/// <summary>
/// A range at the right edge may be broken over two rows ("since 2019 to" over "2021") while the entry beside it goes on: it
/// becomes the last part of the line it begins on. Both halves are dates of their own kind, neither is a range, and no third
/// date follows closely, as it would in a table.
/// </summary>
internal static class DatesAtEdge
{
    /// <summary>In font sizes: the distance of rows that are one date, and of dates that are not.</summary>
    private const double Leading = 1.75;
    /// <summary>Points: edges that are one.</summary>
    private const double SameEdge = 1.5;

    public static List<LineDraft> Join(List<LineDraft> lines)
    {
        var dates = new List<(int Line, Segment Segment)>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Entry.Count > 0 && lines[i].Entry[^1] is var last && DateShape.Fits(last.Words)) dates.Add((i, last));
        }
        for (var i = dates.Count - 1; i > 0; i--)
        {
            var ((above, first), (below, second)) = (dates[i - 1], dates[i]);
            if (lines[above].Entry.Count < 2 || !AreHalves(first, second) || !IsApart(dates, i - 2, first) || !IsApart(dates, i + 1, second)) continue;
            lines[above] = lines[above] with { Entry = [.. lines[above].Entry.SkipLast(1)], Tail = [first, second, .. lines[below].Tail] };
            if (lines[below].Entry.Count == 1 && lines[below].Margin.Count == 0) lines.RemoveAt(below);
            else lines[below] = lines[below] with { Entry = [.. lines[below].Entry.SkipLast(1)], Tail = [] };
        }
        return lines;
    }

    private static bool AreHalves(Segment first, Segment second) =>
        second.Baseline - first.Baseline is > 0 and var distance && distance < Leading * Math.Min(first.Size, second.Size)
        && (Math.Abs(first.Box.Right - second.Box.Right) < SameEdge || Math.Abs(first.Box.Left - second.Box.Left) < SameEdge)
        && first.Font.Bold == second.Font.Bold && first.Font.Italic == second.Font.Italic && first.Font.Color == second.Font.Color && Math.Abs(first.Size - second.Size) < 0.3
        && !DateShape.IsRange(second.Words) && (!DateShape.IsRange(first.Words) || EndsInDash(first));

    private static bool EndsInDash(Segment segment) => segment.Words[^1].Text[^1] is '-' or '–' or '—';

    private static bool IsApart(List<(int Line, Segment Segment)> dates, int at, Segment from) =>
        at < 0 || at >= dates.Count || Math.Abs(dates[at].Segment.Baseline - from.Baseline) > Leading * from.Size;
}
