namespace Resumai.Tests.Layout;

public class CentredCellTests
{
    private static Sheet Centred(Sheet sheet, double middle, double baseline, string text) =>
        sheet.Text(middle - text.Sum(c => c == ' ' ? 2.5 : 5) / 2, baseline, text);

    [Fact]
    public void Centred_cells_side_by_side_are_each_read_whole()
    {
        var sheet = Sheet.New;
        foreach (var (middle, baseline, text) in ((double, double, string)[])[(100, 113, "12 Harbour Street,"), (100, 125, "Seaview"), (230, 110, "020 555 0101"), (360, 112, "ann@post.example"), (490, 110, "English, Welsh")])
        {
            Centred(sheet, middle, baseline, text);
        }
        sheet.Texts().ShouldBe(["12 Harbour Street,", "Seaview", "020 555 0101", "ann@post.example", "English, Welsh"]);
    }

    [Fact]
    public void Cells_with_a_common_left_edge_are_read_across_as_before()
    {
        var sheet = Sheet.New.Text(40, 110, "Language").Text(200, 110, "Level").Text(360, 110, "Since").Text(40, 122, "English").Text(200, 122, "C1").Text(360, 122, "2012");
        sheet.Texts().ShouldBe(["Language\tLevel\tSince", "English\tC1\t2012"]);
    }
}
