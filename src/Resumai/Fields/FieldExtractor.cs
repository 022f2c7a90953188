using Resumai.Fields.Awards;
using Resumai.Fields.Certifications;
using Resumai.Fields.Contact;
using Resumai.Fields.Education;
using Resumai.Fields.Entries;
using Resumai.Fields.Experience;
using Resumai.Fields.Interests;
using Resumai.Fields.Kinds;
using Resumai.Fields.Languages;
using Resumai.Fields.Projects;
using Resumai.Fields.Publications;
using Resumai.Fields.References;
using Resumai.Fields.Skills;
using Resumai.Fields.Volunteering;
using Resumai.Layout;
using Resumai.Normalize.Languages;
using Resumai.Normalize.Phones;
using Resumai.Normalize.Places;
using Resumai.Sections;

namespace Resumai.Fields;

/// <summary>Every field found, with the spans it was found at; not yet normalised.</summary>
public sealed record RecordDraft(ArrangedDocument Document, IReadOnlyList<Section> Sections)
{
    /// <summary>ISO 639-1 language of the document, null when it cannot be told.</summary>
    public string? Language { get; init; }
    internal ContactDraft Contact { get; init; } = new();
    internal IReadOnlyList<SkillDraft> Skills { get; init; } = [];
    internal IReadOnlyList<CertificationDraft> Certifications { get; init; } = [];
    internal IReadOnlyList<ProjectDraft> Projects { get; init; } = [];
    internal IReadOnlyList<PublicationDraft> Publications { get; init; } = [];
    internal IReadOnlyList<AwardDraft> Awards { get; init; } = [];
    internal IReadOnlyList<VolunteeringDraft> Volunteering { get; init; } = [];
    internal IReadOnlyList<Found<string>> Interests { get; init; } = [];
    internal IReadOnlyList<ReferenceDraft> References { get; init; } = [];
    internal Found<string>? Summary { get; init; }
    /// <summary>In the document's order.</summary>
    internal IReadOnlyList<ExperienceDraft> Experience { get; init; } = [];
    internal IReadOnlyList<EducationDraft> Education { get; init; } = [];
    internal IReadOnlyList<LanguageDraft> Languages { get; init; } = [];
}

/// <summary>Runs the extractor of each field over its sections.</summary>
public static class FieldExtractor
{
    public static RecordDraft Extract(ArrangedDocument document, IReadOnlyList<Section> split, ParseOptions options)
    {
        var language = LanguageDetector.Detect(string.Join('\n', document.Lines.Select(l => l.Text)));
        var sections = UntitledSections.Tell(UnknownSections.Tell(split, language), language);
        var locale = options.Locale;
        var edges = new ColumnEdges(document.Lines);
        var contact = ContactExtractor.Extract(document, sections, language, locale);
        var origins = new NumberOrigins(contact.Address?.CountryCode is { } at ? [at] : [], HomeCountry.All(locale, language));

        IReadOnlyList<SkillDraft> skills = [.. SkillSections.Of(sections, language).SelectMany(s => SkillExtractor.Extract(s, language))];
        var uses = new SkillUses(skills, language);

        double places(string text) => PlaceEvidence.Share(text, language);
        return new RecordDraft(document, sections)
        {
            Language = language,
            Contact = contact,
            Summary = SummaryExtractor.Extract(sections),
            Experience = [.. ExperienceExtractor.Extract(sections, language, locale, edges, places).Select(e => e with { Skills = uses.In([e.Title, e.Description, .. e.Highlights]) })],
            Education = EducationExtractor.Extract(sections, language, locale, edges, places),
            Skills = skills,
            Languages = LanguageSections.Extract(sections, language),
            Certifications = Of(SectionKind.Certifications, s => CertificationExtractor.Extract(s, language, locale)),
            Projects = Of(SectionKind.Projects, s => ProjectExtractor.Extract(s, language, locale, edges)),
            Publications = Of(SectionKind.Publications, s => PublicationExtractor.Extract(s, language, locale, edges)),
            Awards = Of(SectionKind.Awards, s => AwardExtractor.Extract(s, language, locale, edges)),
            Volunteering = Of(SectionKind.Volunteering, s => VolunteeringExtractor.Extract(s, language, locale, edges)),
            Interests = Of(SectionKind.Interests, InterestExtractor.Extract),
            References = Of(SectionKind.References, s => ReferenceExtractor.Extract(s, language, locale, edges, origins)),
        };

        IReadOnlyList<T> Of<T>(SectionKind kind, Func<Section, IReadOnlyList<T>> extract) => [.. sections.Where(s => s.Kind == kind && s.Lines.Count > 0).SelectMany(extract)];
    }
}
