using Resumai.Layout;
using Resumai.Normalize.Languages;
using Resumai.Sections;

namespace Resumai.Fields.Languages;

/// <summary>Gathers what a CV says about languages: its sections about them, or a labelled line among skills or personal details.</summary>
internal static class LanguageSections
{
    public static IReadOnlyList<LanguageDraft> Extract(IReadOnlyList<Section> sections, string? language)
    {
        var found = Merge(sections.Where(s => s.Kind == SectionKind.Languages), language);
        if (found.Count > 0) return found;
        var others = sections.Where(s => s.Kind is SectionKind.Skills or SectionKind.Contact or SectionKind.Other or SectionKind.Top or SectionKind.Certifications or SectionKind.Education).ToArray();
        var labelled = Merge(others.Where(s => s.Kind is not (SectionKind.Certifications or SectionKind.Education)).SelectMany(Labelled), language);
        return labelled.Count > 0 ? labelled : Merge(others.SelectMany(s => Plain(s, language)), language);
    }

    /// <summary>Neighbouring lines that hold nothing but languages and levels, under no heading of their own.</summary>
    private static IEnumerable<Section> Plain(Section section, string? language)
    {
        var lines = new List<TextLine>();
        foreach (var line in section.Lines)
        {
            if (SaysLevels(line, language)) lines.Add(line);
            else if (lines.Count > 0) break;
        }
        if (lines.Count > 0) yield return new Section(SectionKind.Languages, null, lines);
    }

    private static bool SaysLevels(TextLine line, string? language)
    {
        var read = LanguageLine.Read(line, language);
        if (read.Languages.Count == 0 || read.Languages.Any(l => l.Code is null) || !IsLevelOrNothing(read.Before)) return false;
        return read.Languages.All(l => IsLevelOrNothing(l.After)) && (LanguageLevels.Of(read.Before.Text, language) ?? read.Languages.Select(l => LanguageLevels.Of(l.After.Text, language)).FirstOrDefault(l => l is not null)) is not null;

        bool IsLevelOrNothing(TextSpan text) => LevelText.Of(text, language) is not { } words ? !text.Text.Any(char.IsLetter) || LanguageLevels.IsNoise(text.Text, language) : LanguageLevels.IsOnlyLevel(words.Text, language);
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
