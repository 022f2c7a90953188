using System.Text.RegularExpressions;
using PhoneNumbers;

namespace Resumai.Normalize.Phones;

/// <summary>A telephone number as printed and, as far as it can be told, in ITU-T E.164.</summary>
internal sealed record PhoneReading(string? E164, string? Type, string? Country, bool IsValid);

/// <summary>Reads printed telephone numbers with libphonenumber's metadata. Thread-safe.</summary>
internal static partial class PhoneReader
{
    /// <param name="countries">Where a national number belongs (ISO 3166-1 alpha-2), the likeliest first: the first it is valid in.</param>
    public static PhoneReading Read(string printed, IReadOnlyList<string> countries) => Read(printed, new NumberOrigins(countries, []));

    /// <summary>
    /// A national number is one of the first country told of that it is valid in; else, of those the language is spoken in, of the one whose
    /// way of grouping digits it is printed in, or where it is a mobile number; of equals the first.
    /// </summary>
    public static PhoneReading Read(string printed, NumberOrigins origins)
    {
        var (countries, spoken) = (origins.Told, origins.Spoken);
        var international = printed.TrimStart('(').StartsWith('+') || printed.StartsWith("00", StringComparison.Ordinal);
        if (printed.StartsWith("00", StringComparison.Ordinal)) printed = "+" + printed[2..];
        if (international) return In(printed, "DE")?.Reading ?? new PhoneReading(null, null, null, false);

        // Written as North Americans do, without the 0 that begins a British number at home.
        if (NorthAmerican().IsMatch(printed))
        {
            if (countries.Contains("GB")) countries = ["US", .. countries];
            else if (spoken.Contains("US")) countries = [.. countries, "US"];
        }
        PhoneReading? possible = null;
        foreach (var country in countries)
        {
            if (In(printed, country) is not var (reading, _)) continue;
            if (reading.IsValid) return reading;
            possible ??= reading;
        }
        var fitting = from country in spoken let read = In(printed, country) where read is { Reading.IsValid: true } select read;
        return fitting.MaxBy(f => f!.Value.Form)?.Reading ?? possible ?? spoken.Select(c => In(printed, c)?.Reading).FirstOrDefault(r => r is not null) ?? new PhoneReading(null, null, null, false);
    }

    /// <summary>The number as one of a country, and how much its print looks it; null when it has not even the length of one.</summary>
    private static (PhoneReading Reading, int Form)? In(string printed, string country)
    {
        var util = PhoneNumberUtil.GetInstance();
        // A 0 before a Brazilian area code is read as the beginning of a carrier's.
        if (country == "BR") printed = printed.TrimStart('0');
        try
        {
            var number = util.Parse(printed.Replace("(0)", "", StringComparison.Ordinal), country);
            var valid = util.IsValidNumber(number);
            if (!valid && !util.IsPossibleNumber(number)) return null;
            var type = Type(util.GetNumberType(number));
            var reading = new PhoneReading(util.Format(number, PhoneNumberFormat.E164), type, util.GetRegionCodeForCountryCode(number.CountryCode), valid);
            return (reading, valid ? Form(printed, util.Format(number, PhoneNumberFormat.NATIONAL), type) : 0);
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    /// <summary>Digits in groups speak loudest, then what kind of number CVs show.</summary>
    private static int Form(string printed, string national, string? type)
    {
        var (shown, usual) = (Groups().Matches(printed), Groups().Matches(national));
        var first = shown.Count > 1 && shown[0].ValueSpan.SequenceEqual(usual[0].ValueSpan);
        var all = first && shown.Select(m => m.Value).SequenceEqual(usual.Select(m => m.Value), StringComparer.Ordinal);
        return (first ? 2 : 0) + (all ? 2 : 0) + (type == "mobile" ? 1 : 0);
    }

    [GeneratedRegex(@"^\(?[2-9][0-9]{2}\)?[ .\-]?[2-9][0-9]{2}[ .\-][0-9]{4}$", RegexOptions.None, 1000)]
    private static partial Regex NorthAmerican();

    [GeneratedRegex("[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Groups();

    private static string? Type(PhoneNumberType type) => type switch
    {
        PhoneNumberType.MOBILE => "mobile",
        PhoneNumberType.FIXED_LINE => "fixed_line",
        _ => null,
    };
}
