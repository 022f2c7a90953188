using Resumai.Fields;
using Resumai.Layout;
using Resumai.Master;
using Resumai.Sections;

namespace Resumai.Tests.Master;

public class RecordTests
{
    private static readonly ParseOptions Options = new() { AsOf = new DateOnly(2026, 11, 24), Filename = "cv.pdf", Locale = "en" };

    [Fact]
    public void Posts_are_listed_newest_first_with_their_months_and_totals()
    {
        var record = Assemble(Cv());

        record.Experience.Select(e => e.Title).ShouldBe(["Accountant", "Office Clerk"]);
        record.Experience.Select(e => e.DurationMonths).ShouldBe([24, 12]);
        record.Experience[0].IsCurrent.ShouldBeTrue();
        record.Experience[0].EndDate.ShouldBeNull();
        record.Totals.ShouldSatisfyAllConditions(
            t => t.ExperienceMonths.ShouldBe(36),
            t => t.GapMonths.ShouldBe(23),
            t => t.CurrentTitle.ShouldBe("Accountant"),
            t => t.CurrentEmployer.ShouldBe("Fabrikam Ltd"));
    }

    [Fact]
    public void One_date_of_a_study_is_its_end_and_one_date_of_a_post_is_both()
    {
        var record = Assemble(Cv().Line("Internships", bold: true, size: 13, gap: 1).Line("Warehouse Assistant, Contoso Ltd\tMay 2012"));

        record.Education.Single().ShouldSatisfyAllConditions(e => e.StartDate.ShouldBeNull(), e => e.EndDate.ShouldBe("2015"));
        record.Experience.Single(e => e.Title == "Warehouse Assistant").ShouldSatisfyAllConditions(e => e.StartDate.ShouldBe("2012-05"), e => e.EndDate.ShouldBe("2012-05"), e => e.DurationMonths.ShouldBe(1));
    }

    [Fact]
    public void Evidence_names_page_box_and_text_of_each_value()
    {
        var record = Assemble(Cv());

        var title = record.Evidence!["/experience/0/title"];
        title.ShouldSatisfyAllConditions(e => e.Page.ShouldBe(1), e => e.Text.ShouldBe("Accountant"), e => e.Boxes.Single().Length.ShouldBe(4), e => e.Confidence.ShouldBeInRange(0.3, 1));
        record.Evidence["/experience/0/start_date"].Text.ShouldBe("Dec 2024 – present");
    }

    [Fact]
    public void All_visible_text_is_in_some_section()
    {
        var document = Cv().Line("Curriculum vitae, page 1", role: BlockRole.Footer).Document();
        var record = Assemble(document);

        var sections = string.Join('\n', record.Sections.Select(s => s.Heading + "\n" + s.Text));
        foreach (var line in document.Lines) sections.ShouldContain(line.Text);
        record.Sections.Select(s => s.Kind).ShouldContain("footer");
    }

    [Fact]
    public void A_document_that_is_no_cv_says_so()
    {
        var record = Assemble(new MadeUpLines().Line("Invoice 4711").Line("Two boxes of screws, twelve euros, payable within a fortnight."));

        record.Warnings.ShouldContain(w => w.Code == "not_a_cv");
        record.Document.IsCvProbability.ShouldBeLessThan(0.2);
        Assemble(Cv()).Document.IsCvProbability.ShouldBeGreaterThan(0.8);
    }

    [Fact]
    public void Numeric_days_in_an_english_document_without_a_locale_are_a_warning()
    {
        var document = Cv().Line("Internships", bold: true, size: 13, gap: 1).Line("Warehouse Assistant, Contoso Ltd\t03/04/2012 – 05/06/2012").Document();
        var draft = FieldExtractor.Extract(document, SectionSplitter.Split(document), Options with { Locale = null });

        RecordAssembler.Assemble(draft, Options with { Locale = null }).Warnings.Select(w => w.Code).ShouldBe(["ambiguous_dates"]);
        RecordAssembler.Assemble(draft, Options with { Locale = "en-GB" }).Warnings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Ada Lindqvist was here 13/04/2012 – 25/06/2012", false)]
    [InlineData("Warehouse Assistant, Contoso Ltd\t04/2012 – 06/2012", false)]
    [InlineData("Warehouse Assistant, Contoso Ltd\t05/05/2012 – 06/06/2012", false)]
    [InlineData("Warehouse Assistant, Contoso Ltd\t05/06/2012 – 25/06/2012", true)]
    public void Only_dates_that_can_be_read_both_ways_are_ambiguous(string line, bool ambiguous)
    {
        var document = Cv().Line("Internships", bold: true, size: 13, gap: 1).Line(line).Document();
        var options = Options with { Locale = null };

        var record = RecordAssembler.Assemble(FieldExtractor.Extract(document, SectionSplitter.Split(document), options), options);

        record.Warnings.Any(w => w.Code == "ambiguous_dates").ShouldBe(ambiguous);
    }

    [Fact]
    public void A_place_with_its_country_gives_town_and_code()
    {
        var record = Assemble(Cv().Line("Internships", bold: true, size: 13, gap: 1).Line("Warehouse Assistant | Contoso Ltd | Lisbon, Portugal\t2012").Line("Night Porter | Hotel Azul | Faro, Portugal\t2011"));

        record.Experience.Single(e => e.Title == "Warehouse Assistant").Location.ShouldBe(new Place("Lisbon, Portugal", "Lisbon", "PT"));
    }

    private static MasterRecord Assemble(MadeUpLines lines) => Assemble(lines.Document());

    private static MasterRecord Assemble(ArrangedDocument document) => RecordAssembler.Assemble(FieldExtractor.Extract(document, SectionSplitter.Split(document), Options), Options);

    private static MadeUpLines Cv() => new MadeUpLines()
        .Line("Ada Lindqvist", bold: true, size: 20)
        .Line("Experience", bold: true, size: 13, gap: 1)
        .Line("Office Clerk, Northwind Ltd\tJan 2022 – Dec 2022").Bullet("Filed what came in")
        .Line("Accountant, Fabrikam Ltd\tDec 2024 – present").Bullet("Closed the books each month")
        .Line("Education", bold: true, size: 13, gap: 1)
        .Line("Diploma, Commercial School of Elsewhere\t2015");
}
