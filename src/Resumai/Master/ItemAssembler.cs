using Resumai.Fields;
using Resumai.Fields.Awards;
using Resumai.Fields.Projects;
using Resumai.Fields.Publications;
using Resumai.Fields.References;
using Resumai.Fields.Volunteering;
using Resumai.Normalize.Dates;

namespace Resumai.Master;

/// <summary>The short lists of the record: projects, publications, awards, volunteering and references.</summary>
internal static class ItemAssembler
{
    public static IReadOnlyList<Project> Projects(IReadOnlyList<ProjectDraft> drafts, EvidenceWriter evidence) =>
        List(drafts, "/projects", (draft, at) => new Project(
            evidence.Add(at + "/name", draft.Name)!, evidence.Add(at + "/description", draft.Description), evidence.Add(at + "/url", draft.Url),
            Start(draft.Dates, at + "/start_date", evidence), End(draft.Dates, at + "/end_date", evidence)));

    public static IReadOnlyList<Publication> Publications(IReadOnlyList<PublicationDraft> drafts, EvidenceWriter evidence) =>
        List(drafts, "/publications", (draft, at) => new Publication(
            evidence.Add(at + "/title", draft.Title)!, evidence.Add(at + "/venue", draft.Venue), Start(draft.Date, at + "/date", evidence), evidence.Add(at + "/url", draft.Url)));

    public static IReadOnlyList<Award> Awards(IReadOnlyList<AwardDraft> drafts, EvidenceWriter evidence) =>
        List(drafts, "/awards", (draft, at) => new Award(
            evidence.Add(at + "/title", draft.Title)!, evidence.Add(at + "/issuer", draft.Issuer), Start(draft.Date, at + "/date", evidence)));

    public static IReadOnlyList<Volunteering> Volunteering(IReadOnlyList<VolunteeringDraft> drafts, EvidenceWriter evidence) =>
        List(drafts, "/volunteering", (draft, at) => new Volunteering(
            evidence.Add(at + "/role", draft.Role), evidence.Add(at + "/organization", draft.Organization),
            Start(draft.Dates, at + "/start_date", evidence), End(draft.Dates, at + "/end_date", evidence)));

    public static IReadOnlyList<Reference> References(IReadOnlyList<ReferenceDraft> drafts, EvidenceWriter evidence) =>
        List(drafts, "/references", (draft, at) => new Reference(
            evidence.Add(at + "/name", draft.Name)!, evidence.Add(at + "/relation", draft.Relation), evidence.Add(at + "/email", draft.Email),
            evidence.Add(at + "/phone", draft.Phone?.Raw)));

    private static List<TItem> List<TDraft, TItem>(IReadOnlyList<TDraft> drafts, string pointer, Func<TDraft, string, TItem> item) =>
        [.. drafts.Select((draft, i) => item(draft, $"{pointer}/{i}"))];

    private static string? Start(Found<DateRange>? dates, string pointer, EvidenceWriter evidence) => Date(dates?.Value.Start, dates, pointer, evidence);

    private static string? End(Found<DateRange>? dates, string pointer, EvidenceWriter evidence) =>
        Date(dates is { Value.IsSingle: true } ? dates.Value.Start : dates?.Value.End, dates, pointer, evidence);

    private static string? Date(PartialDate? date, Found<DateRange>? dates, string pointer, EvidenceWriter evidence)
    {
        if (date is null || dates is null) return null;
        evidence.Note(pointer, dates.Confidence, dates.Spans);
        return date.Value.ToString();
    }
}
