using System.Text.RegularExpressions;

namespace Resumai.Bench.Ocr;

/// <summary>The addresses and numbers of a page, and how many of them a reading has to the letter.</summary>
internal static partial class ContactParts
{
    public static (int Exact, int Total) Count(IEnumerable<string> truth, IReadOnlyList<string> reading, List<(string Truth, string Read)>? misread = null)
    {
        var parts = truth.SelectMany(line => Contact().Matches(line).Select(m => m.Value.TrimEnd('.', ',', ' '))).Where(p => !IsDate(p)).Distinct(StringComparer.Ordinal).ToList();
        var text = string.Join('\n', reading.Select(Bare));
        misread?.AddRange(parts.Where(p => !text.Contains(Bare(p), StringComparison.Ordinal)).Select(p => ("contact: " + p, "-")));
        return (parts.Count(p => text.Contains(Bare(p), StringComparison.Ordinal)), parts.Count);
    }

    /// <summary>Dates and post codes are written with the signs of phone numbers, but with fewer figures or with a year.</summary>
    private static bool IsDate(string part) => !part.Any(char.IsLetter) && (part.Count(char.IsAsciiDigit) < 9 || Year().IsMatch(part));

    private static string Bare(string text) => new([.. text.Where(c => !char.IsWhiteSpace(c)).Select(c => c is '–' or '—' or '‐' or '‑' ? '-' : c)]);

    [GeneratedRegex(@"[\w.+-]+@[\w.-]+\.\w+|(?:https?://|www\.)\S+|\b(?:linkedin|github|gitlab|xing)\.com/\S+|(?<!\d)(?:\+\d|\(?0)[\d ()/.-]{7,}\d", RegexOptions.None, 1000)]
    private static partial Regex Contact();

    [GeneratedRegex(@"[/.](?:19|20)\d\d\b", RegexOptions.None, 1000)]
    private static partial Regex Year();
}
