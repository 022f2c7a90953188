using Resumai.Reading;

namespace Resumai.Tests.Layout;

public class WordTests
{
    [Fact]
    public void Words_are_told_by_gaps_without_any_space_glyph() => Sheet.New.Text(50, 100, "Senior Engineer at Nordwind").Texts().ShouldBe(["Senior Engineer at Nordwind"]);

    [Fact]
    public void Kerned_letters_stay_one_word() => Sheet.New.Text(50, 100, "AVATAR", spacing: -0.6).Texts().ShouldBe(["AVATAR"]);

    [Fact]
    public void Letter_spaced_headings_become_words() =>
        Sheet.New.Text(50, 100, "WORK EXPERIENCE", spacing: 3, spaceGlyphs: true).Texts().ShouldBe(["WORK EXPERIENCE"]);

    [Fact]
    public void Headings_spaced_by_typed_spaces_become_words() =>
        Sheet.New.Text(50, 100, "E X P E R I E N C E", spaceGlyphs: true).Texts().ShouldBe(["EXPERIENCE"]);

    [Fact]
    public void Few_single_letters_stay_words() => Sheet.New.Text(50, 100, "B C1 E").Texts().ShouldBe(["B C1 E"]);

    [Fact]
    public void Glyphs_printed_twice_count_once() =>
        Sheet.New.Text(50, 100, "Shadowed").Text(50.4, 100.3, "Shadowed").Texts().ShouldBe(["Shadowed"]);

    [Fact]
    public void Double_letters_are_no_doubled_glyphs() => Sheet.New.Text(50, 100, "billable llama").Texts().ShouldBe(["billable llama"]);

    [Fact]
    public void A_superscript_belongs_to_its_word() => Sheet.New.Text(50, 100, "1").Text(55, 96, "st", size: 6).Text(64, 100, "place").Texts().ShouldBe(["1st place"]);

    [Theory]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(270)]
    public void Turned_text_is_read_in_its_own_direction(int rotation)
    {
        var font = new Font("Test", 10, false, false, 0);
        var sheet = Sheet.New;
        for (var i = 0; i < 5; i++)
        {
            var at = 100 + 5 * i;
            var (box, baseline) = rotation switch
            {
                90 => (new Box(197.7, at, 207.7, at + 5), 200.0),
                180 => (new Box(600 - at - 5, 197.7, 600 - at, 207.7), 200.0),
                _ => (new Box(192.3, 800 - at - 5, 202.3, 800 - at), 200.0),
            };
            sheet.Glyph(new Glyph("Title"[i].ToString(), box, baseline, font, rotation));
        }
        var line = sheet.Arrange().Lines.ShouldHaveSingleItem();
        line.Text.ShouldBe("Title");
        (rotation == 180 ? line.Box.Width : line.Box.Height).ShouldBe(25, 0.01);
    }

    [Fact]
    public void A_pictogram_is_never_part_of_a_word()
    {
        var line = Sheet.New.Text(50, 100, "\uF095").Text(56, 100, "0170 1234567").Text(125, 100, "\uF0E0").Text(131, 100, "a@b.example").Arrange().Lines.ShouldHaveSingleItem();
        line.Bullet.ShouldBe("\uF095");
        line.Text.ShouldBe("0170 1234567\ta@b.example");
    }
}
