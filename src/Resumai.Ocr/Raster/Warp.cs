namespace Resumai.Ocr.Raster;

/// <summary>Draws an image anew through a projective map, by bicubic interpolation (Keys, 1981, a = -0.5).</summary>
internal static class Warp
{
    private const int Phases = 64, One = 1 << 12;
    private static readonly int[] Weights = MakeWeights();

    /// <param name="toSource">From a pixel of the result to the place in the source.</param>
    public static GrayImage Draw(GrayImage source, Projection toSource, int width, int height)
    {
        var result = new GrayImage(width, height);
        for (var y = 0; y < height; y++)
        {
            var row = result.Pixels.AsSpan(y * width, width);
            for (var x = 0; x < width; x++)
            {
                var (sx, sy) = toSource.Map(x + 0.5, y + 0.5);
                row[x] = Sample(source, sx - 0.5, sy - 0.5);
            }
        }
        return result;
    }

    private static byte Sample(GrayImage source, double x, double y)
    {
        if (!(x > -1 && y > -1 && x < source.Width && y < source.Height)) return 255;
        var (left, top) = ((int)Math.Floor(x), (int)Math.Floor(y));
        var across = Weights.AsSpan(Math.Min((int)((x - left) * Phases), Phases - 1) * 4, 4);
        var down = Weights.AsSpan(Math.Min((int)((y - top) * Phases), Phases - 1) * 4, 4);
        var sum = 0L;
        if (left >= 1 && top >= 1 && left < source.Width - 2 && top < source.Height - 2)
        {
            var at = (top - 1) * source.Width + left - 1;
            for (var i = 0; i < 4; i++, at += source.Width)
            {
                var pixels = source.Pixels.AsSpan(at, 4);
                sum += (long)down[i] * (across[0] * pixels[0] + across[1] * pixels[1] + across[2] * pixels[2] + across[3] * pixels[3]);
            }
        }
        else
        {
            for (var i = 0; i < 4; i++)
            {
                var line = Math.Clamp(top - 1 + i, 0, source.Height - 1) * source.Width;
                for (var j = 0; j < 4; j++) sum += (long)down[i] * across[j] * source.Pixels[line + Math.Clamp(left - 1 + j, 0, source.Width - 1)];
            }
        }
        return (byte)Math.Clamp((sum + (long)One * One / 2) / ((long)One * One), 0, 255);
    }

    private static int[] MakeWeights()
    {
        var weights = new int[Phases * 4];
        for (var i = 0; i < Phases; i++)
        {
            var t = (i + 0.5) / Phases;
            double[] w = [((-0.5 * t + 1) * t - 0.5) * t, (1.5 * t - 2.5) * t * t + 1, ((-1.5 * t + 2) * t + 0.5) * t, (0.5 * t - 0.5) * t * t];
            for (var j = 0; j < 4; j++) weights[i * 4 + j] = (int)Math.Round(w[j] * One);
            weights[i * 4 + 1] += One - weights[i * 4] - weights[i * 4 + 1] - weights[i * 4 + 2] - weights[i * 4 + 3];
        }
        return weights;
    }
}
