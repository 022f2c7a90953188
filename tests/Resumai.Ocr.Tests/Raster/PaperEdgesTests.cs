using Resumai.Ocr.Raster;

namespace Resumai.Ocr.Tests.Raster;

public class PaperEdgesTests
{
    [Fact]
    public void The_corners_of_a_sheet_photographed_askew_are_found()
    {
        (double X, double Y)[] corners = [(90, 70), (760, 110), (730, 1010), (60, 1040)];
        var sheet = Drawing.Page(600, 850).Text(new PixelBox(60, 60, 540, 800));
        var photo = Drawing.Page(840, 1120, paper: 90);
        var toPhoto = Projection.ToCorners(600, 850, corners);
        for (var y = 0.0; y < 850; y += 0.5)
        {
            for (var x = 0.0; x < 600; x += 0.5)
            {
                var (px, py) = toPhoto.Map(x, y);
                photo.Pixels[(int)py * 840 + (int)px] = sheet.Pixels[(int)y * 600 + (int)x];
            }
        }

        var found = PaperEdges.Find(photo).ShouldNotBeNull();

        foreach (var (corner, wanted) in found.Zip(corners))
        {
            corner.X.ShouldBe(wanted.X, 4);
            corner.Y.ShouldBe(wanted.Y, 4);
        }
    }

    [Fact]
    public void A_page_with_a_dark_sidebar_and_banner_is_not_cut()
    {
        var page = Drawing.Page(800, 1100).Fill(new PixelBox(0, 0, 250, 1100), 40).Fill(new PixelBox(0, 0, 800, 180), 40);

        PaperEdges.Find(page).ShouldBeNull();
    }

    [Fact]
    public void A_plain_scan_is_not_cut() => PaperEdges.Find(Drawing.Page(800, 1100).Text(new PixelBox(80, 80, 720, 1020))).ShouldBeNull();

    [Fact]
    public void A_banner_with_light_text_belongs_to_the_sheet_it_is_on()
    {
        var photo = Drawing.Page(840, 1120, paper: 90).Fill(new PixelBox(60, 60, 780, 1060), 240).Fill(new PixelBox(60, 60, 780, 250), 50)
            .Text(new PixelBox(100, 100, 700, 200), ink: 230).Text(new PixelBox(100, 300, 700, 1000));

        var found = PaperEdges.Find(photo).ShouldNotBeNull();

        found[0].Y.ShouldBeLessThan(60);
        found[0].X.ShouldBe(60, 4);
        found[2].Y.ShouldBe(1060, 4);
    }
}
