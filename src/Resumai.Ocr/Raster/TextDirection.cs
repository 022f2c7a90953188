namespace Resumai.Ocr.Raster;

/// <summary>
/// The direction of the text lines, from how sharply the lower edges of ink gather into lines when looked at under an angle (the
/// projection profile of Postl, 1986).
/// </summary>
internal static class TextDirection
{
    private const int SmallSide = 1200, MostPoints = 60_000;
    private const double Widest = 12, CoarseStep = 0.5, FineStep = 0.05;
    /// <summary>Text stands sideways when its columns of ink are so much sharper than its rows.</summary>
    private const double Sideways = 1.3;

    /// <summary>What is found.</summary>
    /// <param name="IsSideways">Lines run from top to bottom or bottom to top.</param>
    /// <param name="Skew">Degrees by which lines fall to the right, after turning a sideways image by 90 degrees clockwise.</param>
    public readonly record struct Found(bool IsSideways, double Skew);

    /// <param name="image">Evenly lit: ink is darker than 128.</param>
    public static Found Find(GrayImage image)
    {
        var small = image.Shrunk(Math.Max(1, Math.Max(image.Width, image.Height) / SmallSide));
        var upright = Best(LowerEdges(small));
        var turned = Best(LowerEdges(small.Turned(90)));
        return turned.Sharpness > Sideways * upright.Sharpness ? new Found(true, turned.Angle) : new Found(false, upright.Angle);
    }

    private static (double Angle, double Sharpness) Best((float X, float Y)[] points)
    {
        if (points.Length < 50) return (0, 0);
        var bins = new int[(int)(points.Max(p => p.Y) + points.Max(p => p.X) * Math.Tan(Widest * Math.PI / 180)) * 2 + 8];
        var best = Around(points, bins, 0, Widest, CoarseStep);
        best = Around(points, bins, best.Angle, CoarseStep, CoarseStep / 5);
        best = Around(points, bins, best.Angle, CoarseStep / 5, FineStep);
        // Against an even spread of the ink, so that both directions compare.
        return (best.Angle, best.Sharpness * points.Max(p => p.Y) / points.Length);
    }

    private static (double Angle, double Sharpness) Around((float X, float Y)[] points, int[] bins, double middle, double reach, double step)
    {
        var best = (Angle: middle, Sharpness: 0.0);
        for (var angle = middle - reach; angle <= middle + reach + 1e-9; angle += step)
        {
            var sharpness = Sharpness(points, bins, Math.Tan(angle * Math.PI / 180));
            // Straight wins where nothing tells them apart.
            if (sharpness > best.Sharpness * 1.0001) best = (angle, sharpness);
        }
        return best;
    }

    private static double Sharpness((float X, float Y)[] points, int[] bins, double slope)
    {
        Array.Clear(bins);
        var offset = bins.Length / 4;
        foreach (var (x, y) in points)
        {
            var bin = (int)(y - x * slope) + offset;
            if ((uint)bin < (uint)bins.Length) bins[bin]++;
        }
        var sum = 0.0;
        foreach (var count in bins)
        {
            // A rule or the edge of a shadow is one long line: it must not outweigh lines of text.
            var weight = Math.Min(count, SmallSide / 4.0);
            sum += weight * weight;
        }
        return sum / points.Length;
    }

    private static (float X, float Y)[] LowerEdges(GrayImage image)
    {
        const int ink = 128;
        var points = new List<(float, float)>();
        for (var y = 0; y + 1 < image.Height; y++)
        {
            var row = image.Row(y);
            var below = image.Row(y + 1);
            for (var x = 0; x < row.Length; x++)
            {
                if (row[x] < ink && below[x] >= ink) points.Add((x, y));
            }
        }
        var step = Math.Max(1, points.Count / MostPoints + (points.Count % MostPoints == 0 ? 0 : 1));
        return step == 1 ? [.. points] : [.. points.Where((_, i) => i % step == 0)];
    }
}
