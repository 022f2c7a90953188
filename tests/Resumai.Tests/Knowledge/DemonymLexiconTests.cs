using System.Globalization;
using Resumai.Knowledge;
using Resumai.Knowledge.Tables;
using Resumai.Normalize.Places;

namespace Resumai.Tests.Knowledge;

public class DemonymLexiconTests
{
    private static readonly string[] Union = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".Split(' ');
    private static readonly string[] Area = [.. Union, "NO", "IS", "LI", "CH", "GB"];
    private static readonly string[] Common =
        "UA BY RU MD TR RS BA ME MK AL XK US CA AU NZ CN IN BR MX AR MA DZ TN EG NG SY IQ IR AF PK VN PH ZA GE AM".Split(' ');

    /// <summary>"Albánach" and "Albanach" are told by their accents alone.</summary>
    private static readonly string[] Undecided = ["ga AL"];

    /// <summary>Languages whose words for people do not tell the sexes.</summary>
    private static readonly string[] WithoutGender = "da en et fi ga hu nb tr".Split(' ');

    public static TheoryData<string> AllLanguages => [.. Languages.All];

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Every_language_has_a_word_for_the_people_of_every_country(string language)
    {
        var known = Forms(language).Select(f => f.Country).ToHashSet();
        Area.Concat(Common).Where(c => !known.Contains(c)).Select(c => $"{language} {c}").Except(Undecided).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void A_language_that_tells_men_from_women_has_two_words_for_most_peoples(string language)
    {
        if (WithoutGender.Contains(language)) return;
        var forms = Forms(language).ToLookup(f => f.Country, f => f.Form);
        Area.Count(c => forms[c].Count() >= 2).ShouldBeGreaterThanOrEqualTo(15, language);
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void No_word_means_two_countries_in_one_language(string language) =>
        Forms(language).GroupBy(f => f.Form).Where(g => g.Select(f => f.Country).Distinct().Count() > 1).Select(g => $"{language}: {g.Key}").ShouldBeEmpty();

    [Fact]
    public void Every_form_is_read_as_its_country_behind_a_label()
    {
        foreach (var language in Languages.All)
        {
            Forms(language).Where(f => f.Country != "??" && Nationality.CodeOf(f.Form, language) != f.Country)
                .Select(f => $"{language}: {f.Form} is {Nationality.CodeOf(f.Form, language)}, not {f.Country}").ShouldBeEmpty();
        }
    }

    /// <summary>The forms of a hand-written table, apart from the one that is compiled: language, country, masculine, feminine.</summary>
    public static IEnumerable<TheoryDataRow<string, string, string>> Printed()
    {
        using var reader = new StreamReader(typeof(DemonymLexiconTests).Assembly.GetManifestResourceStream("Fixtures/demonyms.tsv")!);
        var countries = Array.Empty<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t');
            if (cells[0] == "language") countries = cells[1..];
            else
            {
                foreach (var (country, cell) in countries.Zip(cells.Skip(1)))
                {
                    foreach (var form in cell.Split(" | ")) yield return new TheoryDataRow<string, string, string>(cells[0], country, form);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Printed))]
    public void Citizenships_as_people_write_them_are_known(string language, string country, string printed) =>
        Nationality.CodeOf(printed, language).ShouldBe(country, string.Create(CultureInfo.InvariantCulture, $"{language}: {printed}"));

    [Theory]
    [InlineData("AUT", "AT")]
    [InlineData("DE", "DE")]
    [InlineData("aut", null)]
    public void A_code_is_a_country_in_capitals_only(string text, string? code) => DemonymLexicon.OfCode(text).ShouldBe(code);

    [Theory]
    [InlineData("slovenska", "sl", "SI")]
    [InlineData("slovenska", "sk", "SK")]
    [InlineData("slovenská", "de", null)]
    [InlineData("Albanach", "ga", null)]
    public void A_word_of_several_peoples_is_told_by_its_language(string word, string language, string? code) =>
        DemonymLexicon.InAnyLanguage(word, language).ShouldBe(code);

    private static IEnumerable<(string Form, string Country)> Forms(string language)
    {
        foreach (var line in CompiledTables.Get("demonym").AsText().Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var cells = line.Split('\t');
            foreach (var cell in cells.Skip(1).Select(c => c.Split('|')).Where(c => c[1] == language)) yield return (cells[0], cell[0]);
        }
    }
}
