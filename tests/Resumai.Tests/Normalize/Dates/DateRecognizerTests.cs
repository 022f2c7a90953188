using Resumai.Normalize.Dates;

namespace Resumai.Tests.Normalize.Dates;

public class DateRecognizerTests
{
    [Theory]
    [InlineData("de", "03/2019 – heute", "2019-03..")]
    [InlineData("de", "03.2019 - 12.2021", "2019-03..2021-12")]
    [InlineData("de", "seit 04/2020", "2020-04..")]
    [InlineData("de", "März 2019 bis Juli 2020", "2019-03..2020-07")]
    [InlineData("de", "03–08/2019", "2019-03..2019-08")]
    [InlineData("de", "von 2015 bis 2018", "2015..2018")]
    [InlineData("de", "Sept. 2017 – Dez. 2018", "2017-09..2018-12")]
    [InlineData("de", "12.05.1984", "1984-05-12")]
    [InlineData("de", "12.5.1984", "1984-05-12")]
    [InlineData("en", "Jan 2019 - Present", "2019-01..")]
    [InlineData("en", "March – August 2019", "2019-03..2019-08")]
    [InlineData("en", "Sept. ’17 – Oct ’19", "2017-09..2019-10")]
    [InlineData("en", "Sept. 17 to Oct 19", "2017-09..2019-10")]
    [InlineData("en", "03/19 – 08/21", "2019-03..2021-08")]
    [InlineData("en", "2019-03 – 2020-11", "2019-03..2020-11")]
    [InlineData("en", "2019–21", "2019..2021")]
    [InlineData("en", "2019/2020", "2019..2020")]
    [InlineData("en", "since 2015", "2015..")]
    [InlineData("en", "March 5, 2019", "2019-03-05")]
    [InlineData("en", "5th March 2019", "2019-03-05")]
    [InlineData("en", "Summer 2018", "2018")]
    [InlineData("en", "2019 –", "2019..")]
    [InlineData("en", "until 2012", "..2012")]
    [InlineData("fr", "janv. 2019 – aujourd’hui", "2019-01..")]
    [InlineData("fr", "de mars 2015 à juin 2018", "2015-03..2018-06")]
    [InlineData("fr", "depuis septembre 2020", "2020-09..")]
    [InlineData("es", "marzo de 2019 – actualidad", "2019-03..")]
    [InlineData("it", "mag 2016 – ad oggi", "2016-05..")]
    [InlineData("it", "dal 2015 al 2018", "2015..2018")]
    [InlineData("pt", "março de 2019 – atualmente", "2019-03..")]
    [InlineData("nl", "mrt. 2018 – heden", "2018-03..")]
    [InlineData("nl", "03-2018 – 05-2020", "2018-03..2020-05")]
    [InlineData("pl", "od 2015", "2015..")]
    [InlineData("pl", "od 2015 do 2018", "2015..2018")]
    [InlineData("pl", "lis 2015 – lip 2016", "2015-11..2016-07")]
    [InlineData("cs", "09/2015 – dosud", "2015-09..")]
    [InlineData("cs", "lis 2015 – srp 2016", "2015-11..2016-08")]
    [InlineData("cs", "12. 5. 1984", "1984-05-12")]
    [InlineData("sv", "2019-03 – pågående", "2019-03..")]
    [InlineData("da", "marts 2019 – nu", "2019-03..")]
    [InlineData("nb", "jan. 2019 – d.d.", "2019-01..")]
    [InlineData("fi", "3/2019 – nykyinen", "2019-03..")]
    [InlineData("fi", "maaliskuu 2019 – kesäkuu 2020", "2019-03..2020-06")]
    [InlineData("hr", "2021. – 2026.", "2021..2026")]
    [InlineData("hr", "ožujak 2019. – danas", "2019-03..")]
    [InlineData("lv", "2019. gada marts – šobrīd", "2019-03..")]
    [InlineData("sl", "marec 2019 – danes", "2019-03..")]
    [InlineData("sk", "marec 2019 – súčasnosť", "2019-03..")]
    [InlineData("lt", "2019 m. kovas – dabar", "2019-03..")]
    [InlineData("et", "märts 2019 – praegu", "2019-03..")]
    [InlineData("ga", "Meán Fómhair 2019 – inniu", "2019-09..")]
    [InlineData("ga", "2016 go 2019", "2016..2019")]
    [InlineData("nb", "februar 2025 til", "2025-02..")]
    [InlineData("ga", "2019 go faoi láthair", "2019..")]
    [InlineData("mt", "Marzu 2019 – preżent", "2019-03..")]
    [InlineData("mt", "Fra 2016 – Nov 2016", "2016-02..2016-11")]
    [InlineData("mt", "JAN 2023–sal-lum", "2023-01..")]
    [InlineData("hr", "Tra 2003 – Tra 2004", "2003-04..2004-04")]
    [InlineData("da", "fra 2016 til 2018", "2016..2018")]
    [InlineData("hr", "2016 – 2018 Mag. ing. kroatistike", "2016..2018")]
    [InlineData("pt", "Zambujeira do Mar\t2004 ~ 2006", "2004..2006")]
    [InlineData("da", "Nov.-19 — Maj.-23 Byggeleder", "2019-11..2023-05")]
    [InlineData("it", "Clinica De Marco\t05.2025–ad oggi", "2025-05..")]
    [InlineData("is", "mars 2019 – í dag", "2019-03..")]
    [InlineData("uk", "березень 2019 – дотепер", "2019-03..")]
    [InlineData("tr", "Mart 2019 – Halen", "2019-03..")]
    [InlineData("ca", "març de 2019 – actualitat", "2019-03..")]
    [InlineData("hu", "2019. március – 2020. július", "2019-03..2020-07")]
    [InlineData("hu", "2015.10. – 2017.02.", "2015-10..2017-02")]
    [InlineData("hu", "2015-től 2018-ig", "2015..2018")]
    [InlineData("hu", "2019 óta", "2019..")]
    [InlineData("ro", "ian. 2019 – prezent", "2019-01..")]
    [InlineData("ro", "din 2019 până în 2021", "2019..2021")]
    [InlineData("el", "Μάρτιος 2019 – σήμερα", "2019-03..")]
    [InlineData("el", "από 03/2019", "2019-03..")]
    [InlineData("lt", "2019 m. kovas", "2019-03")]
    [InlineData("bg", "март 2019 – досега", "2019-03..")]
    public void Dates_are_read_in_the_forms_of_each_language(string language, string text, string expected) =>
        Form(DateRecognizer.FindAll(text, language)).ShouldBe(expected);

    [Theory]
    [InlineData("Tel. 0171 2019 118")]
    [InlineData("120.000 pieces")]
    [InlineData("+49 2015 123")]
    [InlineData("1,984.50 EUR")]
    [InlineData("version 3.11")]
    [InlineData("48147 Münster")]
    [InlineData("A2019b")]
    [InlineData("grew 19 %")]
    public void Numbers_that_are_no_dates_are_left_alone(string text) => DateRecognizer.FindAll(text, "en").ShouldBeEmpty();

    [Fact]
    public void The_locale_decides_what_the_document_leaves_open()
    {
        Form(DateRecognizer.FindAll("03/04/2019", "en", "en_US")).ShouldBe("2019-03-04");
        Form(DateRecognizer.FindAll("03/04/2019", "en", "en-GB")).ShouldBe("2019-04-03");
    }

    [Theory]
    [InlineData("Welder, Northgate Ltd (03/2019 – 08/2021, 2 yrs 6 mos)", "03/2019 – 08/2021")]
    [InlineData("Engineer\t2019 – 2021", "2019 – 2021")]
    [InlineData("2019 – Senior Engineer", "2019")]
    [InlineData("May 2020 (expired)", "May 2020")]
    public void A_match_covers_the_date_and_nothing_else(string text, string printed)
    {
        var match = DateRecognizer.FindAll(text, "en").ShouldHaveSingleItem();
        text.Substring(match.Start, match.Length).ShouldBe(printed);
    }

    [Fact]
    public void Several_dates_of_a_line_are_all_found() =>
        DateRecognizer.FindAll("BSc 2012, MSc 2014 – 2016; thesis in May 2015", "en").Select(m => Form([m])).ShouldBe(["2012", "2014..2016", "2015-05"]);

    [Fact]
    public void Any_text_is_survived() => CsCheck.Check.Sample(CsCheck.Gen.String, text => { DateRecognizer.FindAll(text + " 2019-03", null); }, iter: 2000);

    private static string Form(IReadOnlyList<DateMatch> matches)
    {
        var range = matches.ShouldHaveSingleItem().Range;
        return range.IsOpen ? $"{range.Start}.." : range.End is { } end ? $"{range.Start}..{end}" : $"{range.Start}";
    }
}
