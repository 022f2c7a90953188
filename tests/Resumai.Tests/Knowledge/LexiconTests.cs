using Resumai.Knowledge;

namespace Resumai.Tests.Knowledge;

public class LexiconTests
{
    [Theory]
    [InlineData("de", "Frankreich", "FR")]
    [InlineData("hu", "Németország", "DE")]
    [InlineData("el", "Ελλάδα", "GR")]
    [InlineData("cs", "RAKOUSKO", "AT")]
    public void A_country_is_found_by_its_name_in_any_case(string language, string name, string code) =>
        Lexicon.Countries.Value("country", name, language).ShouldBe(code);

    [Fact]
    public void A_value_is_named_in_the_language_asked_for()
    {
        Lexicon.Countries.Label("country", "DE", "fr").ShouldBe("Allemagne");
    }

    [Fact]
    public void A_term_on_which_languages_disagree_has_no_value_of_its_own()
    {
        Lexicon.Months.ValueInAnyLanguage("month", "листопад").ShouldBe("11");
        Lexicon.Months.ValueInAnyLanguage("month", "listopad").ShouldBeNull(); // November in Polish, October in Croatian
    }

    [Fact]
    public void A_beginning_stands_for_every_word_that_begins_so() => Lexicon.Dates.Value("month", "márciusában", "hu").ShouldBe("3");

    [Fact]
    public void Every_language_has_twelve_months()
    {
        foreach (var language in Lexicon.Months.AllLanguages)
        {
            Lexicon.Months.Terms(language, "month").Whole.Values.Distinct().Count().ShouldBe(12, language);
        }
    }
}
