using Resumai.Knowledge;
using Resumai.Master;
using Resumai.Normalize.Languages;

namespace Resumai.Fields.Languages;

/// <summary>The Europass self-assessment grid: a level for each skill, named in the column heads or beside the levels.</summary>
internal static class AssessmentGrid
{
    /// <summary>Columns of the Europass form where no heads say them: two of speaking (interaction, production).</summary>
    private static readonly string[] FiveColumns = ["listening", "reading", "speaking", "speaking", "writing"];
    private static readonly string[] FourColumns = ["listening", "reading", "speaking", "writing"];

    /// <summary>The skills a line names when it is the head of a grid: at least three and no level; else null.</summary>
    public static IReadOnlyList<string>? Head(string text, string? language)
    {
        var tokens = PhraseTable.TokensOf(text);
        if (tokens.Any(t => LanguageLevels.Code(t.Folded) is not null)) return null;
        var skills = LanguageLevels.Skills(tokens, language).Select(m => m.Value).ToList();
        return skills.Count >= 3 ? skills : null;
    }

    /// <summary>The levels of a row; null when the text is not one: fewer than three levels.</summary>
    public static SelfAssessment? Row(string text, IReadOnlyList<string>? head, string? language)
    {
        var tokens = PhraseTable.TokensOf(text);
        var levels = Enumerable.Range(0, tokens.Count).Where(i => LanguageLevels.Code(tokens[i].Folded) is not null).ToList();
        if (levels.Count < 3) return null;
        var named = LanguageLevels.Skills(tokens, language).ToList();
        string? Skill(int n)
        {
            if (named.Count >= levels.Count) return named.LastOrDefault(m => m.FirstToken < levels[n]).Value;
            var columns = head?.Count == levels.Count ? head : levels.Count == 5 ? FiveColumns : levels.Count == 4 ? FourColumns : [];
            return n < columns.Count ? columns[n] : null;
        }

        var bySkill = Enumerable.Range(0, levels.Count)
            .Select(n => (Skill: Skill(n), Level: LanguageLevels.Code(tokens[levels[n]].Folded)!))
            .Where(p => p.Skill is not null)
            .GroupBy(p => p.Skill!, p => p.Level)
            .ToDictionary(g => g.Key, g => g.Min(StringComparer.Ordinal));
        return new SelfAssessment(bySkill.GetValueOrDefault("listening"), bySkill.GetValueOrDefault("reading"), bySkill.GetValueOrDefault("speaking"), bySkill.GetValueOrDefault("writing"));
    }

    /// <summary>One level for the language: the middle one of all printed, the lower of two.</summary>
    public static string? Overall(string text)
    {
        var levels = PhraseTable.TokensOf(text).Select(t => LanguageLevels.Code(t.Folded)).OfType<string>().Order(StringComparer.Ordinal).ToList();
        return levels.Count == 0 ? null : levels[(levels.Count - 1) / 2];
    }
}
