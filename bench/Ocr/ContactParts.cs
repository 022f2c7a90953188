using System.Text.RegularExpressions;

namespace Resumai.Bench.Ocr;

/// <summary>The addresses and numbers of a page, and how many of them a reading has to the letter.</summary>
internal static partial class ContactParts
{
    public static (int Exact, int Total) Count(IEnumerable<string> truth, IReadOnlyList<string> reading)
    {
        var parts = truth.SelectMany(line => Contact().Matches(line).Select(m => m.Value.TrimEnd('.', ',', ' '))).Distinct(StringComparer.Ordinal).ToList();
        var text = string.Join('\n', reading.Select(Bare));
        return (parts.Count(p => text.Contains(Bare(p), StringComparison.Ordinal)), parts.Count);
    }

    private static string Bare(string text) => new([.. text.Where(c => !char.IsWhiteSpace(c)).Select(c => c is '–' or '—' or '‐' or '‑' ? '-' : c)]);

    [GeneratedRegex(@"[\w.+-]+@[\w.-]+\.\w+|(?:https?://|www\.)\S+|\b(?:linkedin|github|gitlab|xing)\.com/\S+|(?:\+\d|\(?0)[\d ()/.-]{7,}\d", RegexOptions.None, 1000)]
    private static partial Regex Contact();
}
