using Resumai.Layout;

namespace Resumai.Tests.Layout;

public class PanelTests
{
    private static Sheet Columns()
    {
        var sheet = Sheet.New;
        for (var i = 0; i < 12; i++) sheet.RightText(390, 110 + 50 * i, $"201{i % 10}").Text(40, 110 + 50 * i, $"Welder {i}", bold: true).Text(40, 122 + 50 * i, "Northgate Ltd");
        for (var i = 0; i < 12; i++) sheet.Text(420, 110 + 50 * i, $"Skill {i}");
        return sheet;
    }

    [Fact]
    public void What_stands_on_a_ground_along_the_page_is_a_column_though_its_lines_are_level_with_others()
    {
        var texts = Columns().Panel(410, 0, 600, 800).Texts();
        texts[^12..^9].ShouldBe(["Skill 0", "Skill 1", "Skill 2"]);
        texts[0].ShouldBe("Welder 0\t2010");
    }

    [Fact]
    public void Its_column_is_a_sidebar()
    {
        var document = Columns().Panel(410, 0, 600, 800).Arrange();
        document.Blocks.ShouldAllBe(b => b.Role == (b.Box.Left > 410 ? BlockRole.Sidebar : BlockRole.Body));
    }

    [Fact]
    public void A_ground_that_text_runs_over_parts_nothing()
    {
        var texts = Sheet.New.Panel(200, 90, 400, 300).Lines(40, 110, "A line that runs from the left edge well into the panel there", "and another one that does the same", "and the last of them").Texts();
        texts.Length.ShouldBe(3);
    }

    [Fact]
    public void Framed_cards_are_read_one_by_one_row_by_row()
    {
        var sheet = Sheet.New;
        foreach (var (left, top, name) in ((double, double, string)[])[(40, 100, "A"), (320, 100, "B"), (40, 180, "C"), (320, 180, "D")])
        {
            sheet.Panel(left - 8, top, left + 240, top + 60).Lines(left, top + 20, $"since 201{top / 100:0}", $"Company {name}", $"Welder at {name}");
        }
        sheet.Texts().Where(t => t.StartsWith("Company", StringComparison.Ordinal)).ShouldBe(["Company A", "Company B", "Company C", "Company D"]);
        sheet.Texts()[2].ShouldBe("Welder at A");
    }

    [Fact]
    public void Cards_of_one_line_are_no_reason_to_read_otherwise()
    {
        var sheet = Sheet.New.Panel(38, 96, 100, 114).Panel(120, 96, 200, 114).Text(40, 108, "Welding").Text(122, 108, "Fitting").Text(40, 130, "Both of them every day");
        sheet.Texts().ShouldBe(["Welding\tFitting", "Both of them every day"]);
    }
}
