using Resumai.Layout;
using Resumai.Reading;

namespace Resumai.Tests.Layout;

public class LineTests
{
    [Fact]
    public void A_wide_gap_parts_segments()
    {
        var line = Sheet.New.Text(50, 100, "Project Lead", bold: true).Text(450, 100, "2019 – 2021").Arrange().Lines.ShouldHaveSingleItem();
        line.Text.ShouldBe("Project Lead\t2019 – 2021");
        line.Segments().Select(s => s.Text).ShouldBe(["Project Lead", "2019 – 2021"]);
        line.Words.ShouldAllBe(w => line.Text.Substring(w.Start, w.Word.Text.Length) == w.Word.Text);
    }

    [Fact]
    public void Wide_word_gaps_of_a_justified_line_part_nothing() =>
        Sheet.New.Text(50, 100, "set").Text(75, 100, "wide").Text(105, 100, "by").Text(125, 100, "the").Text(150, 100, "margins").Texts().ShouldBe(["set wide by the margins"]);

    [Theory]
    [InlineData("•")]
    [InlineData("–")]
    [InlineData("▪")]
    [InlineData("\uF0B7")]
    public void A_list_mark_is_set_aside(string mark)
    {
        var lines = Sheet.New.Text(50, 100, mark).Text(62, 100, "Built things").Text(50, 112, mark).Text(62, 112, "Ran things").Arrange().Lines.ToList();
        lines.Select(l => l.Text).ShouldBe(["Built things", "Ran things"]);
        lines.ShouldAllBe(l => l.Bullet == mark);
    }

    [Fact]
    public void Counted_items_have_their_number_as_mark()
    {
        var lines = Sheet.New.Lines(50, 100, "1. Plan", "2. Build", "3. Run").Arrange().Lines.ToList();
        lines.Select(l => (l.Bullet, l.Text)).ShouldBe([("1.", "Plan"), ("2.", "Build"), ("3.", "Run")]);
    }

    [Fact]
    public void The_day_of_a_date_is_no_list_mark() => Sheet.New.Lines(50, 100, "12. Mai 1990", "Wien").Arrange().Lines.First().Bullet.ShouldBeNull();

    [Fact]
    public void A_dot_leader_parts_like_a_tab() => Sheet.New.Text(50, 100, "Consultant ............ 2019").Texts().ShouldBe(["Consultant\t2019"]);

    [Fact]
    public void An_empty_line_above_counts_about_one()
    {
        var lines = Sheet.New.Lines(50, 100, "one", "two", "three", "four").Text(50, 160, "five").Arrange().Lines.ToList();
        lines[1].GapAbove.ShouldBe(0, 0.05);
        lines[4].GapAbove.ShouldBe(1, 0.1);
    }

    [Fact]
    public void A_link_annotation_covers_its_words()
    {
        var line = Sheet.New.Text(50, 100, "see my page here").Link("https://page.example", new Box(67, 90, 101, 103)).Arrange().Lines.ShouldHaveSingleItem();
        var link = line.Links.ShouldHaveSingleItem();
        (link.Url, line.Text.Substring(link.Start, link.Length)).ShouldBe(("https://page.example", "my page"));
    }

    [Fact]
    public void Ratings_stand_apart_from_what_they_rate() => Sheet.New.Text(50, 100, "Python ●●●○○").Texts().ShouldBe(["Python\t●●●○○"]);

    [Fact]
    public void A_hyphen_at_a_lines_end_is_mended_by_the_documents_own_words()
    {
        var document = Sheet.New.Lines(50, 100, "Verant-", "wortung im Vertriebs- und", "Lager sowie E-", "Mail und Code").Arrange();
        var mender = new HyphenMender(document.Lines);
        mender.Join(["Verant-", "wortung"]).ShouldBe("Verantwortung");
        mender.Join(["Vertriebs-", "und Lager"]).ShouldBe("Vertriebs- und Lager");
        mender.Join(["E-", "Mail"]).ShouldBe("E-Mail");
        mender.Join(["2019 -", "2021"]).ShouldBe("2019 - 2021");
    }

    [Fact]
    public void Hyphens_of_addresses_numbers_and_compounds_stay_where_lines_are_ragged()
    {
        var document = Sheet.New.Lines(50, 100, "A well-known checker for double-", "entry books in a 28-", "bed ward").Arrange();
        var mender = new HyphenMender(document.Lines);
        mender.Join(["double-", "entry books"]).ShouldBe("double-entry books");
        mender.Join(["in a 28-", "bed ward"]).ShouldBe("in a 28-bed ward");
        mender.Join(["a.muster@some-", "host.example"]).ShouldBe("a.muster@some-host.example");
        mender.Join(["cal-", "lum@host.example"]).ShouldBe("callum@host.example");
    }

    [Fact]
    public void A_hyphen_before_a_name_of_the_document_is_part_of_the_address()
    {
        var mender = new HyphenMender(Sheet.New.Lines(50, 100, "Ada Muster-Büttner", "ada-", "buttner@host.example").Text(50, 150, "Büttner").Arrange().Lines);
        mender.Join(["ada-", "buttner@host.example"]).ShouldBe("ada-buttner@host.example");
    }

    [Fact]
    public void Hyphens_at_the_ends_of_justified_lines_part_words()
    {
        var sheet = Sheet.New;
        for (var i = 0; i < 6; i++) sheet.Text(50, 100 + 12 * i, "self-made lines of one width ab");
        var mender = new HyphenMender(sheet.Text(50, 172, "with care of stakeholder manage-").Text(50, 184, "ment").Arrange().Lines);
        mender.Join(["manage-", "ment"]).ShouldBe("management");
    }
}
