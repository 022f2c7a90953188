using Resumai.Fields.Certifications;
using Resumai.Fields.Contact;
using Resumai.Fields.Education;
using Resumai.Fields.Entries;
using Resumai.Fields.Experience;
using Resumai.Fields.Languages;
using Resumai.Fields.Skills;
using Resumai.Layout;
using Resumai.Normalize.Languages;
using Resumai.Sections;

namespace Resumai.Fields;

/// <summary>Every field found, with the spans it was found at; not yet normalised.</summary>
public sealed record RecordDraft(ArrangedDocument Document, IReadOnlyList<Section> Sections)
{
    /// <summary>ISO 639-1 language of the document, null when it cannot be told.</summary>
    public string? Language { get; init; }
    internal ContactDraft Contact { get; init; } = new();
    internal IReadOnlyList<Found<string>> Skills { get; init; } = [];
    internal IReadOnlyList<CertificationDraft> Certifications { get; init; } = [];
    internal Found<string>? Summary { get; init; }
    /// <summary>In the document's order.</summary>
    internal IReadOnlyList<ExperienceDraft> Experience { get; init; } = [];
    internal IReadOnlyList<EducationDraft> Education { get; init; } = [];
    internal IReadOnlyList<LanguageDraft> Languages { get; init; } = [];
}

/// <summary>Runs the extractor of each field over its sections.</summary>
public static class FieldExtractor
{
    public static RecordDraft Extract(ArrangedDocument document, IReadOnlyList<Section> sections, ParseOptions options)
    {
        var language = LanguageDetector.Detect(string.Join('\n', document.Lines.Select(l => l.Text)));
        double places(string text) => PlaceEvidence.Share(text, language);
        var edges = new ColumnEdges(document.Lines);
        return new RecordDraft(document, sections)
        {
            Language = language,
            Contact = ContactExtractor.Extract(document, sections, language, options.Locale),
            Skills = [.. sections.Where(s => s.Kind == SectionKind.Skills).SelectMany(s => SkillExtractor.Extract(s, language))],
            Certifications = [.. sections.Where(s => s.Kind == SectionKind.Certifications).SelectMany(s => CertificationExtractor.Extract(s, language, options.Locale))],
            Summary = SummaryExtractor.Extract(sections),
            Experience = ExperienceExtractor.Extract(sections, language, options.Locale, edges, places),
            Education = EducationExtractor.Extract(sections, language, options.Locale, edges, places),
            Languages = LanguageSections.Extract(sections, language),
        };
    }
}
