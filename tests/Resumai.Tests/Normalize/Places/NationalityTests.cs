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
    [InlineData("Deutschland", "de")]
    [InlineData("Teamleiter", "de")]
    [InlineData("Deutschlehrerin", "de")]
    [InlineData("Francesca", "en")]
    [InlineData("Polska", "pl")]
    [InlineData("Deutsch", "fr")]
    [InlineData("AUT", "de")]
    public void A_country_or_any_other_word_is_no_demonym(string word, string language) => Nationality.DemonymOf(word, language).ShouldBeNull();

    [Fact]
    public void A_word_that_is_also_the_country_is_a_demonym_in_small_letters() => Nationality.DemonymOf("polska", "pl").ShouldBe("PL");

    [Theory]
    [InlineData("French/Irish", "en", "FR IE")]
    [InlineData("Dual citizen: British and Canadian", "en", "GB CA")]
    [InlineData("deutsch und türkisch", "de", "DE TR")]
    [InlineData("österreichischer Staatsbürger", "de", "AT")]
    [InlineData("citoyenne suisse et française", "fr", "CH FR")]
    [InlineData("Franco-British", "en", "GB")]
    [InlineData("US-amerikanisch", "de", "US")]
    [InlineData("obywatel Polski", "pl", "PL")]
    [InlineData("občan České republiky", "cs", "CZ")]
    [InlineData("Bosnia and Herzegovina", "en", "BA")]
    [InlineData("– española", "es", "ES")]
    [InlineData("Indian (EU Blue Card Germany)", "en", "IN")]
    [InlineData("Irish Date of birth 1 May 1990, Spanish speaker", "en", "IE")]
    [InlineData("DE / PL", "de", "DE PL")]
    [InlineData("German IT specialist", "en", "DE")]
    [InlineData("EU citizen", "en", "")]
    [InlineData("EU (Portuguese)", "en", "PT")]
    [InlineData("work permit for Germany", "en", "")]
    public void A_citizenship_may_have_words_around_it_and_others_beside_it(string printed, string language, string codes) =>
        string.Join(' ', Nationality.All(printed, language).Select(c => c.Country)).ShouldBe(codes);
}
