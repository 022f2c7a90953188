using Resumai.Fields.Experience;
using Resumai.Normalize.Dates;

namespace Resumai.Master;

/// <summary>Sums over a record. A leave is no experience, but no gap either.</summary>
internal static class RecordTotals
{
    private static readonly string[] Levels = ["none", "secondary", "vocational", "bachelor", "master", "doctorate"];

    public static string? HighestLevel(IEnumerable<Education> education) => education.Select(e => e.DegreeLevel).OfType<string>().MaxBy(l => Array.IndexOf(Levels, l));

    public static Totals Of(IReadOnlyList<ExperienceDraft> drafts, IReadOnlyList<Experience> experience, IReadOnlyList<Education> education, DateOnly asOf)
    {
        var dated = drafts.Where(d => d.Dates is not null).ToArray();
        var current = experience.FirstOrDefault(e => e.IsCurrent && e.Employer is not null) ?? experience.FirstOrDefault(e => e.IsCurrent);
        return new Totals(
            dated.Length == 0 ? null : MonthCount.OfAll(dated.Where(d => !d.IsLeave).Select(d => d.Dates!.Value), asOf).Covered,
            dated.Length == 0 ? null : MonthCount.OfAll(dated.Select(d => d.Dates!.Value), asOf).Gaps,
            HighestLevel(education),
            current?.Title, current?.Employer);
    }
}
