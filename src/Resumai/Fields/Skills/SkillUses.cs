using Resumai.Knowledge;

namespace Resumai.Fields.Skills;

/// <summary>
/// Finds the skills that posts show in title, description and highlights: known ones, and those the CV lists. A word that is also an
/// ordinary one ("Go", "Excel") counts only where the CV lists it and it stands here in the same letters, beside a separator.
/// </summary>
internal sealed class SkillUses
{
    private const double InText = 0.7;
    private const string Separators = ",;:/()[]|•·\t\n";

    private readonly string? _language;
    private readonly IReadOnlyList<(string Name, string Key)> _listed;

    /// <param name="listed">The skills of the CV's own lists.</param>
    public SkillUses(IEnumerable<SkillDraft> listed, string? language)
    {
        _language = language;
        // Found by the lexicon anyway, unless it is doubtful or unknown.
        _listed = [.. listed.Select(s => s.Name.Value).Where(n => n.Length > 0 && SkillLexicon.Find(n, language) is null or { IsDoubtful: true }).Select(n => (n, SkillKey.Of(n, language)))];
    }

    /// <summary>Each skill once, in the order of the texts.</summary>
    public IReadOnlyList<SkillUse> In(IEnumerable<Found<string>?> texts)
    {
        var uses = new List<SkillUse>();
        foreach (var text in texts.OfType<Found<string>>())
        {
            foreach (var (start, length, key) in Places(text.Value).OrderBy(p => p.Start))
            {
                if (!uses.Exists(u => u.Key == key)) uses.Add(new SkillUse(Found(text, text.Value.Substring(start, length)), key));
            }
        }
        return uses;
    }

    private IEnumerable<(int Start, int Length, string Key)> Places(string text)
    {
        foreach (var mention in SkillLexicon.Mentions(text, _language)) yield return (mention.Start, mention.Length, SkillKey.Of(mention.Skill.Name));
        foreach (var (name, key) in _listed)
        {
            for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
            {
                if (!IsWhole(text, at, name.Length) || (name.Length < 8 && !IsItem(text, at, name.Length))) continue;
                yield return (at, name.Length, key);
                break;
            }
        }
    }

    private static bool IsWhole(string text, int at, int length) =>
        (at == 0 || !IsPart(text[at - 1])) && (at + length == text.Length || !IsPart(text[at + length]));

    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || c is '+' or '#' or '-' or '\'' or '’' or '&';

    private static bool IsItem(string text, int at, int length)
    {
        var before = text.AsSpan(0, at).TrimEnd(' ');
        var after = text.AsSpan(at + length).TrimStart(' ');
        return (before.Length > 0 && Separators.Contains(before[^1])) || (after.Length > 0 && (Separators.Contains(after[0]) || after is ".")) || before.Length + after.Length == 0;
    }

    /// <summary>The words where they stand in a line; where a line's end parts them, all of the text is their evidence.</summary>
    private static Found<string> Found(Found<string> text, string words)
    {
        foreach (var span in text.Spans)
        {
            if (span.Text.IndexOf(words, StringComparison.Ordinal) is >= 0 and var at) return new Found<string>(words, InText, span.Slice(at, words.Length));
        }
        return new Found<string>(words, InText, text.Spans);
    }
}
