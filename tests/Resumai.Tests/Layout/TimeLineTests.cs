namespace Resumai.Tests.Layout;

public class TimeLineTests
{
    /// <summary>A head and a date right-aligned left of the mark, an employer right of it.</summary>
    private static Sheet Entry(Sheet sheet, double top, string head, string date, string employer) =>
        sheet.Mark(220, top).RightText(200, top + 10, head, 12, bold: true).RightText(200, top + 24, date).Text(260, top + 10, employer, 11, bold: true);

    [Fact]
    public void Each_entry_of_a_time_line_is_read_before_the_next()
    {
        var sheet = Sheet.New;
        Entry(sheet, 100, "Welder", "2019 - 2021", "Northgate Ltd");
        Entry(sheet, 150, "Fitter", "2016 - 2019", "Harbour Ltd");
        sheet.Texts().ShouldBe(["Welder", "2019 - 2021", "Northgate Ltd", "Fitter", "2016 - 2019", "Harbour Ltd"]);
    }

    [Fact]
    public void A_cell_that_was_pushed_aside_belongs_to_the_mark_it_begins_beside()
    {
        var sheet = Sheet.New;
        Entry(sheet, 100, "Welder", "2019 -", "Northgate Ltd").RightText(200, 138, "2021");
        // The first cell reaches down beside the second mark, so the second cell stands right of that.
        sheet.Mark(220, 134).RightText(330, 144, "Fitter", 12, bold: true).RightText(330, 158, "2016 - 2019").Text(400, 144, "Harbour Ltd", 11, bold: true);
        Entry(sheet, 190, "Helper", "2014 - 2016", "Quay Ltd");
        sheet.Texts().ShouldBe(["Welder", "2019 - 2021", "Northgate Ltd", "Fitter", "2016 - 2019", "Harbour Ltd", "Helper", "2014 - 2016", "Quay Ltd"]);
    }

    [Fact]
    public void A_head_broken_by_the_edge_of_its_cell_is_one_line()
    {
        var sheet = Sheet.New.Mark(220, 100).RightText(200, 110, "Senior", 12, bold: true).RightText(200, 125, "Welder", 12, bold: true)
            .RightText(200, 139, "2019 - 2021").Text(260, 110, "Northgate Ltd", 11, bold: true);
        Entry(sheet, 170, "Fitter", "2016 - 2019", "Harbour Ltd");
        sheet.Texts()[0].ShouldBe("Senior Welder");
    }

    [Fact]
    public void A_heading_between_the_stretches_of_a_time_line_stays_between_them()
    {
        var sheet = Sheet.New;
        Entry(sheet, 100, "Welder", "2019 - 2021", "Northgate Ltd");
        sheet.Text(225, 170, "Education", 16, bold: true);
        Entry(sheet, 200, "Diploma", "2012 - 2016", "Seaview College");
        sheet.Texts().ShouldBe(["Welder", "2019 - 2021", "Northgate Ltd", "Education", "Diploma", "2012 - 2016", "Seaview College"]);
    }

    [Fact]
    public void Dates_left_of_the_marks_stay_on_the_lines_of_their_entries()
    {
        var sheet = Sheet.New;
        for (var i = 0; i < 3; i++)
        {
            sheet.Mark(120, 100 + 60 * i).Text(40, 110 + 60 * i, $"201{i} - 201{i + 1}").Text(150, 110 + 60 * i, $"Welder {i}", bold: true).Lines(150, 122 + 60 * i, "Made frames of steel for bridges", "and gates for harbours");
        }
        sheet.Texts()[0].ShouldBe("2010 - 2011\tWelder 0");
    }
}
