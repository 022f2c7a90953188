using Resumai.Layout;
using Resumai.Sections;

namespace Resumai.Fields.Languages;

/// <summary>Gathers what a CV says about languages: its sections about them, or a labelled line among skills or personal details.</summary>
internal static class LanguageSections
{
    public static IReadOnlyList<LanguageDraft> Extract(IReadOnlyList<Section> sections, string? language)
    {
        var found = Merge(sections.Where(s => s.Kind == SectionKind.Languages), language);
        return found.Count > 0 ? found : Merge(sections.Where(s => s.Kind is SectionKind.Skills or SectionKind.Contact or SectionKind.Other or SectionKind.Top).SelectMany(Labelled), language);
    }

    private static List<LanguageDraft> Merge(IEnumerable<Section> sections, string? language)
    {
        var found = new List<LanguageDraft>();
        foreach (var draft in sections.SelectMany(s => LanguageExtractor.Extract(s, language)))
        {
            if (!found.Exists(d => d.Code is null ? d.Name.Value == draft.Name.Value : d.Code == draft.Code)) found.Add(draft);
        }
        return found;
    }

    /// <summary>"Languages: English (C1), French (B2)" as a section of its own, with the lines it runs on into.</summary>
    private static IEnumerable<Section> Labelled(Section section)
    {
        for (var i = 0; i < section.Lines.Count; i++)
        {
            var line = section.Lines[i];
            var end = line.Text.IndexOfAny([':', '\t']);
            if (end is < 2 or > 40 || HeadingLexicon.Default.Find(line.Text[..end]) is not { Strength: 1 } words || words.Kinds.All(k => k.Kind != SectionKind.Languages)) continue;
            var lines = new List<TextLine>();
            if (line.Part(end + 1, line.Text.Length) is { } rest) lines.Add(rest);
            while (i + 1 < section.Lines.Count && section.Lines[i + 1] is var next && next.Bullet is null && next.GapAbove < 0.3 && next.Text.IndexOfAny([':', '\t']) < 0) lines.Add(section.Lines[++i]);
            yield return new Section(SectionKind.Languages, null, lines);
        }
    }
}
