using Resumai.Ocr.Marks;
using Resumai.Ocr.Raster;
using Resumai.Ocr.Tests.Raster;

namespace Resumai.Ocr.Tests.Marks;

public class UnderlinesTests
{
    private const double DotsPerInch = 300;
    private static readonly PixelBox Rule = new(100, 72, 400, 76);

    /// <summary>Letters above a rule, every third with a tail that crosses it.</summary>
    private static GrayImage Letters(GrayImage image)
    {
        for (var x = 100; x + 12 < 400; x += 24) image.Fill(new PixelBox(x, 40, x + 12, x % 72 == 28 ? 84 : 66), 20);
        return image;
    }

    [Fact]
    public void A_rule_that_tails_touch_is_taken_off_and_the_letters_stay()
    {
        var clean = Underlines.Without(Letters(Drawing.Page(600, 160).Fill(Rule, 40)), DotsPerInch);

        clean.Pixels.ShouldBe(Letters(Drawing.Page(600, 160)).Pixels);
    }

    [Fact]
    public void A_letter_that_stands_on_the_rule_keeps_what_is_above_it()
    {
        var clean = Underlines.Without(Letters(Drawing.Page(600, 160).Fill(Rule, 40)).Fill(new PixelBox(112, 50, 120, 74), 20), DotsPerInch);

        clean.Row(68)[116].ShouldBe((byte)20);
        clean.Row(74)[116].ShouldBe((byte)255);
        clean.Row(74)[392].ShouldBe((byte)255);
    }

    [Fact]
    public void A_bar_a_stroke_through_words_and_a_rule_that_nothing_touches_stay()
    {
        var bar = Drawing.Page(600, 160).Fill(Rule with { Top = 50 }, 40);
        var through = Letters(Drawing.Page(600, 160).Fill(Rule with { Top = 50, Bottom = 54 }, 40));
        var alone = Drawing.Page(600, 160).Fill(Rule, 40);

        Underlines.Without(bar, DotsPerInch).ShouldBeSameAs(bar);
        Underlines.Without(through, DotsPerInch).ShouldBeSameAs(through);
        Underlines.Without(alone, DotsPerInch).ShouldBeSameAs(alone);
    }
}
