namespace Resumai.Tests.Layout;

public class TabStopTests
{
    [Fact]
    public void A_bold_date_at_the_right_edge_is_parted_by_a_gap_little_wider_than_those_of_its_row()
    {
        var sheet = Sheet.New;
        for (var i = 0; i < 3; i++) sheet.Text(50, 100 + 40 * i, "Head of some ward, some hospital").RightText(400, 100 + 40 * i, $"05/201{i} – 06/201{i + 1}", bold: true).Text(50, 114 + 40 * i, "and what was done there");
        var left = 50.0;
        foreach (var word in (string[])["Deputy", "head", "of", "another", "large", "ward,", "Hospitals"])
        {
            sheet.Text(left, 220, word);
            left += 5 * word.Length + 7;
        }
        sheet.Text(left + 2.5, 220, "06/2013", bold: true);
        for (var i = 0; i < 3; i++) sheet.Text(50, 260 + 40 * i, "Nurse").RightText(left + 37.5, 260 + 40 * i, $"05/200{i}", bold: true);
        sheet.Texts().ShouldContain("Deputy head of another large ward, Hospitals\t06/2013");
    }

    [Fact]
    public void A_narrow_gap_before_a_common_left_edge_parts_margin_and_entry()
    {
        var sheet = Sheet.New.Text(128, 85, "Experience", size: 14);
        string[] dates = ["August 2020", "Juli 2014", "2009"];
        for (var i = 0; i < dates.Length; i++) sheet.RightText(120, 100 + 30 * i, dates[i]).Text(128, 100 + 30 * i, $"Some title of number {i}").Text(128, 112 + 30 * i, "and what was done there");
        sheet.Texts().ShouldBe(["Experience", "August 2020\tSome title of number 0", "and what was done there", "Juli 2014\tSome title of number 1", "and what was done there",
            "2009\tSome title of number 2", "and what was done there"]);
    }

    [Fact]
    public void The_same_gap_parts_nothing_where_no_other_line_begins() =>
        Sheet.New.Text(50, 100, "One thing and").Text(116, 100, "the other").Lines(50, 112, "that goes along with it as", "long as anyone remembers it").Texts()[0].ShouldBe("One thing and the other");

    [Fact]
    public void A_date_pushed_near_a_long_title_at_the_right_edge_is_a_part_of_its_own()
    {
        var sheet = Sheet.New.Text(50, 100, "A title with so many words that it nearly meets the date").RightText(398, 100, "May 2018 – June 2021");
        sheet.Text(50, 140, "A short one").RightText(398, 140, "2014 – 2018").Text(50, 180, "And another").RightText(398, 180, "2010 – 2014");
        sheet.Texts()[0].ShouldBe("A title with so many words that it nearly meets the date\tMay 2018 – June 2021");
    }

    [Fact]
    public void Dots_that_lead_to_a_date_part_it_from_its_title()
    {
        var sheet = Sheet.New;
        for (var i = 0; i < 3; i++) sheet.Text(50, 100 + 20 * i, "Officer ..................").RightText(300, 100 + 20 * i, $"201{i} – 201{i + 2}");
        sheet.Texts()[0].ShouldBe("Officer\t2010 – 2012");
    }

    [Fact]
    public void Words_of_a_line_pressed_together_are_told_by_the_empty_space_between_gaps()
    {
        var sheet = Sheet.New;
        var left = 50.0;
        foreach (var word in new[] { "pressed", "together", "by", "the", "margin" })
        {
            sheet.Text(left, 100, word);
            left += 5 * word.Length + 1.3;
        }
        sheet.Texts().ShouldBe(["pressed together by the margin"]);
    }

    [Fact]
    public void Text_that_runs_over_other_text_is_read_apart_from_it()
    {
        var sheet = Sheet.New.Text(50, 100, "a.very.long.address@mail.example", size: 9);
        for (var i = 0; i < 10; i++) sheet.Text(167, 100 + 13 * i, $"Line {i} of the text that stands to the right of it");
        sheet.Texts()[0].ShouldBe("a.very.long.address@mail.example\tLine 0 of the text that stands to the right of it");
    }

    [Fact]
    public void Text_of_another_size_and_weight_that_touches_is_another_word() =>
        Sheet.New.Text(50, 100, "site.example", size: 9).Text(104, 100, "Analyst", size: 10, bold: true).Texts().ShouldBe(["site.example Analyst"]);
}
