using System.Buffers;
using Resumai.Knowledge.Tables;

namespace Resumai.Knowledge;

/// <summary>A skill by any of its names.</summary>
/// <param name="Name">The one name all its aliases lead to, in English.</param>
/// <param name="Type"><c>technical</c>, <c>soft</c>, <c>tool</c>, <c>domain</c> or <c>language_independent</c>.</param>
/// <param name="IsDoubtful">The word is also an ordinary one ("Go", "Access", "Spring"): a skill among skills, nothing in running text.</param>
internal sealed record Skill(string Name, string Type, bool IsDoubtful);

/// <summary>Where a skill is named in a text.</summary>
internal readonly record struct SkillMention(int Start, int Length, Skill Skill);

/// <summary>The names of skills of all trades, with aliases in many languages. Thread-safe.</summary>
internal static class SkillLexicon
{
    /// <summary>A skill does not go on over the end of a sentence or an item of a list.</summary>
    private static readonly SearchValues<char> Ends = SearchValues.Create(",;:|•()\n");

    /// <summary>The skill that the whole text names; null when none is known.</summary>
    /// <param name="language">Language of the document: its own aliases go first; null when unknown.</param>
    public static Skill? Find(string text, string? language = null) => Best(CompiledTables.Get("skill").Find(LookupKey.Of(text)), language);

    /// <summary>The skills named in running text, from left to right, the longest at each place; doubtful words are left out.</summary>
    public static IEnumerable<SkillMention> Mentions(string text, string? language = null)
    {
        var words = Words(text);
        for (var first = 0; first < words.Count;)
        {
            var (count, skill) = LongestAt(text, words, first, language);
            if (skill is { IsDoubtful: false })
            {
                var start = words[first].Start;
                var length = words[first + count - 1].End - start;
                if (count > 1 || !IsNameInSmallLetters(text.AsSpan(start, length), skill)) yield return new SkillMention(start, length, skill);
            }
            first += Math.Max(count, 1);
        }
    }

    /// <summary>"cadence" in running text is the word, not the program of that name.</summary>
    private static bool IsNameInSmallLetters(ReadOnlySpan<char> word, Skill skill) =>
        skill.Type == "tool" && char.IsUpper(skill.Name[0]) && char.IsLower(word[0]) && skill.Name.AsSpan().Equals(word, StringComparison.OrdinalIgnoreCase);

    private static (int Count, Skill? Skill) LongestAt(string text, List<(int Start, int End)> words, int first, string? language)
    {
        var table = CompiledTables.Get("skill");
        (int Count, Skill? Skill) longest = (0, null);
        for (var last = first; last < words.Count; last++)
        {
            if (last > first && text.AsSpan(words[last - 1].End, words[last].Start - words[last - 1].End).ContainsAny(Ends)) break;
            var cells = table.Find(LookupKey.Of(text[words[first].Start..words[last].End]), out var goesOn);
            if (Best(cells, language) is { } skill) longest = (last - first + 1, skill);
            if (!goesOn) break;
        }
        return longest;
    }

    private static List<(int Start, int End)> Words(string text)
    {
        var words = new List<(int, int)>();
        for (var at = 0; at < text.Length;)
        {
            while (at < text.Length && !LookupKey.IsPart(text[at])) at++;
            var start = at;
            while (at < text.Length && LookupKey.IsPart(text[at])) at++;
            var end = at;
            while (end > start && text[end - 1] is '.' or '\'') end--;
            if (end > start) words.Add((start, end));
        }
        return words;
    }

    private static Skill? Best(string[]? cells, string? language)
    {
        if (cells is null) return null;
        var all = cells.Select(c => c.Split('|')).ToArray();
        var best = all.FirstOrDefault(c => language is not null && c[3] == language) ?? all.FirstOrDefault(c => c[3].Length == 0) ?? all[0];
        return new Skill(best[0], best[1], best[2] == "?");
    }
}
