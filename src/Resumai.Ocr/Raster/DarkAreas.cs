namespace Resumai.Ocr.Raster;

/// <summary>Areas that carry light text on a dark ground (sidebars, banners, bars behind headings): there dark pixels prevail around every point.</summary>
internal sealed class DarkAreas
{
    /// <summary>Cells across the longer side: about half a millimetre each on a page of A4.</summary>
    private const int CellsAcross = 560;
    /// <summary>Half the sides of the window that is judged, in cells: as high as a line of small text, three times as long.</summary>
    private const int ReachLong = 13, ReachShort = 4;
    /// <summary>Part of the window that is dark. Bold letters cover half of their line, letters on a dark ground leave seven tenths.</summary>
    private const double Prevails = 0.66;
    /// <summary>Part of an area's pixels that are its ground and not its text.</summary>
    private const double Ground = 0.6;
    /// <summary>Dark is darker than this part of the paper's brightness.</summary>
    private const double Dark = 0.58;

    private readonly bool[] _cells, _rim;
    private readonly int _size, _across;

    private DarkAreas(bool[] cells, int size, int across)
    {
        (_cells, _size, _across, Any) = (cells, size, across, Array.IndexOf(cells, true) >= 0);
        _rim = Rim();
    }

    public static DarkAreas Find(GrayImage image)
    {
        var size = Math.Max(1, Math.Max(image.Width, image.Height) / CellsAcross);
        var (across, down) = ((image.Width + size - 1) / size, (image.Height + size - 1) / size);
        var share = DarkShare(image, size, across, down, (int)(Paper(image) * Dark));
        var sums = DarkCells.Sums(share, across, down);
        var cells = new bool[share.Length];
        for (var y = 0; y < down; y++)
        {
            for (var x = 0; x < across; x++)
            {
                // The page may yet lie on its side: lines run either way.
                cells[y * across + x] = Share(x, y, ReachLong, ReachShort) > Prevails || Share(x, y, ReachShort, ReachLong) > Prevails;
            }
        }
        DarkCells.Fill(cells, across, down);
        // At its edges the window reaches out of an area.
        DarkCells.Grow(cells, share, across, down, steps: ReachLong + 1);
        DarkCells.Fill(cells, across, down);
        cells = DarkCells.Panels(cells, across, down);
        return new DarkAreas(cells, size, across);

        double Share(int x, int y, int reachAcross, int reachDown)
        {
            var (left, right, top, bottom) = (Math.Max(0, x - reachAcross), Math.Min(across, x + reachAcross + 1), Math.Max(0, y - reachDown), Math.Min(down, y + reachDown + 1));
            var sum = sums[bottom * (across + 1) + right] - sums[top * (across + 1) + right] - sums[bottom * (across + 1) + left] + sums[top * (across + 1) + left];
            return sum / ((right - left) * (bottom - top));
        }
    }

    public bool Any { get; }

    /// <summary>True for a pixel of an area or at its edge.</summary>
    public bool Has(int x, int y) => _cells[y / _size * _across + x / _size] || _rim[y / _size * _across + x / _size];

    /// <summary>Turns the areas of an image about, in the greys of another, and makes the ground of each white.</summary>
    public void Turn(GrayImage image, GrayImage greys)
    {
        if (!Any) return;
        var (areas, count) = DarkCells.Numbered(_cells, _across);
        var counts = new int[count + 1, 256];
        for (var y = 0; y < image.Height; y++)
        {
            var line = y / _size * _across;
            for (var x = 0; x < image.Width; x++) counts[areas[line + x / _size], 255 - greys.Pixels[y * image.Width + x]]++;
        }
        var grounds = Enumerable.Range(0, count + 1).Select(area => GroundOf(counts, area)).ToArray();
        for (var y = 0; y < image.Height; y++)
        {
            var line = y / _size * _across;
            for (var x = 0; x < image.Width; x++)
            {
                var area = areas[line + x / _size];
                if (_rim[line + x / _size]) image.Pixels[y * image.Width + x] = byte.MaxValue;
                else if (area != 0) image.Pixels[y * image.Width + x] = (byte)Math.Min(255, (255 - greys.Pixels[y * image.Width + x]) * 255 / grounds[area]);
            }
        }
    }

    /// <summary>Cells along the edges, on either side: there a stroke of the ground is left, or a stroke of paper turned dark.</summary>
    private bool[] Rim()
    {
        var rim = new bool[_cells.Length];
        for (var i = 0; i < rim.Length; i++)
        {
            var x = i % _across;
            rim[i] = (x > 0 && _cells[i] != _cells[i - 1]) || (x + 1 < _across && _cells[i] != _cells[i + 1])
                || (i >= _across && _cells[i] != _cells[i - _across]) || (i + _across < rim.Length && _cells[i] != _cells[i + _across]);
        }
        return rim;
    }

    /// <summary>The grey that an area's ground is not darker than, once turned; text is darker still.</summary>
    private static int GroundOf(int[,] counts, int area)
    {
        var total = 0;
        for (var value = 0; value < 256; value++) total += counts[area, value];
        var (ground, seen) = (255, 0);
        while (ground > 1 && (seen += counts[area, ground]) < total * Ground) ground--;
        return Math.Max(ground, 60);
    }

    /// <summary>The brightness that nine tenths of a page's bright half are not above.</summary>
    private static int Paper(GrayImage image)
    {
        var counts = new int[256];
        foreach (var value in image.Pixels) counts[value]++;
        var bright = counts.Skip(100).Sum();
        var (value90, seen) = (255, 0);
        while (value90 > 100 && (seen += counts[value90]) < bright / 10) value90--;
        return value90;
    }

    private static float[] DarkShare(GrayImage image, int size, int across, int down, int limit)
    {
        var share = new float[across * down];
        for (var y = 0; y < image.Height; y++)
        {
            var row = image.Row(y);
            var line = y / size * across;
            for (var x = 0; x < row.Length; x++)
            {
                if (row[x] < limit) share[line + x / size]++;
            }
        }
        for (var y = 0; y < down; y++)
        {
            var rows = Math.Min(size, image.Height - y * size);
            for (var x = 0; x < across; x++) share[y * across + x] /= rows * Math.Min(size, image.Width - x * size);
        }
        return share;
    }
}
