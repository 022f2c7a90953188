using Resumai.Ocr.Raster;
using Resumai.Reading;

namespace Resumai.Ocr.Pages;

/// <summary>Of a page that has text of its own only what that text does not cover: read besides, the same words would come twice.</summary>
internal static class UncoveredPart
{
    private const double PointsPerInch = 72;
    /// <summary>Points by which letters stand out of the place they are told of.</summary>
    private const double Around = 1.5;

    /// <summary>A scan with no more glyphs than these has a stamp on it.</summary>
    private const int MostStamped = 60;
    /// <summary>Part of the page that the picture of a scan covers.</summary>
    private const double Scan = 0.8;

    /// <summary>A page that was set stands straight; a scanned one need not, though its scanner may have put its name on it.</summary>
    public static bool IsUpright(Page page) =>
        page.TextLayer != TextLayer.None && (page.Glyphs.Count > MostStamped || page.Unread.Where(u => u.Cause == UnreadCause.Picture).Sum(u => u.Box.Width * u.Box.Height) < Scan * page.Width * page.Height);

    public static StraightPage Of(PageImage image, Page page)
    {
        if (page.Glyphs.Count == 0) return StraightPage.Of(image, IsUpright(page));
        return IsUpright(page) ? Of(StraightPage.Of(image, upright: true), page) : StraightPage.Of(WithoutStamp(image, page));
    }

    private static PageImage WithoutStamp(PageImage image, Page page)
    {
        var (colors, bounds) = ((byte[])image.Colors.Clone(), new PixelBox(0, 0, image.Width, image.Height));
        foreach (var glyph in page.Glyphs)
        {
            var box = Pixels(glyph.Box, image.Width / page.Width, Around).Within(bounds);
            for (var y = box.Top; y < box.Bottom; y++) colors.AsSpan((y * image.Width + box.Left) * 3, box.Width * 3).Fill(byte.MaxValue);
        }
        return image with { Colors = colors };
    }

    private static StraightPage Of(StraightPage picture, Page page)
    {
        var (image, scale) = (picture.Image, picture.DotsPerInch / PointsPerInch);
        var part = new GrayImage(image.Width, image.Height);
        Array.Fill(part.Pixels, byte.MaxValue);
        foreach (var box in page.Unread.Select(u => Pixels(u.Box, scale, Around).Within(image.Bounds)))
        {
            for (var y = box.Top; y < box.Bottom; y++) image.Row(y)[box.Left..box.Right].CopyTo(part.Pixels.AsSpan(y * image.Width + box.Left));
        }
        foreach (var glyph in page.Glyphs.Where(g => !string.IsNullOrWhiteSpace(g.Text)))
        {
            var box = Pixels(glyph.Box, scale, 0).Within(image.Bounds);
            for (var y = box.Top; y < box.Bottom; y++) part.Pixels.AsSpan(y * image.Width + box.Left, box.Width).Fill(byte.MaxValue);
        }
        return picture with { Image = part };
    }

    private static PixelBox Pixels(Box box, double scale, double around) => new(
        (int)Math.Floor((box.Left - around) * scale), (int)Math.Floor((box.Top - around) * scale),
        (int)Math.Ceiling((box.Right + around) * scale), (int)Math.Ceiling((box.Bottom + around) * scale));
}
