using Resumai.Layout;

namespace Resumai.Tests.Layout;

public class ColumnTests
{
    [Fact]
    public void A_sidebar_is_read_whole_and_apart()
    {
        var document = WithSidebar().Arrange();
        var sidebar = document.Blocks.Where(b => b.Role == BlockRole.Sidebar).SelectMany(b => b.Lines).Select(l => l.Text).ToList();
        sidebar.ShouldBe(["CONTACT", "a@b.example", "Vienna", "SKILLS", "Welding", "Drawing", "Planning", "LANGUAGES", "German", "English"]);
        document.Blocks.Where(b => b.Role == BlockRole.Body).SelectMany(b => b.Lines).First().Text.ShouldBe("EXPERIENCE");
        document.Lines.ShouldAllBe(l => !l.Text.Contains('\t'));
    }

    [Fact]
    public void A_sidebar_on_the_left_is_read_first_though_one_of_its_lines_runs_over()
    {
        var sheet = Sheet.New.Text(50, 60, "Ada Muster", size: 24).Lines(50, 101, "Some Street 1", "0170 1234567", "ada.muster@a-very-long-name.example", "site.example", "Vienna");
        for (var i = 0; i < 16; i++) sheet.Text(167, 108 + 13.5 * i, "line of running text number " + (i + 1) + " in the main column");
        sheet.Texts()[..3].ShouldBe(["Ada Muster", "Some Street 1", "0170 1234567"]);
    }

    [Fact]
    public void A_name_over_two_rows_is_read_before_the_details_beside_it()
    {
        var sheet = Sheet.New.Text(50, 70, "Adalbertina", size: 24).Text(50, 94, "Mustermann-Lang", size: 24).Text(50, 116, "Head of a large", size: 13).Text(50, 131, "department", size: 13);
        for (var i = 0; i < 4; i++) sheet.RightText(550, 86 + 11 * i, ((string[])["5 Some Street, Vienna", "01 2345678", "ada@muster.example", "site.example"])[i], size: 9);
        for (var i = 0; i < 8; i++) sheet.Text(50, 180 + 14 * i, "line of running text number " + (i + 1) + " over the width of the page, all of it, as far as it goes");
        sheet.Texts()[..6].ShouldBe(["Adalbertina", "Mustermann-Lang", "Head of a large", "department", "5 Some Street, Vienna", "01 2345678"]);
    }

    [Fact]
    public void Levels_at_the_end_of_a_sidebars_rows_stay_with_them()
    {
        var sheet = Sheet.New;
        for (var i = 0; i < 12; i++) sheet.Text(30, 100 + 14 * i, ((string[])["Welding", "Care planning", "Drawing"])[i % 3]).RightText(150, 100 + 14 * i, i % 2 == 0 ? "60 %" : "100 %", size: 9);
        for (var i = 0; i < 16; i++) sheet.Text(164, 104 + 13.1 * i, "line of running text number " + (i + 1) + " in the main column beside it");
        var texts = sheet.Texts();
        texts.Count(t => t.EndsWith('%')).ShouldBe(12);
        texts.Count(t => t.StartsWith("line of running text", StringComparison.Ordinal)).ShouldBe(16);
    }

    [Fact]
    public void A_line_across_both_columns_is_a_banner()
    {
        var document = WithSidebar().Text(50, 60, "Ada Muster builds bridges of every kind and length for a living", size: 14).Arrange();
        document.Blocks[0].Role.ShouldBe(BlockRole.Banner);
        document.Blocks[0].Lines.ShouldHaveSingleItem().Text.ShouldStartWith("Ada Muster");
    }

    [Fact]
    public void Dates_in_the_margin_stay_on_their_rows()
    {
        var sheet = Sheet.New;
        for (var i = 0; i < 4; i++)
        {
            sheet.Text(50, 100 + 50 * i, $"03/201{i} – 02/201{i + 1}").Text(170, 100 + 50 * i, $"Role number {i}", bold: true)
                .Lines(170, 112 + 50 * i, "Some employer in some city", "Did things that took a while");
        }
        var texts = sheet.Texts();
        texts[0].ShouldBe("03/2010 – 02/2011\tRole number 0");
        texts[1].ShouldBe("Some employer in some city");
        texts[3].ShouldBe("03/2011 – 02/2012\tRole number 1");
    }

    [Fact]
    public void Headings_at_the_left_edge_do_not_make_margin_dates_a_column()
    {
        var sheet = Sheet.New.Text(50, 90, "WORK", bold: true).Text(50, 240, "SCHOOL", bold: true);
        for (var i = 0; i < 5; i++)
        {
            var y = 110 + 40 * i + (i > 2 ? 30 : 0);
            sheet.Text(50, y, $"201{i} – 201{i + 1}").Lines(170, y, $"Entry {i} with a title", "and a place it was at");
        }
        sheet.Texts().ShouldBe([
            "WORK", "2010 – 2011\tEntry 0 with a title", "and a place it was at", "2011 – 2012\tEntry 1 with a title", "and a place it was at",
            "2012 – 2013\tEntry 2 with a title", "and a place it was at", "SCHOOL", "2013 – 2014\tEntry 3 with a title", "and a place it was at",
            "2014 – 2015\tEntry 4 with a title", "and a place it was at"]);
    }

    [Fact]
    public void A_margin_date_over_two_rows_is_one_segment()
    {
        var sheet = Sheet.New;
        for (var i = 0; i < 3; i++)
        {
            var y = 100 + 60 * i;
            sheet.Lines(50, y, $"03/201{i} –", i == 2 ? "heute" : $"04/201{i + 1}").Lines(150, y, $"Title number {i}", "Employer of some kind", "Work done with some care");
        }
        var texts = sheet.Texts();
        texts[0].ShouldBe("03/2010 – 04/2011\tTitle number 0");
        texts[1].ShouldBe("Employer of some kind");
        texts[6].ShouldBe("03/2012 – heute\tTitle number 2");
    }

    [Fact]
    public void A_table_of_labels_and_values_is_read_by_rows() =>
        Sheet.New.Lines(50, 100, "Name", "Phone", "City", "Born").Lines(150, 100, "Ada Muster", "0170 1234567", "Graz", "1.2.1990")
            .Texts().ShouldBe(["Name\tAda Muster", "Phone\t0170 1234567", "City\tGraz", "Born\t1.2.1990"]);

    [Fact]
    public void Columns_on_one_grid_of_lines_are_told_by_paragraphs_that_go_on()
    {
        var sheet = Sheet.New.Lines(50, 100, "TOOLS", "Hammer", "Saw", "Drill", "HOBBIES", "Chess", "Rowing", "Singing", "PLACES", "Graz", "Linz", "Wels");
        sheet.Lines(200, 100, "Work of many kinds was done here over the course of a year", "and it went on for as long as anyone could still remember it",
            "with all that goes along with it and then some more of that", "until it was over and something else was begun right after",
            "which in turn took more time than had been planned for by", "those who plan such things and who should have known better",
            "since they had been at it for longer than most other people", "and had seen what becomes of plans once they meet with life",
            "so that in the end nobody was surprised when things changed", "again and the whole of it was started over from the beginning",
            "by the next in line who had plans of their own and who also", "thought they would do better than the ones before them had");
        sheet.Arrange().Blocks.Where(b => b.Role == BlockRole.Sidebar).SelectMany(b => b.Lines).Count().ShouldBe(12);
    }

    [Fact]
    public void Rows_below_columns_are_read_across()
    {
        var sheet = WithSidebar();
        for (var i = 0; i < 3; i++) sheet.Text(50, 560 + 40 * i, $"201{i}").Text(230, 560 + 40 * i, $"Prize number {i}");
        sheet.Texts().ShouldContain("2011\tPrize number 1");
    }

    [Fact]
    public void An_entry_goes_on_over_the_page_break_without_the_sidebar_between()
    {
        var second = Sheet.New.Lines(230, 100, "Went on with the work of the page before", "until that was done as well");
        var document = Sheet.Arrange(WithSidebar(), second);
        var roles = document.Lines.Select(l => (l.Page, document.Blocks.First(b => b.Lines.Contains(l)).Role)).ToList();
        roles.FindIndex(r => r.Role == BlockRole.Sidebar).ShouldBe(0);
        roles.FindIndex(r => r.Page == 2).ShouldBeGreaterThan(roles.FindLastIndex(r => r.Role == BlockRole.Sidebar));
    }

    [Fact]
    public void A_column_goes_on_on_a_page_that_holds_nothing_else()
    {
        var sheet = Sheet.New.Text(50, 40, "Ada Muster", size: 24);
        for (var i = 0; i < 45; i++) sheet.Text(50, 100 + 15 * i, "left column line " + i);
        for (var i = 0; i < 20; i++) sheet.Text(320, 104 + 16 * i, "right column, another line, number " + i);
        var texts = Sheet.Texts(Sheet.Arrange(sheet, Sheet.New.Text(50, 60, "left column line 45").Text(50, 75, "left column line 46")));
        texts[46..49].ShouldBe(["left column line 45", "left column line 46", "right column, another line, number 0"]);
    }

    [Fact]
    public void A_page_after_columns_that_end_alike_is_read_last()
    {
        var sheet = Sheet.New.Text(50, 40, "Ada Muster", size: 24);
        for (var i = 0; i < 45; i++) sheet.Text(50, 100 + 15 * i, "left column line " + i);
        for (var i = 0; i < 42; i++) sheet.Text(320, 104 + 16 * i, "right column, another line, number " + i);
        var texts = Sheet.Texts(Sheet.Arrange(sheet, Sheet.New.Text(50, 60, "last page line 1").Text(50, 75, "last page line 2")));
        texts[^2..].ShouldBe(["last page line 1", "last page line 2"]);
    }

    [Fact]
    public void Running_titles_and_page_numbers_are_taken_out_of_the_text()
    {
        var first = Sheet.New.Lines(50, 200, "begin").Text(50, 770, "Ada Muster – page 1 of 2", size: 8);
        var second = Sheet.New.Lines(50, 200, "end").Text(50, 770, "Ada Muster – page 2 of 2", size: 8).Text(300, 785, "2");
        var document = Sheet.Arrange(first, second);
        document.Blocks.Where(b => b.Role == BlockRole.Body).SelectMany(b => b.Lines).Select(l => l.Text).ShouldBe(["begin", "end"]);
        document.Blocks.Count(b => b.Role == BlockRole.Footer).ShouldBe(3);
    }

    private static Sheet WithSidebar()
    {
        var sheet = Sheet.New.Text(50, 100, "CONTACT", bold: true).Lines(50, 115, "a@b.example", "Vienna")
            .Text(50, 157, "SKILLS", bold: true).Lines(50, 172, "Welding", "Drawing", "Planning")
            .Text(50, 226, "LANGUAGES", bold: true).Lines(50, 241, "German", "English").Text(230, 103, "EXPERIENCE", size: 12, bold: true);
        for (var i = 0; i < 12; i++) sheet.Text(230, 121 + 13 * i, "line of running text number " + (i + 1) + " in the main column");
        return sheet;
    }
}
