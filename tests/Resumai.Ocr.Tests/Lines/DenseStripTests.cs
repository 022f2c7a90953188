using Resumai.Ocr.Lines;
using Resumai.Ocr.Raster;
using Resumai.Ocr.Tests.Raster;

namespace Resumai.Ocr.Tests.Lines;

public class DenseStripTests
{
    [Fact]
    public void The_strip_is_where_the_text_is()
    {
        var strip = DenseStrip.Find(Drawing.Page(800, 1100).Text(new PixelBox(80, 700, 720, 880)), 100);

        strip.Top.ShouldBeLessThanOrEqualTo(720);
        (Math.Min(strip.Bottom, 880) - Math.Max(strip.Top, 700)).ShouldBeGreaterThan((int)(0.7 * strip.Height));
        strip.Width.ShouldBe(800);
    }

    [Fact]
    public void A_page_full_of_text_is_read_in_a_lower_strip_than_an_empty_one_and_none_is_higher_than_a_quarter()
    {
        var (full, empty) = (Drawing.Page(800, 1100).Text(new PixelBox(20, 20, 780, 1080), leading: 12), Drawing.Page(800, 1100).Text(new PixelBox(80, 80, 300, 120)));

        DenseStrip.Find(full, 100).Height.ShouldBeLessThan(DenseStrip.Find(empty, 100).Height);
        DenseStrip.Find(empty, 100).Height.ShouldBeInRange(220, 275);
    }
}
