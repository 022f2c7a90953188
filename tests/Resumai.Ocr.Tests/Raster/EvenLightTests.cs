using Resumai.Ocr.Raster;

namespace Resumai.Ocr.Tests.Raster;

public class EvenLightTests
{
    private const int Width = 800, Height = 1100;

    private static GrayImage Even(GrayImage page) => EvenLight.Of(Drawing.Colors(page), page);

    [Fact]
    public void A_shadow_over_the_page_becomes_white()
    {
        var page = Drawing.Page(Width, Height).Text(new PixelBox(80, 80, 720, 1020));
        for (var i = 0; i < page.Pixels.Length; i++) page.Pixels[i] = (byte)(page.Pixels[i] * (0.6 + 0.4 * (i % Width) / Width));

        var even = Even(page);

        even.Pixels[50 * Width + 20].ShouldBeGreaterThan((byte)235);
        even.Pixels[50 * Width + Width - 20].ShouldBeGreaterThan((byte)235);
    }

    [Fact]
    public void Light_text_in_a_dark_sidebar_becomes_dark_on_white()
    {
        var sidebar = new PixelBox(0, 0, 260, Height);
        var page = Drawing.Page(Width, Height).Fill(sidebar, 45).Text(new PixelBox(30, 80, 230, 1000), ink: 240).Text(new PixelBox(320, 80, 720, 1000));

        var even = Even(page);

        even.Pixels[40 * Width + 130].ShouldBeGreaterThan((byte)200);
        Darkest(even, new PixelBox(60, 300, 200, 400)).ShouldBeLessThan((byte)80);
        Darkest(even, new PixelBox(400, 300, 600, 400)).ShouldBeLessThan((byte)80);
        even.Pixels[40 * Width + 500].ShouldBeGreaterThan((byte)200);
    }

    [Fact]
    public void A_dark_bar_behind_a_heading_is_turned_on_pages_that_lie_on_their_side_too()
    {
        var page = Drawing.Page(Width, Height).Fill(new PixelBox(80, 500, 720, 526), 90).Text(new PixelBox(90, 509, 200, 520), ink: 250);

        foreach (var degrees in (int[])[0, 90])
        {
            var even = Even(page.Turned(degrees)).Turned((360 - degrees) % 360);
            even.Pixels[513 * Width + 500].ShouldBeGreaterThan((byte)230, $"turned by {degrees}");
            even.Pixels[513 * Width + 84].ShouldBeGreaterThan((byte)230, $"turned by {degrees}");
            Darkest(even, new PixelBox(92, 510, 150, 518)).ShouldBeLessThan((byte)60);
        }
    }

    [Fact]
    public void The_thickest_capitals_are_no_dark_area_whether_or_not_they_touch_a_frame()
    {
        const int width = 2480, height = 3508;
        var page = Drawing.Page(width, height).Fill(new PixelBox(180, 180, 205, 3200), 50);
        foreach (var left in (int[])[210, 300, 390])
        {
            // Strokes so thick that hardly any paper is left between them.
            page.Fill(new PixelBox(left, 300, left + 76, 400), 50).Fill(new PixelBox(left + 34, 300, left + 42, 340), 255).Fill(new PixelBox(left + 34, 366, left + 42, 400), 255);
        }

        Even(page).Pixels[350 * width + 240].ShouldBeLessThan((byte)80);
        DarkAreas.Find(page).Any.ShouldBeFalse();
    }

    [Fact]
    public void Dense_text_is_no_dark_area()
    {
        var page = Drawing.Page(Width, Height).Text(new PixelBox(80, 80, 720, 1020), leading: 14);

        Even(page).Pixels[50 * Width + 20].ShouldBeGreaterThan((byte)240);
        DarkAreas.Find(page).Any.ShouldBeFalse();
    }

    private static byte Darkest(GrayImage image, PixelBox box)
    {
        byte darkest = 255;
        for (var y = box.Top; y < box.Bottom; y++)
        {
            foreach (var value in image.Row(y)[box.Left..box.Right]) darkest = Math.Min(darkest, value);
        }
        return darkest;
    }
}
