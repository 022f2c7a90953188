using Resumai.Server.Web.Billing;

namespace Resumai.Server.Tests.Web.Billing;

public sealed class VatTests
{
    private static readonly Seller German = new("Example Works GmbH", "Beispielweg 1", "DE", "DE123456789", 1_900, "");

    [Theory]
    [InlineData("DE", null, 1_900, Vat.Domestic)]
    [InlineData("DE", "DE987654321", 1_900, Vat.Domestic)]
    [InlineData("FR", null, 1_900, Vat.SellerRate)]
    [InlineData("FR", "FR12345678901", 0, Vat.ReverseCharge)]
    [InlineData("GR", "EL123456789", 0, Vat.ReverseCharge)]
    [InlineData("CH", null, 0, Vat.Outside)]
    [InlineData("GB", "GB123456789", 0, Vat.Outside)]
    public void A_german_seller_takes_vat_by_the_buyers_country_and_number(string country, string? number, int rate, string reason) =>
        Vat.Of(German, country, number).ShouldBe(new Vat(rate, reason));

    [Theory]
    [InlineData("CH", 810, Vat.Domestic)]
    [InlineData("DE", 0, Vat.Outside)]
    public void A_seller_outside_the_union_takes_vat_at_home_alone(string country, int rate, string reason) =>
        Vat.Of(German with { Country = "CH", VatRate = 810 }, country, country == "DE" ? "DE123456789" : null).ShouldBe(new Vat(rate, reason));

    [Theory]
    [InlineData(9_000, 1_900, 1_710)]
    [InlineData(50, 550, 3)]
    [InlineData(1, 1_900, 0)]
    [InlineData(0, 1_900, 0)]
    public void Half_a_cent_goes_up(long net, int rate, long vat) => new Vat(rate, Vat.Domestic).On(net).ShouldBe(vat);

    [Theory]
    [InlineData("AT", "ATU12345678", "ATU12345678")]
    [InlineData("DE", "de 123 456 789", "DE123456789")]
    [InlineData("DE", "123456789", "DE123456789")]
    [InlineData("GR", "EL-123456789", "EL123456789")]
    [InlineData("IE", "IE1234567WA", "IE1234567WA")]
    [InlineData("NL", "NL123456789B01", "NL123456789B01")]
    [InlineData("ES", "ESB12345678", "ESB12345678")]
    [InlineData("FR", "FR1234567890", null)]
    [InlineData("DE", "ATU12345678", null)]
    [InlineData("GR", "GR123456789", null)]
    [InlineData("DE", "DE12345678٩", null)]
    [InlineData("CH", "CHE-123.456.789", "CHE123456789")]
    [InlineData("CH", "none", null)]
    public void A_number_is_held_to_the_form_of_its_country(string country, string text, string? number) => VatNumbers.Normalize(country, text).ShouldBe(number);
}
