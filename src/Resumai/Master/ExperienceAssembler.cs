using Resumai.Fields.Experience;
using Resumai.Knowledge;
using Resumai.Normalize.Dates;
using Resumai.Normalize.Titles;

namespace Resumai.Master;

/// <summary>Posts as found → posts of the record, newest first.</summary>
internal static class ExperienceAssembler
{
    /// <param name="posts">In the record's order (<see cref="Newest"/>).</param>
    /// <param name="home">Country of the person's address (ISO 3166-1 alpha-2), null when unknown.</param>
    public static IReadOnlyList<Experience> Assemble(IReadOnlyList<ExperienceDraft> posts, string? language, string? home, DateOnly asOf, EvidenceWriter evidence) =>
        [.. posts.Select((draft, i) => One(draft, $"/experience/{i}", language, home, asOf, evidence))];

    private static Experience One(ExperienceDraft draft, string at, string? language, string? home, DateOnly asOf, EvidenceWriter evidence)
    {
        var dates = draft.Dates?.Value;
        var end = dates is { IsSingle: true } ? dates.Start : dates?.End;
        if (draft.Dates is { } found)
        {
            if (dates!.Start is not null) evidence.Note(at + "/start_date", found.Confidence, found.Spans);
            if (end is not null) evidence.Note(at + "/end_date", found.Confidence, found.Spans);
            if (dates.IsOpen) evidence.Note(at + "/is_current", found.Confidence, found.Spans);
        }
        return new Experience
        {
            Title = evidence.Add(at + "/title", draft.Title),
            NormalizedTitle = Title(draft, language),
            Seniority = draft.IsLeave ? null : Seniorities.Find(draft.Title?.Value, language),
            Employer = evidence.Add(at + "/employer", draft.Employer),
            EmploymentType = draft.EmploymentType,
            Location = PlaceAssembler.Assemble(draft.Place, language, home, at + "/location", evidence),
            StartDate = dates?.Start?.ToString(),
            EndDate = end?.ToString(),
            IsCurrent = dates is { IsOpen: true },
            DurationMonths = dates is null ? null : MonthCount.Of(dates, asOf),
            Description = evidence.Add(at + "/description", draft.Description),
            Highlights = [.. draft.Highlights.Select((h, i) => evidence.Add($"{at}/highlights/{i}", h)!)],
            Skills = [.. draft.Skills.Select((s, i) => evidence.Add($"{at}/skills/{i}", s.Name)!)],
        };
    }

    /// <summary>By end, then by start; an undated post stays behind the one it is printed after.</summary>
    public static IReadOnlyList<ExperienceDraft> Newest(IReadOnlyList<ExperienceDraft> drafts)
    {
        var keys = new List<(int End, int Start)>();
        foreach (var draft in drafts)
        {
            keys.Add(draft.Dates?.Value is { } dates
                ? (dates.IsOpen ? int.MaxValue : Month(dates.End ?? dates.Start, 12), Month(dates.Start, 1))
                : keys.Count > 0 ? keys[^1] : (int.MaxValue, int.MaxValue));
        }
        return [.. drafts.Select((draft, i) => (draft, keys[i])).OrderByDescending(x => x.Item2.End).ThenByDescending(x => x.Item2.Start).Select(x => x.draft)];
    }

    private static NormalizedTitle? Title(ExperienceDraft draft, string? language) =>
        draft.Title is { } title && !draft.IsLeave && OccupationLexicon.Find(title.Value, language) is { } group ? new NormalizedTitle(group.Label, group.IscoCode, null) : null;

    private static int Month(PartialDate? date, int missing) => date is { } known ? known.Year * 12 + (known.Month ?? missing) : 0;
}
