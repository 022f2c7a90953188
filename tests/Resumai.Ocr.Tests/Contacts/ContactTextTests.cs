using Resumai.Ocr.Contacts;

namespace Resumai.Ocr.Tests.Contacts;

public class ContactTextTests
{
    [Theory]
    [InlineData("herps:/Avww.linkedin.com/in/anna-b", "https://www.linkedin.com/in/anna-b")]
    [InlineData("linkedin. comán/annab", "linkedin.com/in/annab")]
    [InlineData("https:/Ainkedin.com/n/annab", "https://linkedin.com/in/annab")]
    [InlineData("linkedin.com/company/acme", "linkedin.com/company/acme")]
    [InlineData("heps:/github.comannab", "https://github.com/annab")]
    [InlineData("anna. blau @web.example", "anna.blau@web.example")]
    [InlineData("anna.blau Gweb.example", "anna.blau@web.example")]
    [InlineData("portfolio Green.example", "Green.example")]
    [InlineData("anna.blau©web.example", "anna.blau@web.example")]
    [InlineData("Oslo, |.blau©web.example", "l.blau@web.example")]
    [InlineData("annablau72(0web.example", "annablau72@web.example")]
    [InlineData("https://orcid.org/OO000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097")]
    [InlineData("linkedin.com/in/anna-blau-Oc12f2", "linkedin.com/in/anna-blau-0c12f2")]
    [InlineData("linkedin.com/in/AnnaOslo", "linkedin.com/in/AnnaOslo")]
    public void The_fixed_parts_of_addresses_are_mended(string read, string printed)
    {
        var text = ContactText.In(read).ShouldNotBeNull();

        text.Value.ShouldBe(printed);
        text.IsValid.ShouldBeTrue();
    }

    [Theory]
    [InlineData("+36 30 123 4567", true)]
    [InlineData("+36 30 123 45", false)]
    [InlineData("(11) 96123-4567", true)]
    [InlineData("0722 / 987 971", true)]
    public void A_phone_number_is_valid_with_as_many_digits_as_its_country_gives_it(string read, bool valid) =>
        ContactText.In(read).ShouldNotBeNull().IsValid.ShouldBe(valid);

    [Theory]
    [InlineData("2012 – 2014")]
    [InlineData("01.02.2019")]
    [InlineData("Node.js")]
    [InlineData("zum 1. Mai")]
    public void Dates_and_names_are_no_contact_details(string read) => (ContactText.In(read)?.IsValid ?? false).ShouldBeFalse();

    [Fact]
    public void An_ending_no_domain_has_is_not_valid() => ContactText.In("anna@web.cxample").ShouldNotBeNull().IsValid.ShouldBeFalse();
}
