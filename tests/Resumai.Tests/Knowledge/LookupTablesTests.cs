using Resumai.Knowledge;

namespace Resumai.Tests.Knowledge;

public class LookupTablesTests
{
    [Theory]
    [InlineData("München", "DE", "Bayern")]
    [InlineData("Monachium", "DE", "Bayern")]
    [InlineData("Wien", "AT", "Wien")]
    [InlineData("Cluj-Napoca", "RO", "Cluj")]
    [InlineData("Ostrava", "CZ", "Moravskoslezský kraj")]
    public void A_city_knows_its_country_and_region(string name, string country, string region)
    {
        var city = Gazetteer.Cities(name)[0];
        (city.Country, city.Region).ShouldBe((country, region));
    }

    [Fact]
    public void A_name_of_several_cities_lists_the_largest_first() => Gazetteer.Find("Valencia").Select(c => c.Country).ShouldBe(["VE", "ES", "US", "FR"]);

    [Fact]
    public void A_word_that_names_no_city_has_none() => Gazetteer.Find("Projektleiter").ShouldBeEmpty();

    [Theory]
    [InlineData("PMP", "Project Management Professional", "Project Management Institute")]
    [InlineData("AZ-900", "Microsoft Certified: Azure Fundamentals", "Microsoft")]
    [InlineData("ITIL 4 Foundation", "ITIL Foundation", "PeopleCert")]
    [InlineData("Staplerschein", "Staplerschein", "DGUV")]
    public void A_certificate_knows_its_name_and_issuer(string text, string name, string issuer) =>
        CertificateLexicon.Find(text).ShouldBe(new Certificate(name, issuer));

    [Fact]
    public void An_institution_knows_its_country() => InstitutionLexicon.Find("technical university of munich").ShouldContain(new Institution("Technical University of Munich", "DE"));

    [Fact]
    public void Names_know_the_languages_they_are_common_in()
    {
        PersonNames.GivenNameLanguages("Hans").ShouldContain("de");
        PersonNames.FamilyNameLanguages("Schmidt").ShouldContain("de");
        PersonNames.IsGivenName("Kubernetes").ShouldBeFalse();
    }

    [Theory]
    [InlineData("DE", "university", "1.0", "4.0")]
    [InlineData("PL", "school", "6", "2")]
    [InlineData("IT", "university", "110", "66")]
    public void A_country_knows_its_grades(string country, string level, string best, string pass)
    {
        var scale = GradeScales.Of(country).Single(s => s.Level == level);
        (scale.Best, scale.Pass).ShouldBe((best, pass));
    }
}
