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
            .Line("Folyóparti Tudományegyetem; jeles")
            .Line("2008.09. – 2012.01.\tAlapképzés (BA), Pszichológia", bold: true, gap: 0.3)
            .Line("Hegyaljai Tudományegyetem; jó"));

        found.Select(e => e.Institution?.Value).ShouldBe(["Folyóparti Tudományegyetem", "Hegyaljai Tudományegyetem"]);
        found.Select(e => e.Grade?.Value).ShouldBe(["jeles", "jó"]);
        found.Select(e => e.Degree?.Value).ShouldBe(["Mesterképzés (MA)", "Alapképzés (BA)"]);
        found.Select(e => e.FieldOfStudy?.Value).ShouldBe(["Emberi erőforrás tanácsadó", "Pszichológia"]);
    }

    [Theory]
    [InlineData("MSc Computer Science", "MSc", "Computer Science")]
    [InlineData("MSc, Computer Science", "MSc", "Computer Science")]
    [InlineData("MSc in Computer Science", "MSc", "Computer Science")]
    [InlineData("B.S. in Computer Science", "B.S.", "Computer Science")]
    [InlineData("BSc (Hons) Adult Nursing", "BSc (Hons)", "Adult Nursing")]
    [InlineData("Master of Science in Physics", "Master of Science", "Physics")]
    [InlineData("Laurea magistrale in Farmacia", "Laurea magistrale", "Farmacia")]
    [InlineData("Bachelor of Engineering", "Bachelor of Engineering", null)]
    [InlineData("Abitur", "Abitur", null)]
    [InlineData("Ausbildung zum Tischler", "Ausbildung zum Tischler", null)]
    public void Degree_and_subject_are_split_where_the_print_separates_them(string text, string degree, string? subject)
    {
        var line = new MadeUpLines().Line(text).Lines[0];
        var (award, named, _) = DegreeSplitter.Split(Passage.Of(line.Whole), EntryLexicon.For(subject == "Farmacia" ? "it" : text.StartsWith('A') ? "de" : "en"));

        award.Text.ShouldBe(degree);
        named?.Text.ShouldBe(subject);
    }

    [Fact]
    public void Single_years_and_ranges_may_stand_below_the_institution()
    {
        var found = Read("en", new MadeUpLines()
            .Line("University of Somewhere", bold: true).Line("2018 – 2019").Line("PGCert Healthcare Leadership")
            .Line("Elsewhere College", bold: true, gap: 1).Line("2008 – 2011").Line("BA History"));

        found.Select(e => $"{e.Degree?.Value} | {e.FieldOfStudy?.Value} | {e.Institution?.Value} | {e.Dates?.Value.End}")
            .ShouldBe(["PGCert | Healthcare Leadership | University of Somewhere | 2019", "BA | History | Elsewhere College | 2011"]);
    }

    private static IReadOnlyList<EducationDraft> Read(string language, MadeUpLines lines) => EducationExtractor.Extract(
        [new Section(SectionKind.Education, null, lines.Lines)], language, null, new ColumnEdges(lines.Lines), text => PlaceEvidence.Share(text, language));
}
