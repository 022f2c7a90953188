using Resumai.Layout;

namespace Resumai.Tests.Layout;

public class PackedCellTests
{
    [Fact]
    public void Two_rows_of_cells_as_wide_as_their_texts_are_read_cell_by_cell() =>
        Parts(Packed(10, ("German", "mother tongue"), ("Lithuanian", "good"), ("Greek", "very good"), ("Portuguese", "B2")))
            .ShouldBe(["Languages", "German|mother tongue", "Lithuanian|good", "Greek|very good", "Portuguese|B2", "Interests"]);

    [Fact]
    public void Rows_of_a_table_with_columns_of_one_width_stay_rows()
    {
        var sheet = Sheet.New;
        string[] names = ["Hearing", "Reading", "Talking", "Writing"], levels = ["B2", "very good C1", "A2", "C2"];
        for (var i = 0; i < names.Length; i++) sheet.Text(50 + 90 * i, 120, names[i]).Text(50 + 90 * i, 135, levels[i]);
        Parts(sheet).ShouldHaveSingleItem();
    }

    [Fact]
    public void Two_cells_may_stand_so_by_chance() => Parts(Packed(20, ("German", "mother tongue"), ("Lithuanian", "good"))).ShouldHaveSingleItem();

    private static List<string> Parts(Sheet sheet) =>
        PackedCells.Split(SegmentBuilder.Build(WordBuilder.Build(sheet.Page().Glyphs))).ConvertAll(p => string.Join('|', p.Select(s => s.Text)));

    private static Sheet Packed(double gap, params ReadOnlySpan<(string Name, string Level)> cells)
    {
        var (sheet, left) = (Sheet.New.Text(50, 90, "Languages"), 50.0);
        foreach (var (name, level) in cells)
        {
            sheet.Text(left, 120, name).Text(left, 135, level);
            left += gap + Math.Max(Width(name), Width(level));
        }
        return sheet.Text(50, 180, "Interests");

        static double Width(string text) => text.Sum(c => c == ' ' ? 2.5 : 5);
    }
}
