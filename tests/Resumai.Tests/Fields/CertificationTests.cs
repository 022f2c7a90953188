using Resumai.Fields.Certifications;
using Resumai.Sections;

namespace Resumai.Tests.Fields;

public class CertificationTests
{
    [Theory]
    [InlineData("Certified Welder, Guild of Metalworkers (2019)", "Certified Welder", "Guild of Metalworkers", "2019")]
    [InlineData("First Aid at Work – Northgate Training\t03/2021", "First Aid at Work", "Northgate Training", "2021-03")]
    [InlineData("2020\tForklift licence", "Forklift licence", null, "2020")]
    [InlineData("Forklift licence", "Forklift licence", null, null)]
    [InlineData("Fire safety course (Northgate Training), 2018", "Fire safety course", "Northgate Training", "2018")]
    [InlineData("Project Zeal Practitioner (PZP), 2018", "Project Zeal Practitioner (PZP)", null, "2018")]
    [InlineData("Electrical regulation 50, § 6", "Electrical regulation 50, § 6", null, null)]
    public void Name_issuer_and_date_are_told_apart(string line, string name, string? issuer, string? date)
    {
        var found = CertificationExtractor.Extract(MadeUpSection.Of(SectionKind.Certifications, line), "en", null).ShouldHaveSingleItem();
        found.Name.Value.ShouldBe(name);
        found.Issuer?.Value.ShouldBe(issuer);
        found.Date?.Value.Start?.ToString().ShouldBe(date);
    }

    [Fact]
    public void A_label_is_no_part_of_the_name_and_that_of_something_else_no_certificate() =>
        CertificationExtractor.Extract(MadeUpSection.Of(SectionKind.Certifications, "• Certifications: Certified Welder", "• Achievements: won a race"), "en", null).Select(c => c.Name.Value).ShouldBe(["Certified Welder"]);

    [Fact]
    public void Each_line_with_a_date_is_an_item() =>
        CertificationExtractor.Extract(MadeUpSection.Of(SectionKind.Certifications, "• Scrum Master (2019)", "• Fire warden (2020)"), "en", null).Count.ShouldBe(2);

    [Fact]
    public void Where_dates_lead_a_line_without_one_goes_on()
    {
        var found = CertificationExtractor.Extract(MadeUpSection.Of(SectionKind.Certifications, "2019: First aid, Ambulance", "Society", "2021: Forklift licence, Northgate"), "en", null);

        found.Select(c => (c.Name.Value, c.Issuer?.Value)).ShouldBe([("First aid", "Ambulance Society"), ("Forklift licence", "Northgate")]);
    }

    [Fact]
    public void A_sentence_of_consent_is_no_certificate() =>
        CertificationExtractor.Extract(MadeUpSection.Of(SectionKind.Certifications, "I agree that my personal data may be processed for the purposes of recruitment."), "en", null).ShouldBeEmpty();
}
