using Resumai.Fields.Contact;
using Resumai.Knowledge;
using Resumai.Normalize.Languages;
using Resumai.Sections;

namespace Resumai.Fields.Skills;

/// <summary>One skill per printed item of a skills section: without the names of groups, bars, dots, percentages, years, level words and languages.</summary>
internal static class SkillExtractor
{
    private const int MostWords = 8, MostCharacters = 70;
    private const double Listed = 0.85;

    public static IReadOnlyList<SkillDraft> Extract(Section section, string? language)
    {
        var found = new List<SkillDraft>();
        foreach (var item in SkillJoiner.Join(SkillLines.Cut(section.Lines), language))
        {
            if (SkillRemarks.Read(item, language, Listed) is not { } skill || !IsSkill(skill.Name.Value, language)) continue;
            if (!found.Exists(f => f.Name.Value.Equals(skill.Name.Value, StringComparison.OrdinalIgnoreCase))) found.Add(skill);
        }
        return found;
    }

    private static bool IsSkill(string text, string? language)
    {
        if (text.Length is 0 or > MostCharacters || !text.Any(char.IsLetter)) return false;
        var words = text.Split(' ').Length;
        if (words > MostWords || (text.EndsWith('.') && words > 4) || text.Contains('@')) return false;
        if (OnlineAddresses.Holds(text)) return false;
        // "Independent" is a level and a virtue: among skills, what the lexicon has as a skill is one.
        return SkillLexicon.Find(text, language) is not null || !(SkillGroups.IsGroup(text) || IsLanguage(text, language) || IsLevel(text, language));
    }

    private static bool IsLevel(string text, string? language) => LanguageLevels.Of(text, language) is not null && LanguageLevels.IsOnlyLevel(text, language);

    /// <summary>Languages that stand among the skills go to the languages; short names ("Ido") are products as often.</summary>
    private static bool IsLanguage(string text, string? language)
    {
        var bracket = text.IndexOf('(', StringComparison.Ordinal);
        var name = bracket > 0 ? text[..bracket].Trim() : text;
        return name.Length > 4 && LanguageNames.CodeOf(name, language) is not null && SkillLexicon.Find(name, language) is null;
    }
}
