namespace Resumai.Tests.Layout;

public class MarginTests
{
    [Fact]
    public void A_heading_in_the_middle_of_what_it_heads_is_read_first()
    {
        var sheet = Rail().Text(50, 268, "Languages", size: 13).Lines(200, 250, "Dutch", "German", "English", "French");
        var texts = sheet.Texts();
        texts[^5..].ShouldBe(["Languages", "Dutch", "German", "English", "French"]);
    }

    [Fact]
    public void A_heading_beside_the_first_row_of_what_it_heads_is_not_read_earlier()
    {
        var sheet = Rail().Text(50, 250, "Spoken", size: 13).Lines(200, 250, "Swedish", "mother tongue").Text(200, 282, "German").Text(200, 294, "basic")
            .Text(50, 318, "Hobbies", size: 13).Text(200, 318, "singing").Text(200, 340, "rowing");
        sheet.Texts()[^8..].ShouldBe(["Spoken", "Swedish", "mother tongue", "German", "basic", "Hobbies", "singing", "rowing"]);
    }

    [Fact]
    public void A_heading_in_the_margin_pushes_down_the_date_of_its_first_entry()
    {
        var sheet = Rail().Text(50, 250, "School", size: 13).Text(50, 266, "2003 – 2009", size: 8).Text(200, 250, "Some school", bold: true).Text(220, 264, "what was learned").Text(220, 278, "and more of that");
        var texts = sheet.Texts();
        texts[^4..].ShouldBe(["School", "2003 – 2009\tSome school", "what was learned", "and more of that"]);
    }

    [Fact]
    public void A_heading_over_two_rows_of_the_margin_is_one_line()
    {
        var sheet = Rail().Text(50, 250, "Knowledge", size: 13).Text(50, 265, "and skills", size: 13).Lines(200, 250, "Welding, drawing, planning, cutting", "and everything that goes with that");
        sheet.Texts()[^3..].ShouldBe(["Knowledge and skills", "Welding, drawing, planning, cutting", "and everything that goes with that"]);
    }

    [Fact]
    public void A_month_in_the_margin_has_its_year_on_the_next_row()
    {
        var sheet = Sheet.New;
        for (var i = 0; i < 3; i++)
        {
            var y = 100 + 60 * i;
            sheet.Text(50, y, $"May 201{i}–Dec.").Text(50, y + 12, $"201{i + 1}").Text(150, y, $"Title number {i}", bold: true).Lines(160, y + 12, "Work done with some care", "and some more of it");
        }
        sheet.Texts()[..3].ShouldBe(["May 2010–Dec. 2011\tTitle number 0", "Work done with some care", "and some more of it"]);
    }

    [Fact]
    public void Dates_on_neighbouring_rows_stay_dates_of_their_own()
    {
        var sheet = Sheet.New;
        for (var i = 0; i < 4; i++) sheet.Text(50, 100 + 14 * i, $"200{i} – 200{i + 1}").Text(150, 100 + 14 * i, $"Title {i}", bold: i % 2 == 0);
        sheet.Texts().ShouldBe(["2000 – 2001\tTitle 0", "2001 – 2002\tTitle 1", "2002 – 2003\tTitle 2", "2003 – 2004\tTitle 3"]);
    }

    [Fact]
    public void A_long_address_that_leaves_its_sidebar_does_not_hide_the_column()
    {
        var sheet = Sheet.New.Lines(50, 101, "Some Street 1", "0170 1234567").Text(50, 126, "ada.muster@a-long-name.example").Lines(50, 138, "site.example", "Vienna");
        for (var i = 0; i < 12; i++) sheet.Text(167, 108 + 13.5 * i, "line of running text number " + (i + 1) + " in the main column");
        var texts = sheet.Texts();
        texts.ShouldAllBe(t => !t.Contains('\t'));
        texts.ShouldContain("ada.muster@a-long-name.example");
    }

    [Fact]
    public void A_date_over_three_rows_ends_where_the_next_entry_begins()
    {
        var sheet = Sheet.New;
        for (var i = 0; i < 4; i++)
        {
            var y = 100 + 46 * i;
            sheet.Text(70, y, "Jun").Text(50, y + 12.5, $"201{i}–Dec").Text(65, y + 25, $"201{i + 1}")
                .Text(150, y, $"Title number {i}", bold: true).Text(160, y + 12.5, "work done with some care, and more of it").Text(160, y + 24, "and then some");
        }
        sheet.Texts().Where(t => t.Contains('\t')).ShouldBe(["Jun 2010–Dec 2011\tTitle number 0", "Jun 2011–Dec 2012\tTitle number 1", "Jun 2012–Dec 2013\tTitle number 2", "Jun 2013–Dec 2014\tTitle number 3"]);
    }

    [Fact]
    public void A_range_over_two_rows_at_the_right_edge_is_read_whole()
    {
        var sheet = Sheet.New;
        for (var i = 0; i < 4; i++)
        {
            var y = 100 + 60 * i;
            sheet.Text(50, y, $"Some employer {i}").RightText(550, y, $"from 05/201{i} to").Text(50, y + 12, "Some title of it").RightText(550, y + 12, $"06/201{i + 1}").Text(50, y + 24, "and what was done there");
        }
        sheet.Texts()[..3].ShouldBe(["Some employer 0\tfrom 05/2010 to 06/2011", "Some title of it", "and what was done there"]);
    }

    [Fact]
    public void Single_dates_in_the_rows_of_a_table_stay_on_their_rows()
    {
        var sheet = Sheet.New;
        for (var i = 0; i < 4; i++) sheet.Text(50, 100 + 12 * i, $"Course number {i}").RightText(550, 100 + 12 * i, $"05/201{i}");
        sheet.Texts().ShouldBe(["Course number 0\t05/2010", "Course number 1\t05/2011", "Course number 2\t05/2012", "Course number 3\t05/2013"]);
    }

    [Fact]
    public void A_heading_below_the_last_label_of_a_table_is_a_line_of_its_own()
    {
        var sheet = Sheet.New;
        foreach (var (y, heading) in ((double, string)[])[(100, "EMPLOYMENT"), (164, "EDUCATION"), (228, "LANGUAGES")])
        {
            sheet.Text(50, y, heading, bold: true);
            for (var i = 1; i <= 3; i++) sheet.Text(50, y + 13 * i, $"Label {i}").Text(290, y + 13 * i, $"a longer value of this label {i}");
        }
        sheet.Texts()[3..6].ShouldBe(["Label 3\ta longer value of this label 3", "EDUCATION", "Label 1\ta longer value of this label 1"]);
    }

    [Fact]
    public void A_label_may_go_on_in_small_letters_beside_the_next_row()
    {
        var sheet = Rail().Text(50, 250, "Work", bold: true).Text(50, 262, "experience", bold: true).Lines(200, 250, "Some employer, Vienna", "a title there", "what was done");
        sheet.Texts()[^3..].ShouldBe(["Work experience\tSome employer, Vienna", "a title there", "what was done"]);
    }

    [Fact]
    public void A_date_set_a_little_lower_than_its_entry_belongs_to_what_it_stands_beside_most()
    {
        var sheet = Sheet.New;
        for (var i = 0; i < 4; i++) sheet.Text(50, 105 + 40 * i, $"201{i} – 201{i + 1}", size: 7).Text(200, 100 + 40 * i, $"Entry number {i}", bold: true).Text(220, 115 + 40 * i, "with some work done");
        sheet.Texts()[..2].ShouldBe(["2010 – 2011\tEntry number 0", "with some work done"]);
    }

    private static Sheet Rail()
    {
        var sheet = Sheet.New;
        for (var i = 0; i < 3; i++) sheet.Text(50, 100 + 45 * i, $"201{i} – 201{i + 1}").Text(200, 100 + 45 * i, $"Entry number {i}", bold: true).Text(220, 112 + 45 * i, "with some work done");
        return sheet;
    }
}
