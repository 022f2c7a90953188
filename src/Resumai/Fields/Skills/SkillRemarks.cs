using System.Globalization;
using System.Text.RegularExpressions;
using Resumai.Normalize.Languages;

namespace Resumai.Fields.Skills;

/// <summary>What is printed behind a skill and is not its name: "(advanced)", "– expert", "80 %", "(4 years)", "4/5".</summary>
internal static partial class SkillRemarks
{
    /// <summary>The skill without its remarks.</summary>
    public static SkillDraft? Read(Passage item, string? language, double confidence)
    {
        var text = item.Trim(SkillLines.Marks);
        Found<string>? level = null;
        int? years = null;
        while (Cut(text, language) is var (shorter, remark) && !shorter.IsEmpty)
        {
            if (Years().Match(remark.Text) is { Success: true } match) years ??= int.Parse(match.Groups["years"].ValueSpan, CultureInfo.InvariantCulture);
            else if (remark.Text.Any(char.IsLetter)) level ??= remark.Find(confidence);
            text = shorter;
        }
        if (text.Text.EndsWith('.')) text = text.Slice(0, text.Text.Length - 1);
        return text.Find(confidence) is { } name ? new SkillDraft(name, level, years) : null;
    }

    private static (Passage Name, Passage Remark) Cut(Passage item, string? language)
    {
        var text = item.Text;
        if (text.EndsWith(')') && text.LastIndexOf('(') is > 0 and var open && IsRemark(text[(open + 1)..^1], language)) return At(item, open, open + 1, text.Length - 1);
        foreach (var dash in (ReadOnlySpan<string>)[" – ", " — ", " - ", ": "])
        {
            if (text.LastIndexOf(dash, StringComparison.Ordinal) is > 0 and var at && IsRemark(text[(at + dash.Length)..], language)) return At(item, at, at + dash.Length, text.Length);
        }
        return Share().Match(text) is { Success: true, Index: > 0 } share ? At(item, share.Index, share.Index, text.Length) : (Passage.Empty, Passage.Empty);
    }

    private static (Passage, Passage) At(Passage item, int end, int from, int to) => (item.Slice(0, end).Trim(SkillLines.Marks), item.Slice(from, to - from).Trim());

    private static bool IsRemark(string text, string? language) =>
        text.Trim().Length > 0 && (LanguageLevels.IsOnlyLevel(text, language) || Numbers().IsMatch(text) || Years().IsMatch(text));

    /// <summary>"4 years", "2+ J.", "9 г.": the unit is a word or its beginning.</summary>
    [GeneratedRegex(@"^\s*[>~]?\s*(?<years>\d{1,2})([.,]\d)?\s*\+?\s*\p{L}{1,9}\.?\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Years();

    [GeneratedRegex(@"^[\d\s/%]+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\s\d{1,3}\s?%$|\s\d{1,2}\s?/\s?(5|10)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Share();
}
