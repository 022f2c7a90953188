using Resumai.Ocr.Marks;
using Resumai.Ocr.Raster;
using Resumai.Ocr.Tests.Raster;

namespace Resumai.Ocr.Tests.Marks;

public class TextFramesTests
{
    private const double DotsPerInch = 300;
    private static readonly PixelBox Pill = new(100, 40, 400, 100);

    private static GrayImage Framed() => Drawing.Page(600, 160).Fill(Pill, 90).Fill(Pill.Grown(-4), 255);

    private static GrayImage Letters(GrayImage image) => image.Fill(new PixelBox(130, 56, 150, 84), 20).Fill(new PixelBox(170, 56, 190, 84), 20).Fill(new PixelBox(210, 56, 230, 84), 20);

    [Fact]
    public void An_outline_around_letters_is_taken_off_the_page_and_they_stay()
    {
        var clean = TextFrames.Without(Letters(Framed()), DotsPerInch);

        clean.Pixels.ShouldBe(Letters(Drawing.Page(600, 160)).Pixels);
    }

    [Fact]
    public void A_letter_that_touches_the_outline_keeps_its_ink_inside()
    {
        var clean = TextFrames.Without(Letters(Framed()).Fill(new PixelBox(250, 56, 258, 98), 20), DotsPerInch);

        clean.Row(80)[254].ShouldBe((byte)20);
        clean.Row(98)[300].ShouldBe((byte)255);
        clean.Row(70)[102].ShouldBe((byte)255);
    }

    [Fact]
    public void A_wide_letter_holds_nothing_and_a_full_box_has_no_thin_sides()
    {
        var letter = Framed();
        var full = Drawing.Page(600, 160).Fill(Pill, 90);

        TextFrames.Without(letter, DotsPerInch).ShouldBeSameAs(letter);
        TextFrames.Without(full, DotsPerInch).ShouldBeSameAs(full);
    }
}
