using System.Text.RegularExpressions;
using Resumai.Knowledge;
using Resumai.Layout;

namespace Resumai.Fields.Contact;

/// <summary>An address broken between its postal code and its city: "Kanalstraße 80, 12514" and "Renko" in the next line, or the city first.</summary>
internal static partial class AddressOverLines
{
    private static readonly char[] Edges = [',', '–', '—', '-', '('];

    /// <param name="likely">Countries the document speaks of otherwise, the likeliest first.</param>
    public static AddressDraft? Read(TextSpan first, TextSpan next, IReadOnlyList<string> likely)
    {
        if (likely.Count == 0 || next.Line.Page != first.Line.Page || next.Line == first.Line) return null;
        if (CodeAtEnd().Match(first.Text) is { Success: true } code && Beginning().Match(next.Text) is { Success: true } city)
        {
            return Draft(first, next, first.Slice(code.Groups["code"].Index, code.Groups["code"].Length), next.Slice(city.Groups["city"].Index, city.Groups["city"].Length),
                first.Slice(0, code.Index).Trim(Edges), likely);
        }
        if (CodeAlone().IsMatch(next.Text) && CityAtEnd().Match(first.Text) is { Success: true } ending)
        {
            var place = first.Slice(ending.Groups["city"].Index, ending.Groups["city"].Length).Trim(Edges);
            return Gazetteer.Find(place.Text).Any(k => likely.Contains(k.Country)) ? Draft(first, next, next, place, first.Slice(0, ending.Index).Trim(Edges), likely) : null;
        }
        return null;
    }

    private static AddressDraft Draft(TextSpan first, TextSpan next, TextSpan code, TextSpan city, TextSpan street, IReadOnlyList<string> likely)
    {
        var known = Gazetteer.Find(city.Text);
        return new AddressDraft
        {
            Raw = new Found<string>(first.Text + " " + next.Text, 0.85, [first, next]),
            Street = street.Length > 3 && street.Text.Any(char.IsDigit) ? new Found<string>(street.Text, 0.8, street) : null,
            PostalCode = new Found<string>(code.Text, 0.9, code),
            City = new Found<string>(city.Text, known.Count > 0 ? 0.9 : 0.8, city),
            CountryCode = likely.FirstOrDefault(c => known.Any(k => k.Country == c)) ?? likely[0],
        };
    }

    [GeneratedRegex(@"(?<=^|[ ,])(?<code>(?:LT-|LV-|L-)?\d{4,6}|\d{3} \d{2}|\d{2}-\d{3}|\d{4}-\d{3}|\d{4} ?[A-Z]{2}),?$", RegexOptions.None, 1000)]
    private static partial Regex CodeAtEnd();

    [GeneratedRegex(@"^(?<city>\p{Lu}[\p{L}.'’\-]+(?: [\p{L}.'’\-]+){0,3})(?:,|$| \()", RegexOptions.None, 1000)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"^(?:\d{4,5}|\d{3} \d{2}|\d{2}-\d{3}|\d{4}-\d{3}|\d{5}-\d{3})$", RegexOptions.None, 1000)]
    private static partial Regex CodeAlone();

    [GeneratedRegex(@"(?<=^|, )(?<city>\p{Lu}[\p{L}.'’\- ]+?)(?: [–-] [A-Z]{2})?,?$", RegexOptions.None, 1000)]
    private static partial Regex CityAtEnd();
}
