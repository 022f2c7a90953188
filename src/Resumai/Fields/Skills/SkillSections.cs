using Resumai.Knowledge;
using Resumai.Layout;
using Resumai.Sections;

namespace Resumai.Fields.Skills;

/// <summary>
/// Finds what lists skills: the sections headed so, and lists under another heading or none whose items are mostly known skills.
/// </summary>
internal static class SkillSections
{
    /// <summary>So many known skills, and such a share of all items, make a list one of skills.</summary>
    private const int FewestKnown = 4;
    private const double MostlyKnown = 0.45;

    private const int LongList = 4, FewOfLongList = 2;

    public static IReadOnlyList<Section> Of(IReadOnlyList<Section> sections, string? language)
    {
        var found = new List<Section>();
        var headed = false;
        foreach (var section in sections)
        {
            if (section.Lines.Count == 0) continue;
            if (section.Kind == SectionKind.Skills || (MayHold(section.Kind) && (IsGroup(section, headed) || Share(section.Lines, language).Tells))) found.Add(section);
            headed = section.Kind == SectionKind.Skills || (headed && found.Contains(section));
        }
        return found.Count > 0 ? found : [.. sections.Where(s => MayHoldRun(s.Kind)).SelectMany(s => Named(s) is { } named ? [named] : Runs(s, language))];
    }

    private static bool MayHold(SectionKind kind) => kind is SectionKind.Other or SectionKind.Contact;

    private static bool MayHoldRun(SectionKind kind) => MayHold(kind) || kind is SectionKind.Top or SectionKind.Education or SectionKind.Certifications or SectionKind.References;

    /// <summary>"Other" right behind the skills, above short lines: a group of them and no section of its own.</summary>
    private static bool IsGroup(Section section, bool afterSkills) =>
        afterSkills && section.Heading is { } heading && SkillGroups.IsGroup(heading.Text) && !section.Lines.Any(l => l.Text.Contains('@'))
        && SkillLines.Items(section.Lines).All(i => i.Text.Length < 45 && i.Text.Count(char.IsAsciiDigit) < 4);

    /// <summary>What follows a line that says no more than "Skills" but does not look like a heading: lists and short lines.</summary>
    private static Section? Named(Section section)
    {
        var name = section.Lines.ToList().FindIndex(l => HeadingLexicon.Default.Find(l.Text) is { Strength: 1 } words && words.Kinds.All(k => k.Kind == SectionKind.Skills));
        if (name < 0) return null;
        var lines = section.Lines.Skip(name + 1).TakeWhile(l => HeadingLexicon.Default.Find(l.Text) is not { Strength: 1 } || SkillGroups.IsGroup(l.Text))
            .TakeWhile(l => l.Text.Length < 40 || SkillLines.IsList(l.Text.Replace('\t', ' '))).ToArray();
        return lines.Length > 0 ? new Section(SectionKind.Skills, null, lines) : null;
    }

    /// <summary>Neighbouring lines that list known skills where no section does.</summary>
    private static IEnumerable<Section> Runs(Section section, string? language)
    {
        var shares = section.Lines.Select(l => Share([l], language)).ToArray();
        for (var start = 0; start < shares.Length; start++)
        {
            if (!shares[start].IsMost) continue;
            var end = start + 1;
            while (end < shares.Length && (shares[end].IsMost || (end + 1 < shares.Length && shares[end].Items == 1 && shares[end + 1].IsMost))) end++;
            var lines = section.Lines.Skip(start).Take(end - start).ToArray();
            if (Share(lines, language).Tells) yield return new Section(SectionKind.Skills, null, lines);
            start = end;
        }
    }

    private static KnownShare Share(IReadOnlyList<TextLine> lines, string? language)
    {
        var (items, known, words) = (0, 0, 0);
        foreach (var item in SkillJoiner.Join(SkillLines.Cut(lines), language))
        {
            if (SkillRemarks.Read(item, language, 1) is not { } skill) continue;
            items++;
            words += skill.Name.Value.AsSpan().Count(' ') + 1;
            if (SkillLexicon.Find(skill.Name.Value, language) is not null) known++;
        }
        return new KnownShare(items, known, words, lines.Count == 1);
    }

    private readonly record struct KnownShare(int Items, int Known, int Words, bool OneLine)
    {
        public bool IsMost => (Known > 0 && Known >= MostlyKnown * Items) || IsShortList;
        public bool Tells => Known >= FewestKnown && Known >= MostlyKnown * Items;

        /// <summary>Many items of a word or two on one line are a list of skills by less.</summary>
        private bool IsShortList => OneLine && Items >= LongList && Words <= 2 * Items && Known >= FewOfLongList;
    }
}
