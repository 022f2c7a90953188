using System.Text.RegularExpressions;
using PhoneNumbers;

namespace Resumai.Normalize.Phones;

/// <summary>A telephone number as printed and, as far as it can be told, in ITU-T E.164.</summary>
internal sealed record PhoneReading(string? E164, string? Type, string? Country, bool IsValid);

/// <summary>Reads printed telephone numbers with libphonenumber's metadata. Thread-safe.</summary>
internal static partial class PhoneReader
{
    /// <param name="countries">Where a national number may belong (ISO 3166-1 alpha-2), the likeliest first.</param>
    public static PhoneReading Read(string printed, IReadOnlyList<string> countries)
    {
        var util = PhoneNumberUtil.GetInstance();
        PhoneReading? possible = null;
        var international = printed.TrimStart('(').StartsWith('+') || printed.StartsWith("00", StringComparison.Ordinal);
        if (printed.StartsWith("00", StringComparison.Ordinal)) printed = "+" + printed[2..];
        // Written as North Americans do, without the 0 that begins a British number at home.
        if (!international && countries.Contains("GB") && NorthAmerican().IsMatch(printed)) countries = ["US", .. countries];
        foreach (var country in international ? [countries.Count > 0 ? countries[0] : "DE"] : countries)
        {
            try
            {
                var number = util.Parse(printed.Replace("(0)", "", StringComparison.Ordinal), country);
                var reading = new PhoneReading(util.Format(number, PhoneNumberFormat.E164), Type(util.GetNumberType(number)), util.GetRegionCodeForCountryCode(number.CountryCode), util.IsValidNumber(number));
                if (reading.IsValid) return reading;
                if (util.IsPossibleNumber(number)) possible ??= reading;
            }
            catch (NumberParseException)
            {
                // Not a number of this country; the next may fit.
            }
        }
        return possible ?? new PhoneReading(null, null, null, false);
    }

    [GeneratedRegex(@"^\(?[2-9][0-9]{2}\)?[ .\-]?[2-9][0-9]{2}[ .\-][0-9]{4}$", RegexOptions.None, 1000)]
    private static partial Regex NorthAmerican();

    private static string? Type(PhoneNumberType type) => type switch
    {
        PhoneNumberType.MOBILE => "mobile",
        PhoneNumberType.FIXED_LINE => "fixed_line",
        _ => null,
    };
}
