namespace Resumai.Ocr.Raster;

/// <summary>How bright the paper is, measured in tiles.</summary>
internal sealed class PaperGround
{
    /// <summary>The part of a tile's pixels that are darker than its ground.</summary>
    private const double Percentile = 0.85;
    private const double MostGain = 2.4;
    /// <summary>Part of a tile that must be paper for it to say how bright that is.</summary>
    private const double Telling = 0.15;
    /// <summary>A tile darker than this part of its brightest neighbour is full of ink.</summary>
    private const float FullOfInk = 0.8f;

    private readonly float[] _ground;
    private readonly int _size, _across, _down;

    private PaperGround(float[] ground, int size, int across, int down) => (_ground, _size, _across, _down) = (ground, size, across, down);

    /// <param name="apart">What is no paper.</param>
    /// <param name="size">Pixels of a tile's side.</param>
    public static PaperGround Measure(GrayImage image, DarkAreas apart, int size)
    {
        var (across, down) = ((image.Width + size - 1) / size, (image.Height + size - 1) / size);
        var own = new float[across * down];
        for (var y = 0; y < down; y++)
        {
            for (var x = 0; x < across; x++) own[y * across + x] = Ground(image, apart, new PixelBox(x * size, y * size, (x + 1) * size, (y + 1) * size).Within(image.Bounds));
        }
        Spread(own, across, down);
        return new PaperGround(Smooth(own, across, down), size, across, down);
    }

    /// <summary>What the pixels of a row are multiplied with.</summary>
    public void Gains(Span<float> gains, int y)
    {
        var tileY = (y + 0.5f) / _size - 0.5f;
        var top = Math.Clamp((int)Math.Floor(tileY), 0, _down - 1);
        var upper = _ground.AsSpan(top * _across, _across);
        var lower = _ground.AsSpan(Math.Min(top + 1, _down - 1) * _across, _across);
        var part = Math.Clamp(tileY - top, 0, 1);
        // From the middle of a tile to the middle of the next; before the first and behind the last nothing changes.
        for (var tile = -1; tile < _across; tile++)
        {
            var (left, right) = (Math.Max(tile, 0), Math.Min(tile + 1, _across - 1));
            var (from, to) = (upper[left] * (1 - part) + lower[left] * part, upper[right] * (1 - part) + lower[right] * part);
            var (start, end) = (Math.Max(0, tile * _size + _size / 2), Math.Min(gains.Length, (tile + 1) * _size + _size / 2));
            var (slope, middle) = ((to - from) / _size, (tile + 0.5f) * _size - 0.5f);
            for (var x = start; x < end; x++) gains[x] = 255 / (from + slope * (x - middle));
        }
    }

    /// <summary>The brightness of a tile's paper; NaN where there is too little of it.</summary>
    private static float Ground(GrayImage image, DarkAreas apart, PixelBox tile)
    {
        Span<int> counts = stackalloc int[256];
        counts.Clear();
        var (total, any) = (0, apart.Any);
        for (var y = tile.Top; y < tile.Bottom; y++)
        {
            var row = image.Row(y);
            for (var x = tile.Left; x < tile.Right; x++)
            {
                if (any && apart.Has(x, y)) continue;
                counts[row[x]]++;
                total++;
            }
        }
        if (total < Telling * tile.Width * tile.Height) return float.NaN;
        var (ground, seen) = (255, 0.0);
        while (ground > 0 && (seen += counts[ground]) < total * (1 - Percentile)) ground--;
        return Math.Max(ground, (float)(255 / MostGain));
    }

    /// <summary>Tiles without paper take the brightness of the nearest that have some.</summary>
    private static void Spread(float[] tiles, int across, int down)
    {
        if (!Array.Exists(tiles, t => !float.IsNaN(t))) Array.Fill(tiles, byte.MaxValue);
        while (Array.Exists(tiles, float.IsNaN))
        {
            var before = (float[])tiles.Clone();
            for (var i = 0; i < tiles.Length; i++)
            {
                if (!float.IsNaN(before[i])) continue;
                var near = Around(before, i, across, down).Where(t => !float.IsNaN(t)).ToList();
                if (near.Count > 0) tiles[i] = near.Average();
            }
        }
    }

    /// <summary>A tile full of ink takes the ground of its brighter neighbours.</summary>
    private static float[] Smooth(float[] own, int across, int down)
    {
        var smooth = new float[own.Length];
        for (var i = 0; i < own.Length; i++)
        {
            var near = Around(own, i, across, down).ToList();
            var most = near.Max();
            smooth[i] = own[i] < most * FullOfInk ? (near.Average() + most) / 2 : own[i];
        }
        return smooth;
    }

    /// <summary>The tile and those that touch it.</summary>
    private static IEnumerable<float> Around(float[] tiles, int tile, int across, int down)
    {
        var (tileX, tileY) = (tile % across, tile / across);
        for (var y = Math.Max(0, tileY - 1); y <= Math.Min(down - 1, tileY + 1); y++)
        {
            for (var x = Math.Max(0, tileX - 1); x <= Math.Min(across - 1, tileX + 1); x++) yield return tiles[y * across + x];
        }
    }
}
