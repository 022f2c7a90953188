using Resumai.Fields.Education;
using Resumai.Knowledge;
using Resumai.Normalize.Dates;
using Resumai.Normalize.Levels;

namespace Resumai.Master;

/// <summary>Studies as found → studies of the record, newest first.</summary>
internal static class EducationAssembler
{
    public static IReadOnlyList<Education> Assemble(IReadOnlyList<EducationDraft> drafts, string? language, string? home, EvidenceWriter evidence) =>
        [.. Newest(drafts).Select((draft, i) => One(draft, $"/education/{i}", language, home, evidence))];

    private static Education One(EducationDraft draft, string at, string? language, string? home, EvidenceWriter evidence)
    {
        // One printed date of a study is its end (contract, section 3).
        var dates = draft.Dates?.Value;
        var (start, end) = dates is { IsSingle: true } ? (null, dates.Start) : (dates?.Start, dates?.End);
        if (draft.Dates is { } found)
        {
            if (start is not null) evidence.Note(at + "/start_date", found.Confidence, found.Spans);
            if (end is not null) evidence.Note(at + "/end_date", found.Confidence, found.Spans);
            if (dates!.IsOpen) evidence.Note(at + "/is_current", found.Confidence, found.Spans);
        }
        var level = DegreeLevel.Of(draft.Degree?.Value);
        return new Education
        {
            DegreeLevel = level?.Level,
            EqfLevel = level?.Eqf,
            Institution = evidence.Add(at + "/institution", draft.Institution),
            Degree = evidence.Add(at + "/degree", draft.Degree),
            FieldOfStudy = evidence.Add(at + "/field_of_study", draft.FieldOfStudy),
            StartDate = start?.ToString(),
            EndDate = end?.ToString(),
            IsCurrent = dates is { IsOpen: true },
            Grade = evidence.Add(at + "/grade", draft.Grade),
            Location = Place(draft, language, home, at + "/location", evidence),
            Description = evidence.Add(at + "/description", draft.Description),
        };
    }

    /// <summary>The printed place; an institution that only one country has tells the country where the place does not.</summary>
    private static Place? Place(EducationDraft draft, string? language, string? home, string at, EvidenceWriter evidence)
    {
        var printed = PlaceAssembler.Assemble(draft.Place, language, home, at, evidence);
        if (printed?.CountryCode is not null || draft.Institution is not { } name || InstitutionLexicon.Find(name.Value) is not [{ Country: { } country }]) return printed;
        return (printed ?? new Place()) with { CountryCode = country };
    }

    private static IEnumerable<EducationDraft> Newest(IReadOnlyList<EducationDraft> drafts)
    {
        var keys = new List<int>();
        foreach (var draft in drafts)
        {
            keys.Add(draft.Dates?.Value is { } dates
                ? dates.IsOpen ? int.MaxValue : (dates.End ?? dates.Start) is { } last ? last.Year * 12 + (last.Month ?? 12) : 0
                : keys.Count > 0 ? keys[^1] : int.MaxValue);
        }
        return drafts.Select((draft, i) => (draft, keys[i])).OrderByDescending(x => x.Item2).Select(x => x.draft);
    }
}
