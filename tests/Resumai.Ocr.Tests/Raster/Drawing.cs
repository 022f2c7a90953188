using Resumai.Ocr.Raster;

namespace Resumai.Ocr.Tests.Raster;

/// <summary>Made-up pages.</summary>
internal static class Drawing
{
    public static GrayImage Page(int width, int height, byte paper = 255)
    {
        var image = new GrayImage(width, height);
        Array.Fill(image.Pixels, paper);
        return image;
    }

    public static GrayImage Fill(this GrayImage image, PixelBox box, byte value)
    {
        var part = box.Within(image.Bounds);
        for (var y = part.Top; y < part.Bottom; y++) image.Pixels.AsSpan(y * image.Width + part.Left, part.Width).Fill(value);
        return image;
    }

    public static GrayImage Disc(this GrayImage image, int x, int y, int radius, byte value)
    {
        for (var dy = -radius; dy <= radius; dy++)
        {
            var half = (int)Math.Sqrt(radius * radius - dy * dy);
            image.Fill(new PixelBox(x - half, y + dy, x + half + 1, y + dy + 1), value);
        }
        return image;
    }

    /// <summary>Lines of short words, as text looks from afar.</summary>
    public static GrayImage Text(this GrayImage image, PixelBox box, byte ink = 20, int leading = 24, int letter = 9)
    {
        for (var y = box.Top; y + letter <= box.Bottom; y += leading)
        {
            for (var x = box.Left; x + 5 <= box.Right; x += 8)
            {
                if ((x / 8 + y) % 7 != 0) image.Fill(new PixelBox(x, y, x + 4, y + letter), ink);
            }
        }
        return image;
    }

    public static byte[] Colors(GrayImage image) => [.. image.Pixels.SelectMany(p => (byte[])[p, p, p])];
}
