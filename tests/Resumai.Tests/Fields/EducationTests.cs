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

    [Fact]
    public void Studies_of_one_line_each_that_begin_with_a_date_are_entries_of_their_own()
    {
        var found = Read("it", new MadeUpLines().Line("2013, Diploma di maturità, Istituto tecnico di Montelupo").Line("feb. 2016, Laurea, Chimica, Politecnico di Valdera").Line("giu. 2019, MBA, Informatica, Università di Castelnuovo"));

        found.Select(e => e.Institution?.Value).ShouldBe(["Istituto tecnico di Montelupo", "Politecnico di Valdera", "Università di Castelnuovo"]);
        found.Select(e => e.Degree?.Value).ShouldBe(["Diploma di maturità", "Laurea", "MBA"]);
    }

    [Fact]
    public void A_study_in_one_long_line_is_no_running_text()
    {
        var found = Read("en", new MadeUpLines().Line("Bachelor of Science in Applied Environmental Chemistry, The Royal University of Upper Wharfedale (expected 2027)")).Single();

        found.Institution?.Value.ShouldBe("The Royal University of Upper Wharfedale");
        found.Dates?.Value.Start?.Year.ShouldBe(2027);
    }

    [Fact]
    public void A_bracket_left_open_is_closed_by_the_next_line()
    {
        var found = Read("en", new MadeUpLines().Line("University of Upper Wharfedale (expected", bold: true).Line("05.2027)", italic: true).Line("BSc, Logistics")
            .Line("University of Lower Teesdale (10.2021 -", bold: true).Line("02.2024)", italic: true).Line("Diploma, Physics"));

        found.Select(e => (e.Institution?.Value, e.Degree?.Value)).ShouldBe([("University of Upper Wharfedale", "BSc"), ("University of Lower Teesdale", "Diploma")]);
    }

    [Fact]
    public void A_grade_with_years_of_its_own_is_of_the_study_above()
    {
        var found = Read("en", new MadeUpLines().Line("University of Upper Wharfedale", bold: true).Line("BSc Computer Science, 2017", italic: true).Line("GPA: 3.4 · Scholarship 2014–2016")).ShouldHaveSingleItem();

        found.Institution?.Value.ShouldBe("University of Upper Wharfedale");
        found.Dates?.Value.End?.Year.ShouldBe(2017);
    }

    [Theory]
    [InlineData("sk", "predpoklad 2027", "2027")]
    [InlineData("hr", "očekivano srpanj 2028", "2028-07")]
    [InlineData("sv", "beräknad 2027", "2027")]
    public void A_word_for_expected_before_a_date_is_part_of_it(string language, string date, string end)
    {
        var found = Read(language, new MadeUpLines()
            .Line("MBA\t" + date).Line("Logistika").Line("Univerzita Vzorov").Line("Bc.\t2018 – 2021", gap: 0.4).Line("Fyzika").Line("Univerzita Príkladov").Line("Ing.\t2012 – 2016", gap: 0.4).Line("Chémia").Line("Univerzita Skúšok"));

        found.Select(e => $"{e.Degree?.Value} {e.Dates?.Value.End ?? e.Dates?.Value.Start}").ShouldBe(["MBA " + end, "Bc. 2021", "Ing. 2016"]);
        found.Select(e => e.Institution?.Value).ShouldBe(["Univerzita Vzorov", "Univerzita Príkladov", "Univerzita Skúšok"]);
    }

    [Fact]
    public void Entries_of_a_form_begin_with_the_label_that_the_section_begins_with()
    {
        var lines = new MadeUpLines();
        foreach (var (years, degree, school) in new[] { ("2015 – 2019", "BSc", "Royal University of Wharfedale"), ("2012 – 2015", "HND", "Elsewhere College"), ("2005 – 2012", "GCSEs", "Lantern School") })
        {
            lines.Line("Dates: " + years).Line("Qualification: " + degree).Line("Institution: " + school);
        }

        Read("en", lines).Select(e => $"{e.Degree?.Value} {e.Institution?.Value} {e.Dates?.Value.End}")
            .ShouldBe(["BSc Royal University of Wharfedale 2019", "HND Elsewhere College 2015", "GCSEs Lantern School 2012"]);
    }

    private static IReadOnlyList<EducationDraft> Read(string language, MadeUpLines lines) => EducationExtractor.Extract(
        [new Section(SectionKind.Education, null, lines.Lines)], language, null, new ColumnEdges(lines.Lines), text => PlaceEvidence.Share(text, language));
}
