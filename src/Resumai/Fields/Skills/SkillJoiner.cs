using Resumai.Knowledge;

namespace Resumai.Fields.Skills;

/// <summary>Joins items that the end of a line or a column's wide spaces parted: "Project" above "management".</summary>
internal static class SkillJoiner
{
    /// <summary>Of the items that begin with a capital in a list where a small letter tells that an item goes on.</summary>
    private const double MostlyCapitals = 0.7;

    public static IEnumerable<Passage> Join(IEnumerable<ListItem> items, string? language)
    {
        IReadOnlyList<ListItem> all = [.. items.Where(i => i.Text.Text.Any(char.IsLetter))];
        var capitals = all.Count(i => char.IsUpper(FirstLetter(i.Text.Text))) >= MostlyCapitals * all.Count;
        var pending = Passage.Empty;
        foreach (var item in all)
        {
            if (!pending.IsEmpty && item.GoesOn && Belong(pending, item.Text, capitals, language))
            {
                pending = pending.Append(item.Text.Trim(SkillLines.Marks));
                continue;
            }
            if (!pending.IsEmpty) yield return pending;
            pending = item.Text;
        }
        if (!pending.IsEmpty) yield return pending;
    }

    private static bool Belong(Passage first, Passage second, bool capitals, string? language)
    {
        var (head, tail) = (first.Text.Trim(), second.Trim(SkillLines.Marks).Text);
        // A hyphen at a line's end parts a word.
        if (head.Length > 1 && head[^1] is '-' or '‐' or '\u00AD' && char.IsLetter(head[^2]) && char.IsLower(FirstLetter(tail))) return true;
        if (Known(first.Append(second.Trim(SkillLines.Marks)).Text, language) && !(Known(head, language) && Known(tail, language))) return true;
        return capitals && char.IsLower(FirstLetter(tail)) && !tail.Skip(1).Any(char.IsUpper) && !tail.Any(char.IsDigit) && !Known(tail, language);
    }

    private static bool Known(string text, string? language) => SkillLexicon.Find(text, language) is not null;

    private static char FirstLetter(string text) => text.FirstOrDefault(char.IsLetter);
}
