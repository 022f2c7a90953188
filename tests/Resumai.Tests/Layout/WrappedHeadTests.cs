namespace Resumai.Tests.Layout;

public class WrappedHeadTests
{
    [Fact]
    public void A_head_that_goes_on_below_is_one_line_with_its_date_at_the_end() =>
        Entries("Head of Quality and Safety of the Works, Brightmoor Castings,", "Leeds", 12)[..2]
            .ShouldBe(["Head of Quality and Safety of the Works, Brightmoor Castings, Leeds\t07/2014 – 02/2019", "what was done there"]);

    [Fact]
    public void Rows_nearer_to_one_another_than_to_what_follows_are_one_head() =>
        Entries("Head of Quality and Safety of the Works in Castings or Steel", "Limited", 11)[..2]
            .ShouldBe(["Head of Quality and Safety of the Works in Castings or Steel Limited\t07/2014 – 02/2019", "what was done there"]);

    [Fact]
    public void A_row_as_far_below_the_head_as_all_others_is_another_line() =>
        Entries("Head of Quality and Safety of the Works in Castings or Steel", "Limited", 14)[..3]
            .ShouldBe(["Head of Quality and Safety of the Works in Castings or Steel\t07/2014 – 02/2019", "Limited", "what was done there"]);

    [Fact]
    public void A_head_with_room_left_before_its_date_does_not_go_on() =>
        Entries("Head of Quality,", "Brightmoor Castings", 12)[..2].ShouldBe(["Head of Quality,\t07/2014 – 02/2019", "Brightmoor Castings"]);

    [Fact]
    public void The_second_row_of_a_date_is_no_part_of_the_head() =>
        Entries("Head of Quality and Safety of the Works, Brightmoor Castings,", "2021", 12)[1].ShouldBe("2021");

    private static string[] Entries(string head, string below, double distance)
    {
        var sheet = Sheet.New;
        for (var i = 0; i < 4; i++)
        {
            var y = 100 + 60 * i;
            sheet.Text(50, y, head, bold: true).RightText(420, y, "07/2014 – 02/2019").Text(50, y + distance, below, bold: true).Text(50, y + distance + 14, "what was done there");
        }
        return sheet.Texts();
    }
}
