using Resumai.Normalize.Places;

namespace Resumai.Tests.Normalize.Places;

public class NationalityTests
{
    [Theory]
    [InlineData("deutsch", "de", "DE")]
    [InlineData("österreichisch", "de", "AT")]
    [InlineData("British", "en", "GB")]
    [InlineData("Irish", "en", "IE")]
    [InlineData("française", "fr", "FR")]
    [InlineData("polskie", "pl", "PL")]
    [InlineData("Ελληνική", "el", "GR")]
    [InlineData("magyar", "hu", "HU")]
    [InlineData("Portugal", "pt", "PT")]
    [InlineData("българско", "bg", "BG")]
    [InlineData("hrvatsko", "hr", "HR")]
    [InlineData("njemačko", "hr", "DE")]
    [InlineData("slovensko", "sl", "SI")]
    [InlineData("slovenská", "sk", "SK")]
    [InlineData("rakúske", "sk", "AT")]
    [InlineData("eesti", "et", "EE")]
    [InlineData("Latvijas", "lv", "LV")]
    [InlineData("Lietuvos", "lt", "LT")]
    [InlineData("Éireannach", "ga", "IE")]
    [InlineData("Maltija", "mt", "MT")]
    [InlineData("íslenskt", "is", "IS")]
    [InlineData("українське", "uk", "UA")]
    [InlineData("T.C.", "tr", "TR")]
    [InlineData("espanyola", "ca", "ES")]
    [InlineData("Swiss", "en", "CH")]
    [InlineData("marokkanisch", "de", "MA")]
    [InlineData("virolainen", "fi", "EE")]
    public void A_citizenship_is_read_from_adjectives_and_countries(string printed, string language, string code) =>
        Nationality.CodeOf(printed, language).ShouldBe(code);

    [Theory]
    [InlineData("Deutschland")]
    [InlineData("Teamleiter")]
    public void A_country_or_any_other_word_is_no_demonym(string word) => Nationality.DemonymOf(word, "de").ShouldBeNull();
}
