using Resumai.Knowledge;

namespace Resumai.Tests.Knowledge;

public class OccupationLexiconTests
{
    [Theory]
    [InlineData("Senior Software Engineer", "en", "2512")]
    [InlineData("Softwareentwickler*in (m/w/d)", "de", "2512")]
    [InlineData("Java-Entwicklerin", "de", "2512")]
    [InlineData("Staff Nurse, Intensive Care", "en", "2221")]
    [InlineData("Infirmière diplômée d'État", "fr", "2221")]
    [InlineData("Kierowca C+E", "pl", "8332")]
    [InlineData("Jefa de ventas", "es", "1221")]
    [InlineData("Elektrikář", "cs", "7411")]
    [InlineData("Lähihoitaja", "fi", "3221")]
    [InlineData("Raamatupidaja", "et", "3313")]
    [InlineData("Müşteri temsilcisi ve avukat", "tr", "2611")]
    public void A_title_leads_to_its_unit_group(string title, string language, string code) =>
        OccupationLexicon.Find(title, language).ShouldNotBeNull().IscoCode.ShouldBe(code);

    [Theory]
    [InlineData("Chief Happiness Wizard")]
    [InlineData("")]
    public void A_title_that_no_list_knows_has_no_group(string title) => OccupationLexicon.Find(title, "en").ShouldBeNull();

    [Fact]
    public void Every_title_leads_to_a_group_that_is_listed()
    {
        var codes = File.ReadLines(Path.Combine(Repository.Root, "tools/knowledge/sources/occupations.tsv")).Where(l => l[0] != '#').Select(l => l.Split('\t')[0]).ToArray();
        codes.ShouldAllBe(c => OccupationLexicon.Group(c) != null);
        codes.Distinct().Count().ShouldBe(codes.Length);
    }
}
