using System.Globalization;
using Resumai.Normalize.Dates;

namespace Resumai.Master;

/// <summary>Counts again what a corrected record derives from its dates and levels: months of posts, and the totals.</summary>
public static class CorrectedCounts
{
    /// <param name="record">With its corrections.</param>
    /// <param name="parsed">As the parser made it: its counts stay where nothing they come from was corrected.</param>
    public static MasterRecord Of(MasterRecord record, MasterRecord parsed)
    {
        if (!DateOnly.TryParseExact(record.AsOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asOf)) return record;
        // A post that the parser read with the same dates keeps its months: its print may say what the record's dates do not.
        var known = parsed.Experience.GroupBy(DatesOf).ToDictionary(g => g.Key, g => g.First().DurationMonths);
        Experience[] posts = [.. record.Experience.Select(e => e with { DurationMonths = known.TryGetValue(DatesOf(e), out var months) ? months : RangeOf(e) is { } range ? MonthCount.Of(range, asOf) : null })];
        var current = posts.FirstOrDefault(e => e.IsCurrent && e.Employer is not null) ?? posts.FirstOrDefault(e => e.IsCurrent);
        var totals = parsed.Totals;
        if (!posts.Select(SpanOf).SequenceEqual(parsed.Experience.Select(SpanOf)))
        {
            var dated = posts.Where(e => RangeOf(e) is not null).ToArray();
            totals = totals with
            {
                ExperienceMonths = dated.Length == 0 ? null : MonthCount.OfAll(dated.Where(e => !IsLeave(e)).Select(e => RangeOf(e)!), asOf).Covered,
                GapMonths = dated.Length == 0 ? null : MonthCount.OfAll(dated.Select(e => RangeOf(e)!), asOf).Gaps,
            };
        }
        totals = totals with { HighestDegreeLevel = RecordTotals.HighestLevel(record.Education), CurrentTitle = current?.Title, CurrentEmployer = current?.Employer };
        return record with { Experience = posts, Totals = totals };
    }

    private static (string?, string?, bool) DatesOf(Experience post) => (post.StartDate, post.EndDate, post.IsCurrent);

    private static ((string?, string?, bool), bool) SpanOf(Experience post) => (DatesOf(post), IsLeave(post));

    /// <summary>The record has a leave as a post without employer, kind or known title.</summary>
    private static bool IsLeave(Experience post) =>
        post is { Employer: null, NormalizedTitle: null, Seniority: null, EmploymentType: null };

    /// <summary>The range that the dates of a post tell; null when there are none.</summary>
    public static DateRange? RangeOf(Experience post) =>
        (Date(post.StartDate), Date(post.EndDate)) is var (start, end) && (start is not null || end is not null) ? new DateRange(start, end, post.IsCurrent && end is null) : null;

    private static PartialDate? Date(string? text)
    {
        if (text is null) return null;
        var parts = text.Split('-').Select(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null).ToArray();
        return parts[0] is { } year ? new PartialDate(year, parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2)) : null;
    }
}
