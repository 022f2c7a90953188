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

    [Fact]
    public void What_is_no_number_anywhere_stays_unread() => PhoneReader.Read("on request", ["DE"]).E164.ShouldBeNull();
}
