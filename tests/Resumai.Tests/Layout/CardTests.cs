using Resumai.Layout;

namespace Resumai.Tests.Layout;

public class CardTests
{
    private static Sheet Card(Sheet sheet, double left, double baseline, params ReadOnlySpan<string> lines) =>
        sheet.Text(left, baseline, lines[0], bold: true).Lines(left, baseline + 12, lines[1..]);

    [Fact]
    public void Entries_side_by_side_are_read_one_after_the_other()
    {
        var sheet = Sheet.New.Text(50, 70, "EDUCATION", size: 14).Text(50, 160, "LANGUAGES", size: 14).Lines(50, 180, "Dutch", "German", "English");
        Card(sheet, 50, 90, "Some College", "2011 - 2014", "Level 4");
        Card(sheet, 300, 90, "Other University", "2014 - 2015", "First year");
        sheet.Texts().ShouldBe(["EDUCATION", "Some College", "2011 - 2014", "Level 4", "Other University", "2014 - 2015", "First year", "LANGUAGES", "Dutch", "German", "English"]);
    }

    [Fact]
    public void A_grid_of_cards_is_read_row_by_row()
    {
        var sheet = Sheet.New;
        for (var i = 0; i < 4; i++) Card(sheet, 50 + 250 * (i % 2), 90 + 60 * (i / 2), $"Head {i}", $"text of {i}", $"more of {i}");
        sheet.Texts().ShouldBe(["Head 0", "text of 0", "more of 0", "Head 1", "text of 1", "more of 1", "Head 2", "text of 2", "more of 2", "Head 3", "text of 3", "more of 3"]);
    }

    [Fact]
    public void Three_languages_over_their_levels_are_three_cards()
    {
        var sheet = Sheet.New;
        for (var i = 0; i < 3; i++) Card(sheet, 50 + 150 * i, 90, $"Language {i}", $"level {i}");
        sheet.Texts().ShouldBe(["Language 0", "level 0", "Language 1", "level 1", "Language 2", "level 2"]);
    }

    [Fact]
    public void Heads_over_items_that_stand_in_alike_are_cards()
    {
        var sheet = Sheet.New.Text(50, 90, "Front").Lines(70, 102, "One", "Two", "Three").Text(200, 90, "Back").Lines(220, 102, "Four", "Five");
        sheet.Texts().ShouldBe(["Front", "One", "Two", "Three", "Back", "Four", "Five"]);
    }

    [Fact]
    public void Titles_with_dates_at_the_right_edge_stay_rows()
    {
        var sheet = Sheet.New;
        for (var i = 0; i < 3; i++)
        {
            sheet.Text(50, 100 + 50 * i, $"Company {i}", bold: true).RightText(550, 100 + 50 * i, "Some City", bold: true)
                .Text(50, 112 + 50 * i, $"Title of {i}").RightText(550, 112 + 50 * i, $"201{i} – 201{i + 1}");
        }
        sheet.Texts()[..2].ShouldBe(["Company 0\tSome City", "Title of 0\t2010 – 2011"]);
    }

    [Fact]
    public void Titles_with_dates_at_a_tab_stop_stay_rows()
    {
        var sheet = Sheet.New;
        for (var i = 0; i < 3; i++)
        {
            sheet.Text(50, 100 + 50 * i, $"Company {i}", bold: true).Text(450, 100 + 50 * i, "Some City", bold: true)
                .Text(50, 112 + 50 * i, $"Title of {i}").Text(450, 112 + 50 * i, $"201{i} – 201{i + 1}");
        }
        sheet.Texts()[..2].ShouldBe(["Company 0\tSome City", "Title of 0\t2010 – 2011"]);
    }

    [Fact]
    public void A_large_name_with_its_title_is_read_before_the_details_beside_it()
    {
        var sheet = Sheet.New.Text(50, 80, "Ada Muster", size: 28).Text(50, 105, "Bridge builder", size: 12);
        sheet.RightText(550, 66, "Some Street 1").RightText(550, 77, "0170 1234567").RightText(550, 88, "a@b.example");
        for (var i = 0; i < 5; i++) sheet.Text(50, 160 + 12 * i, "running text that goes from the left to the right edge of the whole page and back again");
        sheet.Texts()[..5].ShouldBe(["Ada Muster", "Bridge builder", "Some Street 1", "0170 1234567", "a@b.example"]);
    }

    [Fact]
    public void Labels_around_a_picture_are_no_column()
    {
        var sheet = Sheet.New.Lines(50, 100, "Title one", "Employer one").Text(50, 126, "2019 – 2021").Text(184, 126, "Vienna").Lines(50, 140, "Work done", "and more")
            .Lines(50, 180, "Title two", "Employer two").Text(50, 206, "2016 – 2019").Text(184, 206, "Graz");
        sheet.Text(208, 330, "Day work").Text(243, 375, "Sports").Text(224, 420, "With friends").Lines(61, 350, "Some hopes", "by night").Text(100, 440, "Sleep");
        sheet.Texts().ShouldContain("2019 – 2021\tVienna");
    }

    [Fact]
    public void A_row_of_contact_details_above_columns_is_read_across()
    {
        var sheet = Sheet.New.Text(50, 60, "a@b.example").Text(150, 60, "0170 1234567").Text(300, 60, "Vienna").Text(420, 60, "Austria");
        for (var i = 0; i < 12; i++) sheet.Text(50, 110 + 13 * i, "line of running text number " + (i + 1) + " of the main column");
        sheet.Text(420, 113, "SKILLS", bold: true);
        for (var i = 0; i < 8; i++) sheet.Text(420, 128 + 14.5 * i, "Skill " + i);
        sheet.Texts()[0].ShouldBe("a@b.example\t0170 1234567\tVienna\tAustria");
        sheet.Arrange().Blocks.Where(b => b.Role == BlockRole.Sidebar).SelectMany(b => b.Lines).Count().ShouldBe(9);
    }
}
