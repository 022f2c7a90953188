using Resumai.Layout;
using Resumai.Sections;

namespace Resumai.Tests.Sections;

public class SectionSplitterTests
{
    [Theory]
    [InlineData("Work Experience", SectionKind.Experience)]
    [InlineData("BERUFLICHER WERDEGANG", SectionKind.Experience)]
    [InlineData("B E R U F S E R F A H R U N G", SectionKind.Experience)]
    [InlineData("2. Formation et diplômes", SectionKind.Education)]
    [InlineData("Habilidades y competencias:", SectionKind.Skills)]
    [InlineData("Conoscenze linguistiche", SectionKind.Languages)]
    [InlineData("Kurssit ja pätevyydet", SectionKind.Certifications)]
    [InlineData("Relevant Teaching Experience", SectionKind.Experience)]
    [InlineData("Higher Education Experience", SectionKind.Experience)]
    [InlineData("Skills & Interests", SectionKind.Skills)]
    [InlineData("Zkušenosti", SectionKind.Experience)]
    [InlineData("Πιστοποιήσεις", SectionKind.Certifications)]
    [InlineData("Образование", SectionKind.Education)]
    public void Headings_are_known_in_many_languages_and_forms(string heading, SectionKind kind)
    {
        var sections = SectionSplitter.Split(new MadeUpLines().Line("Ada Nowak", size: 18).Line(heading, bold: true, size: 13, gap: 1).Line("Something set in plain type below it").Line("and a second line of it").Document());

        sections[^1].Kind.ShouldBe(kind);
        sections[^1].Lines.Count.ShouldBe(2);
    }

    [Fact]
    public void A_heading_word_with_nothing_but_a_range_of_dates_beside_it_is_an_entry()
    {
        var sections = SectionSplitter.Split(Cv().Line("Experience", bold: true, size: 13, gap: 1).Line("Clerk\t2019 – 2021", bold: true).Line("Availability\t2018 – 2019", bold: true).Line("Clerk\t2015 – 2018", bold: true).Document());

        sections[^1].Kind.ShouldBe(SectionKind.Experience);
        sections[^1].Lines.Count.ShouldBe(3);
    }

    [Fact]
    public void Text_before_the_first_heading_is_the_top() =>
        SectionSplitter.Split(Cv().Document())[0].ShouldSatisfyAllConditions(
            s => s.Kind.ShouldBe(SectionKind.Top),
            s => s.Lines.Count.ShouldBe(2));

    [Fact]
    public void Common_words_in_the_look_of_running_text_are_no_headings()
    {
        var sections = SectionSplitter.Split(Cv().Line("Projects").Line("Leadership").Document());

        sections.Select(s => s.Kind).ShouldBe([SectionKind.Top, SectionKind.Experience, SectionKind.Education, SectionKind.Skills]);
    }

    [Fact]
    public void Unknown_words_in_the_look_of_the_headings_begin_another_section()
    {
        var sections = SectionSplitter.Split(Cv().Line("Quintessence", bold: true, size: 13, gap: 1).Line("Whatever this may be").Document());

        sections[^1].Kind.ShouldBe(SectionKind.Other);
        sections[^1].Heading?.Text.ShouldBe("Quintessence");
    }

    [Fact]
    public void A_name_in_the_look_of_headings_with_an_address_below_it_is_the_top()
    {
        var sections = SectionSplitter.Split(new MadeUpLines().Line("Saved from the web").Line("1/2").Line("Ada Mac Nowak", bold: true, size: 13, gap: 1).Line("a.nowak@post.example | +48 600 100 200")
            .Line("Experience", bold: true, size: 13, gap: 1).Line("Clerk, 2019 – 2021").Line("Education", bold: true, size: 13, gap: 1).Line("School, 2018").Document());

        sections.Select(s => s.Kind).ShouldBe([SectionKind.Top, SectionKind.Experience, SectionKind.Education]);
        sections[0].Lines.Count.ShouldBe(4);
    }

    [Fact]
    public void Names_of_referees_in_the_look_of_headings_are_lines_of_the_references()
    {
        var sections = SectionSplitter.Split(Cv().Line("References", bold: true, size: 13, gap: 1)
            .Line("Piotr Lis", bold: true, size: 13, gap: 1).Line("Head of sales").Line("p.lis@post.example").Line("Ewa Wrona", bold: true, size: 13, gap: 1).Line("Director").Line("e.wrona@post.example").Document());

        sections[^1].Kind.ShouldBe(SectionKind.References);
        sections[^1].Lines.Count.ShouldBe(6);
    }

    [Fact]
    public void A_sidebar_does_not_swallow_lines_of_the_main_column()
    {
        var sections = SectionSplitter.Split(new MadeUpLines()
            .Line("Experience", bold: true, size: 13).Line("2019 – 2021\tClerk")
            .Line("Languages", bold: true, size: 13, role: BlockRole.Sidebar).Line("Danish", role: BlockRole.Sidebar)
            .Line("Northwind Traders", page: 2).Document());

        sections.Single(s => s.Kind == SectionKind.Experience).Lines.Select(l => l.Text).ShouldBe(["2019 – 2021\tClerk", "Northwind Traders"]);
        sections.Single(s => s.Kind == SectionKind.Languages).Lines.Count.ShouldBe(1);
    }

    [Fact]
    public void Headings_in_the_margin_begin_their_section_on_their_own_line()
    {
        var sections = SectionSplitter.Split(new MadeUpLines()
            .Line("Berufserfahrung\t03/2019 – heute").Line("Kauffrau")
            .Line("Ausbildung\t2012 – 2015").Line("Lehre")
            .Line("Sprachen\tDeutsch").Document());

        sections.Select(s => (s.Kind, s.Lines.Count)).ShouldBe([(SectionKind.Experience, 2), (SectionKind.Education, 2), (SectionKind.Languages, 1)]);
        sections[0].Lines[0].Text.ShouldBe("03/2019 – heute");
    }

    [Fact]
    public void Two_headings_on_a_line_head_the_columns_below_them()
    {
        var sections = SectionSplitter.Split(new MadeUpLines().Line("Education", bold: true, size: 13).Line("Matura").Line("Skills\tLanguages", bold: true, size: 13, gap: 1).Line("Excel\tDanish").Document());

        sections.Single(s => s.Kind == SectionKind.Skills).Lines.Single().Text.ShouldBe("Excel");
        sections.Single(s => s.Kind == SectionKind.Languages).Lines.Single().Text.ShouldBe("Danish");
    }

    [Fact]
    public void A_covering_letter_is_a_section_of_its_own()
    {
        var letter = new MadeUpLines().Line("Dear Ms Okafor,");
        for (var i = 0; i < 5; i++) letter.Line("I write to you because the post you advertise is the one I have been looking for all along.");
        letter.Line("Experience", bold: true, size: 13, page: 2).Line("2019 – 2021\tClerk", page: 2);
        var sections = SectionSplitter.Split(letter.Document());

        sections.Select(s => s.Kind).ShouldBe([SectionKind.Letter, SectionKind.Experience]);
    }

    [Fact]
    public void Page_headers_and_footers_are_sections_of_their_kind() =>
        SectionSplitter.Split(Cv().Line("Curriculum vitae of A. Nowak", role: BlockRole.Header, page: 2).Line("Page 2", role: BlockRole.Footer, page: 2).Document())
            .Select(s => s.Kind).TakeLast(2).ShouldBe([SectionKind.Header, SectionKind.Footer]);

    [Fact]
    public void A_heading_may_run_over_two_lines()
    {
        var sections = SectionSplitter.Split(Cv().Line("EDUCATION AND", bold: true, size: 13, gap: 1).Line("QUALIFICATIONS", bold: true, size: 13).Line("Some course").Document());

        sections[^1].ShouldSatisfyAllConditions(
            s => s.Kind.ShouldBe(SectionKind.Education),
            s => s.HeadingText.ShouldBe("EDUCATION AND QUALIFICATIONS"),
            s => s.Lines.Select(l => l.Text).ShouldBe(["Some course"]));
    }

    [Fact]
    public void An_item_of_a_list_is_no_heading_where_headings_have_no_marks()
    {
        var sections = SectionSplitter.Split(new MadeUpLines().Line("Ada Nowak", size: 18).Line("EXPERIENCE", gap: 1).Line("Clerk\t2019 – 2021").Line("EDUCATION", gap: 1).Line("Diploma\t2012 – 2015")
            .Line("SKILLS", gap: 1).Line("Filing", bullet: "•").Line("LANGUAGES", bullet: "•").Line("Typing", bullet: "•").Document());

        sections[^1].Kind.ShouldBe(SectionKind.Skills);
        sections[^1].Lines.Count.ShouldBe(3);
    }

    [Fact]
    public void Unknown_words_in_the_margin_in_the_look_of_the_headings_there_begin_another_section()
    {
        var sheet = Layout.Sheet.New;
        string[] heads = ["Experience", "My path", "Education", "Languages"];
        for (var i = 0; i < heads.Length; i++) sheet.Text(50, 100 + (70 * i), heads[i], bold: true).Text(170, 100 + (70 * i), $"beginning number {i}").Lines(170, 112 + (70 * i), "going on", "and on with some more words", "to its end");
        var sections = SectionSplitter.Split(sheet.Arrange());

        sections.Select(s => (s.Kind, s.Lines.Count)).ShouldBe([(SectionKind.Experience, 4), (SectionKind.Other, 4), (SectionKind.Education, 4), (SectionKind.Languages, 4)]);
        sections[1].Trust.ShouldBe(HeadingTrust.Look);
    }

    [Theory]
    [InlineData("Dear Ms Okafor,", "Ada Nowak")]
    [InlineData("To the board", "Yours sincerely")]
    public void A_short_letter_is_one_where_the_headings_of_the_cv_are_on_other_pages(string first, string last)
    {
        var sections = SectionSplitter.Split(new MadeUpLines().Line(first).Line("I should like the post.").Line(last)
            .Line("Experience", bold: true, size: 13, page: 2).Line("2019 – 2021\tClerk", page: 2)
            .Line("Education", bold: true, size: 13, page: 2).Line("2012 – 2015\tDiploma", page: 2).Document());

        sections.Select(s => s.Kind).ShouldBe([SectionKind.Letter, SectionKind.Experience, SectionKind.Education]);
    }

    private static MadeUpLines Cv() => new MadeUpLines()
        .Line("Ada Nowak", bold: true, size: 20).Line("Clerk")
        .Line("Experience", bold: true, size: 13, gap: 1).Line("Clerk, Northwind Traders").Line("2019 – 2021")
        .Line("Education", bold: true, size: 13, gap: 1).Line("Diploma, Some School").Line("2012 – 2015")
        .Line("Skills", bold: true, size: 13, gap: 1).Line("Excel, typing, filing");
}
