using Resumai.Reading;

namespace Resumai.Tests.Layout;

/// <summary>The sheets set letters from left to right as they stand on the page: the last letter of a Hebrew line comes first.</summary>
public class RightToLeftTests
{
    [Fact]
    public void A_hebrew_line_is_read_from_the_right() => Sheet.New.Text(50, 100, Printed("שלום עולם טוב")).Texts().ShouldBe(["שלום עולם טוב"]);

    [Fact]
    public void Numbers_and_latin_words_in_a_hebrew_line_are_read_from_the_left() =>
        Sheet.New.Text(50, 100, $"Firma 2019–2021 {Printed("עבודה אצל")}").Texts().ShouldBe(["עבודה אצל Firma 2019–2021"]);

    [Fact]
    public void A_hebrew_name_in_a_latin_line_is_read_from_the_right() =>
        Sheet.New.Text(50, 100, $"Name and more: {Printed("דוד כהן")} in Vienna").Texts().ShouldBe(["Name and more: דוד כהן in Vienna"]);

    [Fact]
    public void Parts_of_an_arabic_line_begin_at_the_right() =>
        Sheet.New.Text(50, 100, "2019").Text(400, 100, Printed("مهندس برمجيات")).Texts().ShouldBe(["مهندس برمجيات\t2019"]);

    [Fact]
    public void Boxes_without_end_are_arranged_in_finite_time()
    {
        var font = new Font("Test", 10, false, false, 0);
        var sheet = Sheet.New.Text(50, 100, "Some text");
        foreach (var box in new[] { new Box(50, -1e300, 60, 1e300), new Box(double.NaN, 10, double.NaN, 20), new Box(0, double.NegativeInfinity, 5, double.PositiveInfinity) })
        {
            sheet.Glyph(new Glyph("x", box, box.Bottom, font, 0));
        }
        sheet.Texts().ShouldContain(t => t.Contains("Some text"));
    }

    private static string Printed(string text) => new([.. text.Reverse()]);
}
