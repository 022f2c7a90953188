using Resumai.Ocr.Raster;

namespace Resumai.Ocr.Pages;

/// <summary>
/// Which way up a scan was read: recognition tries that with its models, which takes seconds. Where the places of what it read are known, they
/// hold more ink the right way up than any other.
/// </summary>
internal static class ScanTurn
{
    private const int Shrink = 4;
    private const double PointsPerInch = 72;

    /// <summary>Degrees clockwise.</summary>
    /// <param name="boxes">Left, top, right, bottom in points; without any the page stands as it does.</param>
    public static int Find(StraightPage page, IReadOnlyList<double[]> boxes)
    {
        if (boxes.Count == 0) return 0;
        var small = page.Image.Shrunk(Shrink);
        var scale = page.DotsPerInch / PointsPerInch / Shrink;
        // Ties go to the first.
        return ((ReadOnlySpan<int>)[0, 180, 270, 90]).ToArray().MaxBy(degrees => Ink(small.Turned(degrees), boxes, scale));
    }

    private static long Ink(GrayImage image, IReadOnlyList<double[]> boxes, double scale)
    {
        var ink = 0L;
        foreach (var place in boxes)
        {
            if (place is not [var left, var top, var right, var bottom]) continue;
            var box = new PixelBox((int)(left * scale), (int)(top * scale), (int)(right * scale), (int)(bottom * scale)).Within(image.Bounds);
            for (var y = box.Top; y < box.Bottom; y++)
            {
                foreach (var value in image.Row(y)[box.Left..Math.Max(box.Left, box.Right)]) ink += byte.MaxValue - value;
            }
        }
        return ink;
    }
}
