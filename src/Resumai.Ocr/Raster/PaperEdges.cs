namespace Resumai.Ocr.Raster;

/// <summary>The corners of a sheet that was photographed on something darker.</summary>
internal static class PaperEdges
{
    private const int SmallSide = 600;
    /// <summary>Part of the picture that the sheet covers.</summary>
    private const double Least = 0.3, Most = 0.98;
    /// <summary>Part of a side of the picture that must show the ground, and on how many sides: a dark sidebar or banner shows on fewer.</summary>
    private const double ShowsGround = 0.7;
    private const int SidesWithGround = 3;
    /// <summary>Part of the four-cornered outline that the sheet must fill.</summary>
    private const double Filled = 0.93;
    /// <summary>Beyond more sides than these it is not the sheet's dark sidebar and banner that show light text, but a patterned ground.</summary>
    private const int MostDarkSides = 2;

    /// <summary>Top left, top right, bottom right, bottom left in pixels of the image; null when no sheet stands out.</summary>
    public static (double X, double Y)[]? Find(GrayImage image)
    {
        var factor = Math.Max(1, Math.Max(image.Width, image.Height) / SmallSide);
        var small = image.Shrunk(factor);
        var sheet = Sheet(small, Threshold(small));
        if (sheet is null) return null;

        var (left, right, top, bottom) = (new List<(double, double)>(), new List<(double, double)>(), new List<(double, double)>(), new List<(double, double)>());
        for (var y = 0; y < small.Height; y++)
        {
            var row = sheet.AsSpan(y * small.Width, small.Width);
            if (row.IndexOf(true) is >= 0 and var first) left.Add((y, first));
            if (row.LastIndexOf(true) is >= 0 and var last) right.Add((y, last + 1));
        }
        for (var x = 0; x < small.Width; x++)
        {
            var (first, last) = (-1, -1);
            for (var y = 0; y < small.Height; y++)
            {
                if (!sheet[y * small.Width + x]) continue;
                if (first < 0) first = y;
                last = y;
            }
            if (first < 0) continue;
            top.Add((x, first));
            bottom.Add((x, last + 1));
        }
        if (Line(left) is not { } l || Line(right) is not { } r || Line(top) is not { } t || Line(bottom) is not { } b) return null;
        (double X, double Y)[] corners = Corners(l, r, t, b);
        var area = Math.Abs((corners[0].X - corners[2].X) * (corners[1].Y - corners[3].Y) - (corners[1].X - corners[3].X) * (corners[0].Y - corners[2].Y)) / 2;
        var count = sheet.Count(s => s);
        if (count < Filled * area || count > area * 1.05) return null;

        var (wide, high) = ((double)small.Width, (double)small.Height);
        bool[] dark = [Sides.HasTextBeyond(image, l, factor, Side.Left), Sides.HasTextBeyond(image, r, factor, Side.Right), Sides.HasTextBeyond(image, t, factor, Side.Top), Sides.HasTextBeyond(image, b, factor, Side.Bottom)];
        if (dark.Count(d => d) <= MostDarkSides)
        {
            corners = Corners(dark[0] ? Sides.Outward(l, high, 0) : l, dark[1] ? Sides.Outward(r, high, wide) : r, dark[2] ? Sides.Outward(t, wide, 0) : t, dark[3] ? Sides.Outward(b, wide, high) : b);
        }
        return [.. corners.Select(c => (c.X * factor, c.Y * factor))];
    }

    private static (double X, double Y)[] Corners((double A, double B) left, (double A, double B) right, (double A, double B) top, (double A, double B) bottom) =>
        [Meet(left, top), Meet(right, top), Meet(right, bottom), Meet(left, bottom)];

    /// <summary>The largest bright area, if it looks like a sheet on a darker ground.</summary>
    private static bool[]? Sheet(GrayImage image, int threshold)
    {
        var (width, height) = (image.Width, image.Height);
        var area = new int[width * height];
        var (best, most, next) = (0, 0, 0);
        var open = new Stack<int>();
        for (var start = 0; start < area.Length; start++)
        {
            if (area[start] != 0 || image.Pixels[start] <= threshold) continue;
            next++;
            var count = 0;
            open.Push(start);
            area[start] = next;
            while (open.TryPop(out var at))
            {
                count++;
                var x = at % width;
                if (x > 0) Visit(at - 1);
                if (x + 1 < width) Visit(at + 1);
                if (at >= width) Visit(at - width);
                if (at + width < area.Length) Visit(at + width);
            }
            if (count > most) (best, most) = (next, count);
        }
        var sheet = Array.ConvertAll(area, a => a == best && best != 0);
        FillRows(sheet, width, height);
        var share = sheet.Count(s => s) / (double)sheet.Length;
        return share is < Least or > Most || GroundSides(sheet, width, height) < SidesWithGround ? null : sheet;

        void Visit(int at)
        {
            if (area[at] != 0 || image.Pixels[at] <= threshold) return;
            area[at] = next;
            open.Push(at);
        }
    }

    /// <summary>What stands on the sheet belongs to it.</summary>
    private static void FillRows(bool[] sheet, int width, int height)
    {
        for (var y = 0; y < height; y++)
        {
            var row = sheet.AsSpan(y * width, width);
            var (first, last) = (row.IndexOf(true), row.LastIndexOf(true));
            if (first >= 0) row[first..last].Fill(true);
        }
    }

    private static int GroundSides(bool[] sheet, int width, int height)
    {
        double[] shares =
        [
            Enumerable.Range(0, width).Count(x => !sheet[x]) / (double)width,
            Enumerable.Range(0, width).Count(x => !sheet[(height - 1) * width + x]) / (double)width,
            Enumerable.Range(0, height).Count(y => !sheet[y * width]) / (double)height,
            Enumerable.Range(0, height).Count(y => !sheet[y * width + width - 1]) / (double)height,
        ];
        return shares.Count(s => s >= ShowsGround);
    }

    /// <summary>The threshold that parts dark from bright best (Otsu, 1979).</summary>
    private static int Threshold(GrayImage image)
    {
        var counts = new double[256];
        foreach (var value in image.Pixels) counts[value]++;
        var (total, sum) = ((double)image.Pixels.Length, counts.Select((c, i) => c * i).Sum());
        var (best, most, below, sumBelow) = (127, -1.0, 0.0, 0.0);
        for (var i = 0; i < 255; i++)
        {
            below += counts[i];
            sumBelow += counts[i] * i;
            if (below == 0 || below == total) continue;
            var difference = sumBelow / below - (sum - sumBelow) / (total - below);
            var between = below * (total - below) * difference * difference;
            if (between > most) (best, most) = (i, between);
        }
        return best;
    }

    /// <summary>A line value = a + b × position through the points, without those that lie off it; null when they make no line.</summary>
    private static (double A, double B)? Line(List<(double At, double Value)> points)
    {
        const double farthest = 3;
        if (points.Count < 50) return null;
        // Ends belong to the neighbouring sides.
        var kept = points[(points.Count / 8)..(points.Count * 7 / 8)];
        var line = Fit(kept);
        for (var round = 0; round < 4; round++)
        {
            var distance = Math.Max(farthest, kept.Select(p => Math.Abs(p.Value - line.A - line.B * p.At)).Order().ElementAt(kept.Count / 2) * 2);
            var near = kept.Where(p => Math.Abs(p.Value - line.A - line.B * p.At) <= distance).ToList();
            if (near.Count < points.Count / 3) return null;
            line = Fit(near);
        }
        var off = kept.Count(p => Math.Abs(p.Value - line.A - line.B * p.At) > farthest);
        return off > kept.Count / 4 ? null : line;
    }

    private static (double A, double B) Fit(List<(double At, double Value)> points)
    {
        var (at, value) = (points.Average(p => p.At), points.Average(p => p.Value));
        var slope = points.Sum(p => (p.At - at) * (p.Value - value)) / Math.Max(1e-9, points.Sum(p => (p.At - at) * (p.At - at)));
        return (value - slope * at, slope);
    }

    /// <summary>Where a line x = a + b·y meets a line y = a + b·x.</summary>
    private static (double X, double Y) Meet((double A, double B) upright, (double A, double B) level)
    {
        var x = (upright.A + upright.B * level.A) / (1 - upright.B * level.B);
        return (x, level.A + level.B * x);
    }
}
