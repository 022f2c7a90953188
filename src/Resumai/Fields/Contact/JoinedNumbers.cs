using Resumai.Layout;
using Resumai.Normalize.Phones;

namespace Resumai.Fields.Contact;

/// <summary>Digits that run on from one detail into the next: two telephone numbers, a postal code and a number.</summary>
internal static class JoinedNumbers
{
    private const string Slash = " / ";
    private const int FewestDigits = 7;
    /// <summary>Longer than any part of a postal code that stands by itself.</summary>
    private const int MostCodeDigits = 5;

    /// <summary>The numbers in digits that are none as a whole; empty where the digits tell of none either.</summary>
    public static IReadOnlyList<TextSpan> Parted(TextSpan span, NumberOrigins origins)
    {
        var text = span.Text;
        if (text.Count(char.IsAsciiDigit) <= FewestDigits || !text.Contains(' ') || IsNumber(span)) return [];
        var cut = text.IndexOf(Slash, StringComparison.Ordinal);
        if (cut > 0)
        {
            TextSpan[] sides = [span.Slice(0, cut), span.Slice(cut + Slash.Length, text.Length - cut - Slash.Length)];
            if (Array.Exists(sides, IsNumber)) return [.. sides.Where(s => IsNumber(s) || s.Text.Contains(Slash, StringComparison.Ordinal))];
        }
        (TextSpan First, TextSpan Second)? two = null;
        for (var at = text.IndexOf(' '); at > 0; at = text.IndexOf(' ', at + 1))
        {
            var (first, second) = (span.Slice(0, at).Trim(), span.Slice(at, text.Length - at).Trim());
            if (!IsNumber(second)) continue;
            if (two is null && first.Text.Count(char.IsAsciiDigit) <= MostCodeDigits && !first.Text.Contains('+')) return [second];
            if (!IsNumber(first)) continue;
            // Where it could be parted in two ways, neither is known to be right.
            if (two is not null) return [];
            two = (first, second);
        }
        return two is var (one, other) ? [one, other] : [];

        bool IsNumber(TextSpan part) => part.Text.Count(char.IsAsciiDigit) >= FewestDigits && PhoneReader.Read(part.Text, origins).IsValid;
    }
}
