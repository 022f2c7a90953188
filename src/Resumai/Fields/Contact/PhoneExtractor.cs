using System.Text.RegularExpressions;
using Resumai.Knowledge;
using Resumai.Layout;
using Resumai.Normalize.Dates;
using Resumai.Normalize.Phones;

namespace Resumai.Fields.Contact;

/// <summary>Telephone numbers: printed with a label, a plus or a form that is a valid number where the document comes from.</summary>
internal static partial class PhoneExtractor
{
    public static IReadOnlyList<PhoneDraft> Extract(IReadOnlyList<TextSpan> spans, NumberOrigins origins, string? language)
    {
        var found = new List<PhoneDraft>();
        string? labelAbove = null;
        var taken = 0;
        for (var i = 0; i < spans.Count; i++)
        {
            var text = spans[i].Text;
            var label = ContactLabels.Leading(text)?.Kind;
            if (label is not ("birth" or "web"))
            {
                foreach (Match match in Digits().Matches(text).Where(m => m.Index >= taken && !IsInAddress(text, m) && (label == "phone" || !IsReference(text, m))))
                {
                    Read(spans[i].Slice(match.Index, match.Length), label ?? labelAbove, origins, language, found);
                }
            }
            taken = 0;
            if (i + 1 < spans.Count && BrokenNumber.In(spans[i], spans[i + 1], origins) is var (broken, end))
            {
                found.RemoveAll(f => f.Raw.Spans.Any(s => s.Line == spans[i].Line && s.End > broken.Raw.Spans[0].Start && s.Start < broken.Raw.Spans[0].End));
                found.Add(broken);
                taken = end;
            }
            labelAbove = ContactLabels.Label(text);
        }
        return found;
    }

    /// <summary>Digits of an e-mail address or a link are no telephone number.</summary>
    private static bool IsInAddress(string text, Match match)
    {
        var start = text.LastIndexOf(' ', match.Index) + 1;
        var end = text.IndexOf(' ', match.Index + match.Length);
        return OnlineAddresses.Holds(text[start..(end < 0 ? text.Length : end)]);
    }

    /// <summary>"ID 31635083": the number of something.</summary>
    private static bool IsReference(string text, Match match)
    {
        var before = text.AsSpan(0, match.Index).TrimEnd(" .:");
        var word = before[(before.LastIndexOfAny(' ', '\t', '|') + 1)..].ToString();
        return word.Length > 0 && before.Length < match.Index && ContactWords.Default.Is("reference", word);
    }

    private static void Read(TextSpan span, string? label, NumberOrigins origins, string? language, List<PhoneDraft> found)
    {
        span = span.Trim('-', '–', '/', '.', ',', '|', '·');
        if (span.Length > 0 && span.Text[^1] == '(') span = span.Slice(0, span.Length - 1).Trim();
        if (JoinedNumbers.Parted(span, origins) is { Count: > 0 } parts)
        {
            foreach (var part in parts) Read(part, label, origins, language, found);
            return;
        }
        var digits = span.Text.Count(char.IsAsciiDigit);
        // Four groups of four are an ORCID or a card, not a telephone number.
        if (digits is < 7 or > 15 || span.Text.StartsWith("0000-", StringComparison.Ordinal) || span.Text.StartsWith("000", StringComparison.Ordinal)) return;
        var labelled = label == "phone";
        var plus = span.Text.StartsWith('+') || span.Text.StartsWith("00", StringComparison.Ordinal) || span.Text.StartsWith("(+", StringComparison.Ordinal);
        // A Brazilian postal code.
        if (!plus && !labelled && PostalCode().IsMatch(span.Text)) return;
        if (!plus && !labelled && DateRecognizer.FindAll(span.Text, language).Any(d => d.Length >= span.Length - 2)) return;
        var reading = PhoneReader.Read(span.Text, origins);
        if (!reading.IsValid && !labelled && !plus && span.Text[0] is not ('0' or '(')) return;
        if (found.Exists(f => f.E164 is not null && f.E164 == reading.E164)) return;
        found.Add(new PhoneDraft(new Found<string>(span.Text, reading.IsValid ? 0.95 : 0.7, span), reading.E164, reading.Type, reading.Country));
    }

    [GeneratedRegex(@"^\d{5}-\d{3}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PostalCode();

    [GeneratedRegex(@"((?<![\p{L}\p{N}_/#])|(?<=^[TMP]))(\(?\+|00)?[\d(][\d\s()./\-–‑]{5,}\d", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Digits();
}
