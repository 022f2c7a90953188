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
    public void Drawing_through_no_change_keeps_the_image()
    {
        var image = Drawing.Page(60, 50).Text(new PixelBox(5, 5, 55, 45));

        var drawn = Warp.Draw(image, Projection.Identity, 60, 50);

        Enumerable.Range(0, drawn.Pixels.Length).Max(i => Math.Abs(drawn.Pixels[i] - image.Pixels[i])).ShouldBeLessThan(8);
    }
}
