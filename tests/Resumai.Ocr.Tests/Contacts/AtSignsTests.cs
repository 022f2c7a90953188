using Resumai.Ocr.Contacts;
using Resumai.Ocr.Raster;
using Resumai.Ocr.Tests.Raster;

namespace Resumai.Ocr.Tests.Contacts;

public class AtSignsTests
{
    private static readonly PixelBox Line = new(0, 0, 300, 60);

    private static GrayImage Letters() => Drawing.Page(300, 60).Ring(40, 32, 10).Ring(70, 32, 10).Fill(new PixelBox(77, 10, 81, 43), 0).Ring(190, 32, 10).Fill(new PixelBox(180, 22, 184, 52), 0);

    [Fact]
    public void A_letter_in_a_ring_that_is_open_at_the_lower_right_is_an_at_sign()
    {
        var found = AtSigns.Find(Letters().At(130, 30), Line).ShouldHaveSingleItem();

        ((found.Box.Left + found.Box.Right) / 2).ShouldBeInRange(126, 134);
        found.Box.Width.ShouldBeInRange(30, 44);
    }

    [Fact]
    public void Letters_that_touch_its_ring_do_not_hide_it() =>
        AtSigns.Find(Letters().Ring(101, 32, 10).At(130, 30).Ring(159, 32, 10), Line).Count.ShouldBe(1);

    [Fact]
    public void A_pale_one_is_found() => AtSigns.Find(Drawing.Page(300, 60).At(130, 30, ink: 150), Line).Count.ShouldBe(1);

    [Fact]
    public void Round_letters_and_two_of_them_one_over_the_other_are_none() =>
        AtSigns.Find(Letters().Ring(130, 22, 9).Ring(130, 38, 9), Line).ShouldBeEmpty();

    [Fact]
    public void A_ring_in_a_ring_that_is_cut_in_four_is_none() =>
        AtSigns.Find(Drawing.Page(300, 60).Ring(130, 30, 20).Ring(130, 30, 10).Fill(new PixelBox(100, 29, 160, 32), 0).Fill(new PixelBox(129, 0, 132, 60), 0), Line).ShouldBeEmpty();

    [Fact]
    public void Its_word_ends_where_a_space_is()
    {
        var word = AtSigns.Find(Drawing.Page(300, 60).Ring(60, 32, 10).Ring(98, 32, 10).At(130, 30).Ring(162, 32, 10).Ring(186, 32, 10), Line).ShouldHaveSingleItem().Word;

        (word.Left, word.Right).ShouldBe((88, 197));
    }

    [Fact]
    public void A_low_stroke_before_it_is_an_underscore_and_one_halfway_up_is_none()
    {
        var sign = AtSigns.Find(Drawing.Page(300, 60).Fill(new PixelBox(10, 30, 26, 33), 0).Ring(38, 32, 10).Fill(new PixelBox(50, 48, 72, 51), 0).Ring(84, 32, 10).At(116, 30), Line).ShouldHaveSingleItem();

        sign.Underscores.Select(u => (u.Left, u.Right)).ShouldBe([(50, 72)]);
    }

    [Fact]
    public void The_lower_stroke_of_a_letter_before_it_is_no_underscore()
    {
        var sign = AtSigns.Find(Drawing.Page(300, 60).Ring(38, 32, 10).Fill(new PixelBox(52, 22, 56, 42), 0).Fill(new PixelBox(52, 39, 78, 42), 0).Fill(new PixelBox(74, 22, 78, 42), 0).Ring(90, 32, 10).At(122, 30), Line).ShouldHaveSingleItem();

        sign.Underscores.ShouldBeEmpty();
    }

    [Fact]
    public void A_line_of_no_size_has_none() => AtSigns.Find(Drawing.Page(300, 60), new PixelBox(10, 10, 11, 40)).ShouldBeEmpty();
}

file static class Signs
{
    public static GrayImage Ring(this GrayImage image, int x, int y, int radius, byte ink = 0)
    {
        for (var dy = -radius; dy <= radius; dy++)
        {
            for (var dx = -radius; dx <= radius; dx++)
            {
                if (dx * dx + dy * dy is var square && square <= radius * radius && square > (radius - 4) * (radius - 4)) image.Fill(new PixelBox(x + dx, y + dy, x + dx + 1, y + dy + 1), ink);
            }
        }
        return image;
    }

    public static GrayImage At(this GrayImage image, int x, int y, byte ink = 0) => image.Ring(x, y, 20, ink).Fill(new PixelBox(x + 5, y + 10, x + 20, y + 21), 255).Ring(x, y, 10, ink).Fill(new PixelBox(x + 7, y - 9, x + 11, y + 12), ink);
}
