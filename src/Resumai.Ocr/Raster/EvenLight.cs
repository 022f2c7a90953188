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
    /// <param name="bright">The image by brightness.</param>
    public static GrayImage Of(byte[] colors, GrayImage bright)
    {
        var dark = ByDarkest(colors, bright);
        var mask = DarkAreas.Find(dark);
        mask.Turn(dark, bright);
        Whiten(dark, mask);
        return dark;
    }

    /// <summary>By brightness, and by the darkest channel where a pixel is coloured: yellow text is dark on white, light on navy.</summary>
    private static GrayImage ByDarkest(byte[] colors, GrayImage bright)
    {
        var dark = new GrayImage(bright.Width, bright.Height);
        for (int i = 0, at = 0; i < dark.Pixels.Length; i++, at += 3)
        {
            var (red, green, blue) = (colors[at], colors[at + 1], colors[at + 2]);
            var least = Math.Min(red, Math.Min(green, blue));
            dark.Pixels[i] = Math.Max(red, Math.Max(green, blue)) - least >= Colored ? least : bright.Pixels[i];
        }
        return dark;
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
            if (any) Whiten(row, gains, turned, y);
            else for (var x = 0; x < row.Length; x++) row[x] = (byte)Math.Min(255, row[x] * gains[x]);
        }
    }

    private static void Whiten(Span<byte> row, float[] gains, DarkAreas turned, int y)
    {
        for (var x = 0; x < row.Length; x++)
        {
            if (!turned.Has(x, y)) row[x] = (byte)Math.Min(255, row[x] * gains[x]);
        }
    }
}
