using Resumai.Normalize.Phones;

namespace Resumai.Tests.Normalize.Phones;

public class PhoneReaderTests
{
    [Theory]
    [InlineData("0151 / 23456789", "DE", "+4915123456789", "mobile")]
    [InlineData("+44 (0)20 7946 0865", "DE", "+442079460865", "fixed_line")]
    [InlineData("0043 664 1234567", "DE", "+436641234567", "mobile")]
    [InlineData("(614) 555-0127", "US", "+16145550127", null)]
    [InlineData("614-555-0127", "GB", "+16145550127", null)]
    [InlineData("0114 496 0127", "GB", "+441144960127", "fixed_line")]
    public void A_printed_number_becomes_E164(string printed, string country, string e164, string? type)
    {
        var reading = PhoneReader.Read(printed, [country]);
        reading.E164.ShouldBe(e164);
        reading.Type.ShouldBe(type);
    }

    [Theory]
    [InlineData("0676 / 1234567", new[] { "DE", "AT", "CH" }, "+436761234567")]
    [InlineData("0699 116 12345", new[] { "DE", "AT", "CH" }, "+4369911612345")]
    [InlineData("030 1234567", new[] { "DE", "AT", "CH" }, "+49301234567")]
    [InlineData("0151 / 23456789", new[] { "DE", "AT", "CH" }, "+4915123456789")]
    [InlineData("086 123 1234", new[] { "GB", "IE" }, "+353861231234")]
    [InlineData("0791234567", new[] { "IT", "CH" }, "+41791234567")]
    [InlineData("079 123 4567", new[] { "IT", "CH" }, "+390791234567")]
    [InlineData("661-123-456", new[] { "FR", "BE", "CH", "LU" }, "+352661123456")]
    [InlineData("04 78 12 34 56", new[] { "FR", "BE", "CH", "LU" }, "+33478123456")]
    [InlineData("031-99123 4567", new[] { "PT", "BR" }, "+5531991234567")]
    public void Of_the_countries_a_language_is_spoken_in_the_one_the_number_looks_like_has_it(string printed, string[] spoken, string e164) =>
        PhoneReader.Read(printed, new NumberOrigins([], spoken)).E164.ShouldBe(e164);

    [Fact]
    public void A_country_that_is_told_of_goes_before_what_a_number_looks_like() =>
        PhoneReader.Read("0676 / 1234567", new NumberOrigins(["DE"], ["DE", "AT"])).E164.ShouldBe("+496761234567");

    [Fact]
    public void What_is_no_number_anywhere_stays_unread() => PhoneReader.Read("on request", ["DE"]).E164.ShouldBeNull();
}
