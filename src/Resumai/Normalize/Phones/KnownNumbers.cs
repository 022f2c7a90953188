using PhoneNumbers;

namespace Resumai.Normalize.Phones;

/// <summary>A printed number read as one of a country: what it is there, and libphonenumber's form of it.</summary>
internal sealed record NationalReading(PhoneReading Reading, PhoneNumber Number);

/// <summary>
/// The numbers of one document as numbers of a country, each read once: a document asks for the same digits whole, in parts and again when
/// it knows where it comes from. Not thread-safe.
/// </summary>
internal sealed class KnownNumbers
{
    private readonly Dictionary<(string Printed, string Country), NationalReading?> _known = [];

    /// <summary>Null when it has not even the length of a number.</summary>
    public NationalReading? In(string printed, string country)
    {
        if (!_known.TryGetValue((printed, country), out var reading)) _known[(printed, country)] = reading = Read(printed, country);
        return reading;
    }

    private static NationalReading? Read(string printed, string country)
    {
        var util = PhoneNumberUtil.GetInstance();
        // A 0 before a Brazilian area code is read as the beginning of a carrier's.
        if (country == "BR") printed = printed.TrimStart('0');
        try
        {
            var number = util.Parse(printed.Replace("(0)", "", StringComparison.Ordinal), country);
            var valid = util.IsValidNumber(number);
            if (!valid && !util.IsPossibleNumber(number)) return null;
            var reading = new PhoneReading(util.Format(number, PhoneNumberFormat.E164), Type(util.GetNumberType(number)), util.GetRegionCodeForCountryCode(number.CountryCode), valid);
            return new NationalReading(reading, number);
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    private static string? Type(PhoneNumberType type) => type switch
    {
        PhoneNumberType.MOBILE => "mobile",
        PhoneNumberType.FIXED_LINE => "fixed_line",
        _ => null,
    };
}
