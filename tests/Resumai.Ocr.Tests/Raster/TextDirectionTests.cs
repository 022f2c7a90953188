using Resumai.Ocr.Raster;

namespace Resumai.Ocr.Tests.Raster;

public class TextDirectionTests
{
    private static GrayImage Page => Drawing.Page(800, 1100).Text(new PixelBox(80, 80, 720, 1020));

    [Theory]
    [InlineData(0)]
    [InlineData(0.8)]
    [InlineData(-2.3)]
    [InlineData(7)]
    public void The_skew_of_lines_is_found_to_a_tenth_of_a_degree(double degrees)
    {
        var skewed = Warp.Draw(Page, Projection.Turn(-degrees, 400, 550), 800, 1100);

        var found = TextDirection.Find(skewed);

        found.IsSideways.ShouldBeFalse();
        found.Skew.ShouldBe(degrees, 0.1);
    }

    [Fact]
    public void Lines_that_run_down_the_page_are_sideways() => TextDirection.Find(Page.Turned(90)).IsSideways.ShouldBeTrue();

    [Fact]
    public void The_dark_edge_of_a_copy_does_not_turn_the_page()
    {
        var copy = Page.Fill(new PixelBox(0, 0, 12, 1100), 40);

        TextDirection.Find(copy).IsSideways.ShouldBeFalse();
    }

    [Fact]
    public void A_blank_page_stands_upright() => TextDirection.Find(Drawing.Page(400, 600)).ShouldBe(new TextDirection.Found(false, 0));
}
