using Resumai.Fields.Entries;
using Resumai.Normalize.Dates;
using Resumai.Sections;

namespace Resumai.Fields.Education;

/// <summary>Reads studies from the sections about education. Stateless.</summary>
internal static class EducationExtractor
{
    private const double Acceptable = -2.5;

    public static IReadOnlyList<EducationDraft> Extract(IEnumerable<Section> sections, string? language, string? locale, ColumnEdges edges, Func<string, double> placeShare)
    {
        var lexicon = EntryLexicon.For(language);
        var grammar = new EducationGrammar(lexicon, placeShare);
        var drafts = new List<EducationDraft>();
        foreach (var section in sections.Where(s => s.Kind == SectionKind.Education && s.Lines.Count > 0))
        {
            var entries = EntrySplitter.Split(new EntryLineReader(section.Lines, edges, language, locale).Read(), grammar);
            drafts.AddRange(entries.Select(e => Draft(e, lexicon, grammar)));
        }
        return [.. drafts.Where(d => d.Institution is not null || d.Degree is not null)];
    }

    private static EducationDraft Draft(Entry entry, EntryLexicon lexicon, EducationGrammar grammar)
    {
        var title = Part(entry, EntryRole.Title);
        var subject = Part(entry, EntryRole.Field);
        var degree = title;
        if (title is not null && DegreeSplitter.Split(title, lexicon) is (var award, { IsEmpty: false } named, var clear) && (subject is null || clear)) (degree, subject) = (award, named);
        var body = EntryBody.Of(entry.Body, 0);
        var grade = Part(entry, EntryRole.Grade) ?? entry.Body.Select(l => l.Text).FirstOrDefault(t => grammar.Score(t.Text, EntryRole.Grade) >= 2);
        return new EducationDraft
        {
            Institution = Part(entry, EntryRole.Organization)?.Find(Confidence(entry, EntryRole.Organization)),
            Degree = degree?.Find(Confidence(entry, EntryRole.Title)),
            FieldOfStudy = subject?.Find(Confidence(entry, EntryRole.Field, EntryRole.Title)),
            Dates = entry.Dates is { } dates && entry.DateText.Spans.Count > 0 ? new Found<DateRange>(dates, 0.95, entry.DateText.Spans) : null,
            Grade = grade?.Find(0.8),
            Place = Part(entry, EntryRole.Place)?.Find(Confidence(entry, EntryRole.Place)),
            Description = body.Text ?? (body.Items.Count > 0 ? Joined(entry) : null),
        };
    }

    private static Passage? Part(Entry entry, EntryRole role) =>
        entry.Parts.GetValueOrDefault(role) is { Score: >= Acceptable } part && part.Text.Trim(",;|·•–—-/: ") is { IsEmpty: false } text ? text : null;

    private static double Confidence(Entry entry, params ReadOnlySpan<EntryRole> roles)
    {
        foreach (var role in roles)
        {
            if (entry.Parts.GetValueOrDefault(role) is { } part) return part.Confidence;
        }
        return 0.5;
    }

    private static Found<string>? Joined(Entry entry) =>
        entry.Body.Where(l => !l.IsIgnored).Aggregate(Passage.Empty, (all, l) => all.Append(l.Text.Trim())).Find(0.8);
}
