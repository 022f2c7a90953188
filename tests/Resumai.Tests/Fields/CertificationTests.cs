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
    public void Name_issuer_and_date_are_told_apart(string line, string name, string? issuer, string? date)
    {
        var found = CertificationExtractor.Extract(MadeUpSection.Of(SectionKind.Certifications, line), "en", null).ShouldHaveSingleItem();
        found.Name.Value.ShouldBe(name);
        found.Issuer?.Value.ShouldBe(issuer);
        found.Date?.Value.Start?.ToString().ShouldBe(date);
    }

    [Fact]
    public void Each_line_with_a_date_is_an_item() =>
        CertificationExtractor.Extract(MadeUpSection.Of(SectionKind.Certifications, "• Scrum Master (2019)", "• Fire warden (2020)"), "en", null).Count.ShouldBe(2);
}
