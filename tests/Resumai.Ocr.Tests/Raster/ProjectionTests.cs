using Resumai.Ocr.Raster;

namespace Resumai.Ocr.Tests.Raster;

public class ProjectionTests
{
    [Fact]
    public void A_rectangle_is_mapped_to_its_four_corners()
    {
        (double X, double Y)[] corners = [(10, 20), (210, 5), (230, 330), (-5, 300)];
        var map = Projection.ToCorners(100, 200, corners);

        foreach (var ((x, y), wanted) in ((double, double)[])[(0, 0), (100, 0), (100, 200), (0, 200)] is { } from ? from.Zip(corners) : [])
        {
            var (mx, my) = map.Map(x, y);
            mx.ShouldBe(wanted.X, 1e-6);
            my.ShouldBe(wanted.Y, 1e-6);
        }
    }

    [Fact]
    public void Maps_one_after_the_other_are_one_map()
    {
        var turn = Projection.Turn(30, 5, 7);
        var both = Projection.Scale(2, 3).After(turn);

        var (x, y) = turn.Map(11, 13);
        both.Map(11, 13).X.ShouldBe(2 * x, 1e-9);
        both.Map(11, 13).Y.ShouldBe(3 * y, 1e-9);
    }

    [Fact]
    public void A_turned_image_is_the_same_with_and_without_a_perspective_too_slight_to_see()
    {
        var page = Drawing.Page(200, 160).Text(new PixelBox(10, 10, 190, 150));
        var turn = Projection.Turn(3, 100, 80);

        var (plain, slight) = (Warp.Draw(page, turn, 200, 160), Warp.Draw(page, turn with { G = 1e-12 }, 200, 160));

        Enumerable.Range(0, plain.Pixels.Length).Max(i => Math.Abs(plain.Pixels[i] - slight.Pixels[i])).ShouldBeLessThan(3);
        plain.Pixels.ShouldNotBe(page.Pixels);
    }

    [Theory]
    [InlineData(5, 4)]
    [InlineData(1, 1)]
    [InlineData(1, 6)]
    public void An_image_at_half_the_size_has_the_mean_of_four_pixels(int width, int height)
    {
        var image = Drawing.Page(width, height, 90).Fill(new PixelBox(0, 0, 1, 1), 10);

        var half = image.Half;

        (half.Width, half.Height).ShouldBe((Math.Max(1, width / 2), Math.Max(1, height / 2)));
        half.Pixels[0].ShouldBe((byte)(width == 1 ? height == 1 ? 10 : 50 : 70));
        image.Shrunk(2).ShouldBeSameAs(half);
    }

    [Fact]
    public void Drawing_through_no_change_keeps_the_image()
    {
        var image = Drawing.Page(60, 50).Text(new PixelBox(5, 5, 55, 45));

        var drawn = Warp.Draw(image, Projection.Identity, 60, 50);

        Enumerable.Range(0, drawn.Pixels.Length).Max(i => Math.Abs(drawn.Pixels[i] - image.Pixels[i])).ShouldBeLessThan(8);
    }
}
