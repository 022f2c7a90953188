using Resumai.Fields.Entries;
using Resumai.Normalize.Dates;
using Resumai.Sections;

namespace Resumai.Fields.Experience;

/// <summary>Reads posts from the sections about work. Stateless.</summary>
internal static class ExperienceExtractor
{
    /// <summary>Parts that fit their role worse than this are left out: silence before invention.</summary>
    private const double Acceptable = -2.5;

    public static IReadOnlyList<ExperienceDraft> Extract(IEnumerable<Section> sections, string? language, string? locale, ColumnEdges edges, Func<string, double> placeShare)
    {
        var lexicon = EntryLexicon.For(language);
        var grammar = new ExperienceGrammar(lexicon, placeShare);
        var drafts = new List<ExperienceDraft>();
        foreach (var section in sections.Where(s => s.Kind == SectionKind.Experience && s.Lines.Count > 0))
        {
            var entries = EntrySplitter.Split(new EntryLineReader(section.Lines, edges, language, locale).Read(), grammar);
            drafts.AddRange(EmployerOfSeveral.Apply([.. entries.Select(e => Draft(e, lexicon, language))], entries, grammar));
        }
        return [.. drafts.Where(d => d.Title is not null || d.Employer is not null)];
    }

    private static ExperienceDraft Draft(Entry entry, EntryLexicon lexicon, string? language)
    {
        var title = Find(entry, EntryRole.Title);
        var employer = Find(entry, EntryRole.Organization);
        var leave = title is not null && lexicon.Leaves.AreIn(Knowledge.Tokens.Of(title.Value));
        if (title is null && employer is not null && lexicon.Leaves.AreIn(Knowledge.Tokens.Of(employer.Value))) (title, employer, leave) = (employer, null, true);
        var body = EntryBody.Of(entry.Body, entry.Parts.Values.SelectMany(p => p.Text.Spans).Select(s => s.Line.Indent).DefaultIfEmpty(0).Min());
        return new ExperienceDraft
        {
            Title = title,
            Employer = employer,
            Place = Find(entry, EntryRole.Place),
            Dates = entry.Dates is { } dates && entry.DateText.Spans.Count > 0 ? new Found<DateRange>(dates, 0.95, entry.DateText.Spans) : null,
            Highlights = body.Items,
            Description = body.Text,
            EmploymentType = EmploymentTypes.Find(title?.Value, language),
            IsLeave = leave,
        };
    }

    private static Found<string>? Find(Entry entry, EntryRole role) =>
        entry.Parts.GetValueOrDefault(role) is { Score: >= Acceptable } part ? part.Text.Trim(",;|·•–—-/: ").Find(part.Confidence) : null;
}
