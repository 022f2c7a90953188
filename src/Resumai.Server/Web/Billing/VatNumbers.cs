using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Resumai.Server.Web.Billing;

/// <summary>VAT identification numbers. Their form is checked, not whether they were given out: that is the Commission's service VIES to say.</summary>
public static class VatNumbers
{
    /// <summary>Of a number from elsewhere.</summary>
    private const int Longest = 20;
    private static readonly FrozenDictionary<string, (string Prefix, Regex Form)> Members = Read();

    /// <summary>Whether a country, by its ISO 3166-1 code, is a member of the European Union.</summary>
    public static bool IsMember(string country) => Members.ContainsKey(country);

    /// <summary>The number with its prefix and without spaces, dots and dashes; null when it cannot be one of this country.</summary>
    public static string? Normalize(string country, string text)
    {
        var number = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('.' or '-' or '/'))).ToUpperInvariant();
        if (!Members.TryGetValue(country, out var member))
            return number.Length is >= 4 and <= Longest && number.All(char.IsAsciiLetterOrDigit) && number.Any(char.IsAsciiDigit) ? number : null;
        var hasPrefix = number.StartsWith(member.Prefix, StringComparison.Ordinal);
        // The letters of another member are no part of this one's number that came without its own.
        if (!hasPrefix && Members.Values.Any(m => number.StartsWith(m.Prefix, StringComparison.Ordinal))) return null;
        var body = hasPrefix ? number[member.Prefix.Length..] : number;
        return member.Form.IsMatch(body) ? member.Prefix + body : null;
    }

    private static FrozenDictionary<string, (string Prefix, Regex Form)> Read()
    {
        using var reader = new StreamReader(typeof(VatNumbers).Assembly.GetManifestResourceStream("vat-numbers")!);
        return reader.ReadToEnd().Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t'))
            .ToFrozenDictionary(c => c[0], c => (c[1], new Regex($"^(?:{c[2].Replace(@"\d", "[0-9]", StringComparison.Ordinal)})\\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))));
    }
}
