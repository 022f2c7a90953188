using Resumai.Layout;
using Resumai.Normalize.Languages;
using Resumai.Sections;

namespace Resumai.Fields.Skills;

/// <summary>One skill per printed item of a skills section: without the names of groups, bars, dots, percentages and level words.</summary>
public static class SkillExtractor
{
    private const int MostWords = 8, MostCharacters = 70;

    public static IReadOnlyList<Found<string>> Extract(Section section, string? language)
    {
        var found = new List<Found<string>>();
        foreach (var item in SkillLines.Items(section.Lines))
        {
            var clean = Clean(item, language);
            if (!IsSkill(clean.Text) || found.Exists(f => f.Value.Equals(clean.Text, StringComparison.OrdinalIgnoreCase))) continue;
            if (clean.Find(0.85) is { } skill) found.Add(skill);
        }
        return found;
    }

    private static Passage Clean(Passage item, string? language)
    {
        var text = item.Trim(SkillLines.Marks);
        while (WithoutLevel(text, language) is { } shorter) text = shorter.Trim(SkillLines.Marks);
        return text.Text.EndsWith('.') ? text.Slice(0, text.Text.Length - 1) : text;
    }

    /// <summary>"Excel (advanced)", "Excel – advanced", "Excel 80 %" without their ends; null when there is none.</summary>
    private static Passage? WithoutLevel(Passage item, string? language)
    {
        var text = item.Text;
        if (text.EndsWith(')') && text.LastIndexOf('(') is > 0 and var open && IsLevel(text[(open + 1)..^1], language)) return item.Slice(0, open);
        foreach (var dash in (ReadOnlySpan<string>)[" – ", " — ", " - ", ": "])
        {
            if (text.LastIndexOf(dash, StringComparison.Ordinal) is > 0 and var at && IsLevel(text[(at + dash.Length)..], language)) return item.Slice(0, at);
        }
        if (!text.EndsWith('%')) return null;
        var end = text.Length - 1;
        while (end > 0 && (char.IsAsciiDigit(text[end - 1]) || text[end - 1] == ' ')) end--;
        return end > 0 && end < text.Length - 1 ? item.Slice(0, end) : null;
    }

    private static bool IsLevel(string text, string? language) => text.Trim().Length > 0 && (LanguageLevels.IsOnlyLevel(text, language) || text.Trim().All(c => char.IsAsciiDigit(c) || c is '/' or '%' or ' '));

    private static bool IsSkill(string text) =>
        text.Length is > 0 and <= MostCharacters && text.Any(char.IsLetter) && text.Split(' ').Length <= MostWords && !(text.EndsWith('.') && text.Split(' ').Length > 4);
}
