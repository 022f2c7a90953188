namespace Resumai.Ocr.Raster;

/// <summary>
/// Makes black on white of any page: shadows and tinted grounds become white, coloured text dark, and areas with light text on a
/// dark ground are turned about.
/// </summary>
internal static class EvenLight
{
    /// <summary>From this difference of channels on a pixel counts as coloured.</summary>
    private const int Colored = 60;
    /// <summary>The part of a tile's pixels that are darker than its ground.</summary>
    private const double GroundPercentile = 0.85;
    private const double MostGain = 2.4;
    private const int TilesAcross = 64;

    /// <param name="colors">Red, green, blue.</param>
    public static GrayImage Of(byte[] colors, int width, int height)
    {
        var (bright, dark) = Grays(colors, width, height);
        var mask = DarkAreas.Find(dark);
        mask.Turn(dark, bright);
        Whiten(dark);
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

    /// <summary>Divides by the ground, which is measured in tiles and runs smoothly between their middles.</summary>
    private static void Whiten(GrayImage image)
    {
        var size = Math.Max(8, Math.Max(image.Width, image.Height) / TilesAcross);
        var (across, down) = ((image.Width + size - 1) / size, (image.Height + size - 1) / size);
        var ground = Grounds(image, size, across, down);
        var gains = new float[image.Width];
        for (var y = 0; y < image.Height; y++)
        {
            Gains(gains, ground, (y + 0.5f) / size - 0.5f, size, across, down);
            var row = image.Pixels.AsSpan(y * image.Width, image.Width);
            for (var x = 0; x < row.Length; x++) row[x] = (byte)Math.Min(255, row[x] * gains[x]);
        }
    }

    private static void Gains(float[] gains, float[] ground, float tileY, int size, int across, int down)
    {
        var top = Math.Clamp((int)Math.Floor(tileY), 0, down - 1);
        var bottom = Math.Min(top + 1, down - 1);
        var part = Math.Clamp(tileY - top, 0, 1);
        for (var x = 0; x < gains.Length; x++)
        {
            var tileX = (x + 0.5f) / size - 0.5f;
            var left = Math.Clamp((int)Math.Floor(tileX), 0, across - 1);
            var right = Math.Min(left + 1, across - 1);
            var side = Math.Clamp(tileX - left, 0, 1);
            var upper = ground[top * across + left] * (1 - side) + ground[top * across + right] * side;
            var lower = ground[bottom * across + left] * (1 - side) + ground[bottom * across + right] * side;
            gains[x] = 255 / (upper * (1 - part) + lower * part);
        }
    }

    private static float[] Grounds(GrayImage image, int size, int across, int down)
    {
        var own = new float[across * down];
        var counts = new int[256];
        for (var ty = 0; ty < down; ty++)
        {
            for (var tx = 0; tx < across; tx++)
            {
                Array.Clear(counts);
                var total = 0;
                for (var y = ty * size; y < Math.Min(image.Height, (ty + 1) * size); y++)
                {
                    foreach (var value in image.Row(y).Slice(tx * size, Math.Min(size, image.Width - tx * size)))
                    {
                        counts[value]++;
                        total++;
                    }
                }
                var (value85, seen) = (255, 0.0);
                while (value85 > 0 && (seen += counts[value85]) < total * (1 - GroundPercentile)) value85--;
                own[ty * across + tx] = Math.Max(value85, (float)(255 / MostGain));
            }
        }
        // A tile full of ink takes the ground of its brighter neighbours.
        var smooth = new float[own.Length];
        for (var ty = 0; ty < down; ty++)
        {
            for (var tx = 0; tx < across; tx++)
            {
                var (sum, count, most) = (0f, 0, 0f);
                for (var y = Math.Max(0, ty - 1); y <= Math.Min(down - 1, ty + 1); y++)
                {
                    for (var x = Math.Max(0, tx - 1); x <= Math.Min(across - 1, tx + 1); x++)
                    {
                        sum += own[y * across + x];
                        count++;
                        most = Math.Max(most, own[y * across + x]);
                    }
                }
                smooth[ty * across + tx] = own[ty * across + tx] < most * 0.8f ? (sum / count + most) / 2 : own[ty * across + tx];
            }
        }
        return smooth;
    }
}
