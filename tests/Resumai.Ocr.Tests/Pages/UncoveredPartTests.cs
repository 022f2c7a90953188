using Resumai.Ocr.Pages;
using Resumai.Reading;

namespace Resumai.Ocr.Tests.Pages;

public class UncoveredPartTests
{
    private static readonly Font Face = new("", 10, Bold: false, Italic: false, Color: null);

    private static PageImage Dark() => new(300, 420, new byte[300 * 420 * 3], 300, 420);

    private static Page Set(params UnreadRegion[] unread) => new()
    {
        Number = 1, Width = 300, Height = 420, TextLayer = TextLayer.Printed, Unread = unread,
        Glyphs = [.. Enumerable.Range(0, 80).Select(i => new Glyph("a", new Box(20 + i % 20 * 10, 100 + i / 20 * 20, 30 + i % 20 * 10, 110 + i / 20 * 20), 108, Face, 0))],
    };

    [Fact]
    public void What_the_text_layer_covers_is_not_recognised_again()
    {
        var page = Set(new UnreadRegion(new Box(50, 90, 150, 300), UnreadCause.Picture));

        var part = UncoveredPart.Of(Photo(), page);

        Darkest(part.Image, new Box(20, 100, 220, 110), part.DotsPerInch).ShouldBe(255);
        Darkest(part.Image, new Box(160, 200, 290, 400), part.DotsPerInch).ShouldBe(255);
        Darkest(part.Image, new Box(60, 200, 140, 290), part.DotsPerInch).ShouldBeLessThan(128);
    }

    [Fact]
    public void A_scan_with_a_stamp_is_straightened_and_a_page_that_was_set_is_not()
    {
        var all = new UnreadRegion(new Box(0, 0, 300, 420), UnreadCause.Picture);

        UncoveredPart.IsUpright(Set(all)).ShouldBeTrue();
        UncoveredPart.IsUpright(Set(all) with { Glyphs = [.. Set().Glyphs.Take(12)] }).ShouldBeFalse();
        UncoveredPart.IsUpright(new Page { Number = 1, Unread = [all] }).ShouldBeFalse();
    }

    /// <summary>Stripes, which no lighting makes even.</summary>
    private static PageImage Photo()
    {
        var image = Dark();
        for (var i = 0; i < image.Colors.Length; i++) image.Colors[i] = i / 3 % 12 < 2 ? (byte)0 : (byte)255;
        return image;
    }

    private static int Darkest(Resumai.Ocr.Raster.GrayImage image, Box box, double dotsPerInch)
    {
        var (scale, darkest) = (dotsPerInch / 72, 255);
        for (var y = (int)(box.Top * scale); y < box.Bottom * scale; y++)
        {
            foreach (var value in image.Row(y)[(int)(box.Left * scale)..(int)(box.Right * scale)]) darkest = Math.Min(darkest, value);
        }
        return darkest;
    }
}
