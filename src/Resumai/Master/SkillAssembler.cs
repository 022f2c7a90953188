using Resumai.Fields.Experience;
using Resumai.Fields.Skills;
using Resumai.Knowledge;
using Resumai.Normalize.Dates;

namespace Resumai.Master;

/// <summary>The skills of the record: each once, as first listed, with the months of the posts that show it.</summary>
internal static class SkillAssembler
{
    private const string Lists = "skills";

    /// <param name="posts">In the record's order.</param>
    public static IReadOnlyList<Skill> Assemble(IReadOnlyList<SkillDraft> drafts, IReadOnlyList<ExperienceDraft> posts, string? language, DateOnly asOf, EvidenceWriter evidence) =>
        [.. drafts.DistinctBy(d => d.Name.Value.ToLowerInvariant()).Select((draft, i) => One(draft, $"/skills/{i}", posts, language, asOf, evidence))];

    private static Skill One(SkillDraft draft, string at, IReadOnlyList<ExperienceDraft> posts, string? language, DateOnly asOf, EvidenceWriter evidence)
    {
        var known = SkillLexicon.Find(draft.Name.Value, language);
        var key = SkillKey.Of(draft.Name.Value, language);
        int[] shown = [.. Enumerable.Range(0, posts.Count).Where(p => posts[p].Skills.Any(s => s.Key == key))];
        DateRange[] dates = [.. shown.Select(p => posts[p].Dates?.Value).OfType<DateRange>()];
        return new Skill
        {
            Name = evidence.Add(at + "/name", draft.Name)!,
            NormalizedName = known?.Name,
            Type = known?.Type,
            Level = evidence.Add(at + "/level", draft.Level),
            Months = draft.Years * 12 ?? (dates.Length == 0 ? null : MonthCount.OfAll(dates, asOf).Covered),
            LastUsed = LastUse(dates, asOf),
            Sources = [Lists, .. shown.Select(p => $"experience/{p}")],
        };
    }

    /// <summary>The latest end of the posts, as exact as printed; the month of <paramref name="asOf"/> where one goes on.</summary>
    private static string? LastUse(DateRange[] dates, DateOnly asOf) =>
        dates.Length == 0 ? null
        : dates.Any(d => d.IsOpen) ? asOf.ToString("yyyy-MM")
        : dates.Select(d => d.End ?? d.Start).OfType<PartialDate>().OrderBy(d => d.Year * 12 + (d.Month ?? 0)).Select(d => d.Month is { } month ? $"{d.Year:D4}-{month:D2}" : $"{d.Year:D4}").LastOrDefault();
}
