using Resumai.Fields;
using Resumai.Fields.Education;
using Resumai.Fields.Entries;
using Resumai.Sections;

namespace Resumai.Tests.Fields;

public class EducationTests
{
    [Fact]
    public void Grade_after_the_institution_is_told_from_it()
    {
        var found = Read("hu", new MadeUpLines()
            .Line("2012.09. – 2014.06.\tMesterképzés (MA), Emberi erőforrás tanácsadó", bold: true)
            .Line("Folyóparti Tudományegyetem; jeles", indent: 0)
            .Line("2008.09. – 2012.01.\tAlapképzés (BA), Pszichológia", bold: true, gap: 0.3)
            .Line("Hegyaljai Tudományegyetem; jó", indent: 0));

        found.Select(e => e.Institution?.Value).ShouldBe(["Folyóparti Tudományegyetem", "Hegyaljai Tudományegyetem"]);
        found.Select(e => e.Grade?.Value).ShouldBe(["jeles", "jó"]);
        found.Select(e => e.Degree?.Value).ShouldBe(["Mesterképzés (MA)", "Alapképzés (BA)"]);
        found.Select(e => e.FieldOfStudy?.Value).ShouldBe(["Emberi erőforrás tanácsadó", "Pszichológia"]);
    }

    private static IReadOnlyList<EducationDraft> Read(string language, MadeUpLines lines) => EducationExtractor.Extract(
        [new Section(SectionKind.Education, null, lines.Lines)], language, null, new ColumnEdges(lines.Lines), text => PlaceEvidence.Share(text, language));
}
