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
        if (international) return origins.Known.In(printed, "DE")?.Reading ?? new PhoneReading(null, null, null, false);

        // Written as North Americans do, without the 0 that begins a British number at home.
        if (NorthAmerican().IsMatch(printed))
        {
            if (countries.Contains("GB")) countries = ["US", .. countries];
            else if (spoken.Contains("US")) countries = [.. countries, "US"];
        }
        PhoneReading? possible = null;
        foreach (var country in countries)
        {
            if (origins.Known.In(printed, country) is not { Reading: var reading }) continue;
            if (reading.IsValid) return reading;
            possible ??= reading;
        }
        var readings = spoken.Select(c => origins.Known.In(printed, c)).OfType<NationalReading>();
        var fitting = readings.Where(r => r.Reading.IsValid).MaxBy(r => Form(printed, r));
        return fitting?.Reading ?? possible ?? readings.FirstOrDefault()?.Reading ?? new PhoneReading(null, null, null, false);
    }

    /// <summary>Digits in groups speak loudest, then what kind of number CVs show.</summary>
    private static int Form(string printed, NationalReading read)
    {
        var national = PhoneNumberUtil.GetInstance().Format(read.Number, PhoneNumberFormat.NATIONAL);
        var (shown, usual) = (Groups().Matches(read.Reading.Country == "BR" ? printed.TrimStart('0') : printed), Groups().Matches(national));
        var first = shown.Count > 1 && shown[0].ValueSpan.SequenceEqual(usual[0].ValueSpan);
        var all = first && shown.Select(m => m.Value).SequenceEqual(usual.Select(m => m.Value), StringComparer.Ordinal);
        return (first ? 2 : 0) + (all ? 2 : 0) + (read.Reading.Type == "mobile" ? 1 : 0);
    }

    [GeneratedRegex(@"^\(?[2-9][0-9]{2}\)?[ .\-]?[2-9][0-9]{2}[ .\-][0-9]{4}$", RegexOptions.None, 1000)]
    private static partial Regex NorthAmerican();

    [GeneratedRegex("[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Groups();
}
