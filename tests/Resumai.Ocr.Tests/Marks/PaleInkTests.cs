using Resumai.Ocr.Marks;
using Resumai.Ocr.Raster;
using Resumai.Ocr.Tests.Raster;

namespace Resumai.Ocr.Tests.Marks;

public class PaleInkTests
{
    private static readonly PixelBox Letter = new(100, 50, 116, 80), Beside = new(140, 50, 156, 80);

    [Fact]
    public void A_pale_letter_becomes_dark_and_a_dark_one_stays_as_it_is()
    {
        var page = Drawing.Page(300, 200).Fill(Letter, 160).Fill(Beside, 40);

        var darkened = PaleInk.Darkened(page, 300);

        darkened.Row(60)[108].ShouldBeLessThan((byte)60);
        darkened.Row(60)[148].ShouldBe((byte)40);
        page.Row(60)[108].ShouldBe((byte)160);
    }

    [Fact]
    public void What_is_nearly_white_and_what_is_no_letter_by_its_size_stay_as_they_are()
    {
        var page = Drawing.Page(900, 700).Fill(Letter, 235).Fill(new PixelBox(200, 100, 800, 600), 160).Fill(new PixelBox(20, 20, 24, 24), 160);

        PaleInk.Darkened(page, 300).ShouldBeSameAs(page);
    }

    [Fact]
    public void The_edges_of_dark_letters_do_not_make_them_pale()
    {
        var page = Drawing.Page(300, 200).Fill(new PixelBox(98, 48, 118, 82), 190).Fill(Letter, 60);

        PaleInk.Darkened(page, 300).ShouldBeSameAs(page);
    }
}
