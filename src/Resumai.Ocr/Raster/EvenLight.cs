namespace Resumai.Ocr.Raster;

/// <summary>
/// Makes black on white of any page: shadows and tinted grounds become white, coloured text dark, and areas with light text on a
/// dark ground are turned about.
/// </summary>
internal static class EvenLight
{
    /// <summary>From this difference of channels on a pixel counts as coloured.</summary>
    private const int Colored = 60;
    private const int TilesAcross = 64;

    /// <param name="colors">Red, green, blue.</param>
    public static GrayImage Of(byte[] colors, int width, int height)
    {
        var (bright, dark) = Grays(colors, width, height);
        var mask = DarkAreas.Find(dark);
        mask.Turn(dark, bright);
        Whiten(dark, mask);
        return dark;
    }

    /// <summary>Two greys: by brightness, and by the darkest channel where a pixel is coloured (yellow text is dark on white, light on navy).</summary>
    private static (GrayImage Bright, GrayImage Dark) Grays(byte[] colors, int width, int height)
    {
        var (bright, dark) = (new GrayImage(width, height), new GrayImage(width, height));
        for (int i = 0, at = 0; i < bright.Pixels.Length; i++, at += 3)
        {
            var (red, green, blue) = (colors[at], colors[at + 1], colors[at + 2]);
            var light = (byte)((red * 77 + green * 150 + blue * 29) >> 8);
            var least = Math.Min(red, Math.Min(green, blue));
            bright.Pixels[i] = light;
            dark.Pixels[i] = Math.Max(red, Math.Max(green, blue)) - least >= Colored ? least : light;
        }
        return (bright, dark);
    }

    /// <summary>Divides by the ground, which is measured in tiles and runs smoothly between their middles. Areas that have been turned about are white already.</summary>
    private static void Whiten(GrayImage image, DarkAreas turned)
    {
        var size = Math.Max(8, Math.Max(image.Width, image.Height) / TilesAcross);
        var ground = PaperGround.Measure(image, turned, size);
        var any = turned.Any;
        var gains = new float[image.Width];
        for (var y = 0; y < image.Height; y++)
        {
            ground.Gains(gains, y);
            var row = image.Pixels.AsSpan(y * image.Width, image.Width);
            for (var x = 0; x < row.Length; x++)
            {
                if (!any || !turned.Has(x, y)) row[x] = (byte)Math.Min(255, row[x] * gains[x]);
            }
        }
    }
}
