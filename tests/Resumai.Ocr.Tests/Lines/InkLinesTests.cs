using Resumai.Ocr.Lines;
using Resumai.Ocr.Raster;
using Resumai.Ocr.Tests.Raster;

namespace Resumai.Ocr.Tests.Lines;

public class InkLinesTests
{
    private static GrayImage Letters(GrayImage image, int left, int top, int count)
    {
        for (var i = 0; i < count; i++) image.Fill(new PixelBox(left + i * 20, top, left + i * 20 + 14, top + 28), 20);
        return image;
    }

    [Fact]
    public void A_gap_as_wide_as_between_columns_parts_lines()
    {
        var image = Letters(Letters(Drawing.Page(800, 200), 20, 40, 6), 400, 40, 5);

        InkLines.Find(image, 300).Select(l => l.Letters).ShouldBe([6, 5]);
    }

    [Fact]
    public void Lines_one_above_the_other_stay_apart()
    {
        var image = Letters(Letters(Drawing.Page(800, 200), 20, 40, 6), 20, 80, 6);

        InkLines.Find(image, 300).Select(l => l.Box).ShouldBe([new PixelBox(20, 40, 134, 68), new PixelBox(20, 80, 134, 108)]);
    }

    [Fact]
    public void Specks_rules_and_pictures_are_no_letters()
    {
        var image = Drawing.Page(900, 600).Fill(new PixelBox(20, 20, 24, 24), 0).Fill(new PixelBox(30, 20, 34, 24), 0).Fill(new PixelBox(20, 100, 800, 104), 0).Fill(new PixelBox(20, 200, 400, 500), 0);

        InkLines.Find(image, 300).ShouldBeEmpty();
    }
}
