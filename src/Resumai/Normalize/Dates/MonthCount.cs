namespace Resumai.Normalize.Dates;

/// <summary>
/// Counts months as the contract says: first and last month both count, a bare year counts as June, a range within one bare year
/// is six months, open ranges end with the month of <c>asOf</c>.
/// </summary>
public static class MonthCount
{
    private const int BareYearMonth = 6, MonthsOfBareYear = 6;

    /// <summary>Months of one range; null when it has no beginning or ends before it begins.</summary>
    public static int? Of(DateRange range, DateOnly asOf) => Span(range, asOf) is var (first, last) ? last - first + 1 : null;

    /// <summary>Months covered by any of the ranges, each once, and months between the first and the last that none covers.</summary>
    public static (int Covered, int Gaps) OfAll(IEnumerable<DateRange> ranges, DateOnly asOf)
    {
        var spans = ranges.Select(r => Span(r, asOf)).OfType<(int First, int Last)>().OrderBy(s => s.First).ToArray();
        var (covered, gaps, end) = (0, 0, int.MinValue);
        foreach (var (first, last) in spans)
        {
            if (end != int.MinValue && first > end + 1) gaps += first - end - 1;
            covered += Math.Max(0, last - Math.Max(first, end + 1) + 1);
            end = Math.Max(end, last);
        }
        return (covered, gaps);
    }

    /// <summary>First and last month of a range, counted from the year 0; null when it has no beginning or ends before it begins.</summary>
    public static (int First, int Last)? Span(DateRange range, DateOnly asOf)
    {
        if (range.Start is not { } start) return null;
        var today = asOf.Year * 12 + asOf.Month - 1;
        if (range.IsOpen) return Month(start) <= today ? (Month(start), today) : null;
        var end = range.End ?? start;
        if (start is { Month: null } && end is { Month: null } && start.Year == end.Year) return (Month(start), Month(start) + MonthsOfBareYear - 1);
        return Month(end) >= Month(start) ? (Month(start), Month(end)) : null;
    }

    private static int Month(PartialDate date) => date.Year * 12 + (date.Month ?? BareYearMonth) - 1;
}
