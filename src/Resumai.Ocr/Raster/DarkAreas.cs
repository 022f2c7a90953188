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
    /// <summary>Cells by which an area grows into the dark cells at its edge, where the window reaches out of it.</summary>
    private const int Growth = ReachLong + 1;
    /// <summary>Half of what an area is high and wide at least, in cells: letters of headings have thinner strokes, into which an area beside them grows.</summary>
    private const int LeastReach = 3;
    /// <summary>Part of an area's pixels that are its ground and not its text.</summary>
    private const double Ground = 0.6;
    /// <summary>Cells of the largest hole in an area that is a stroke of a large letter and no panel of its own: about two square centimetres.</summary>
    private const int LargestStroke = 700;
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
        var sums = Sums(share, across, down);
        var cells = new bool[share.Length];
        for (var y = 0; y < down; y++)
        {
            for (var x = 0; x < across; x++)
            {
                // The page may yet lie on its side: lines run either way.
                cells[y * across + x] = Share(x, y, ReachLong, ReachShort) > Prevails || Share(x, y, ReachShort, ReachLong) > Prevails;
            }
        }
        Fill(cells, across, down);
        Grow(cells, share, across, down);
        Fill(cells, across, down);
        cells = WithoutStrokes(cells, across, down);
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
        var areas = Areas(out var count);
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

    /// <summary>The number of the area that each cell belongs to, from 1; 0 for none.</summary>
    private int[] Areas(out int count)
    {
        var areas = new int[_cells.Length];
        var open = new Stack<int>();
        count = 0;
        for (var start = 0; start < _cells.Length; start++)
        {
            if (!_cells[start] || areas[start] != 0) continue;
            areas[start] = ++count;
            open.Push(start);
            while (open.TryPop(out var at))
            {
                var x = at % _across;
                foreach (var next in (ReadOnlySpan<int>)[x > 0 ? at - 1 : at, x + 1 < _across ? at + 1 : at, at - _across, at + _across])
                {
                    if ((uint)next >= (uint)_cells.Length || !_cells[next] || areas[next] != 0) continue;
                    areas[next] = count;
                    open.Push(next);
                }
            }
        }
        return areas;
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

    /// <summary>Sums of all cells above and to the left, with a first row and column of zeros.</summary>
    private static double[] Sums(float[] share, int across, int down)
    {
        var sums = new double[(across + 1) * (down + 1)];
        for (var y = 0; y < down; y++)
        {
            var row = 0.0;
            for (var x = 0; x < across; x++)
            {
                row += share[y * across + x];
                sums[(y + 1) * (across + 1) + x + 1] = sums[y * (across + 1) + x + 1] + row;
            }
        }
        return sums;
    }

    /// <summary>Fills the holes that the strokes of large letters leave.</summary>
    private static void Fill(bool[] cells, int across, int down)
    {
        var seen = (bool[])cells.Clone();
        var (open, hole) = (new Stack<int>(), new List<int>());
        for (var start = 0; start < cells.Length; start++)
        {
            if (seen[start]) continue;
            hole.Clear();
            var enclosed = true;
            open.Push(start);
            seen[start] = true;
            while (open.TryPop(out var at))
            {
                hole.Add(at);
                var (x, y) = (at % across, at / across);
                enclosed &= x > 0 && y > 0 && x + 1 < across && y + 1 < down;
                if (x > 0) Visit(at - 1);
                if (x + 1 < across) Visit(at + 1);
                if (y > 0) Visit(at - across);
                if (y + 1 < down) Visit(at + across);
            }
            if (!enclosed || hole.Count > LargestStroke) continue;
            foreach (var at in hole) cells[at] = true;
        }

        void Visit(int at)
        {
            if (seen[at]) return;
            seen[at] = true;
            open.Push(at);
        }
    }

    /// <summary>What a square can move about in.</summary>
    private static bool[] WithoutStrokes(bool[] cells, int across, int down)
    {
        var core = Around(cells, across, down, whole: true);
        return Around(core, across, down, whole: false);
    }

    /// <summary>Cells around which all others, or any, are marked.</summary>
    private static bool[] Around(bool[] cells, int across, int down, bool whole)
    {
        var sums = Sums(Array.ConvertAll(cells, c => c ? 1f : 0), across, down);
        var result = new bool[cells.Length];
        for (var y = 0; y < down; y++)
        {
            var (top, bottom) = (Math.Max(0, y - LeastReach), Math.Min(down, y + LeastReach + 1));
            for (var x = 0; x < across; x++)
            {
                var (left, right) = (Math.Max(0, x - LeastReach), Math.Min(across, x + LeastReach + 1));
                var count = sums[bottom * (across + 1) + right] - sums[top * (across + 1) + right] - sums[bottom * (across + 1) + left] + sums[top * (across + 1) + left];
                result[y * across + x] = whole ? count > (right - left) * (bottom - top) - 0.5 : count > 0.5;
            }
        }
        return result;
    }

    private static void Grow(bool[] cells, float[] share, int across, int down)
    {
        for (var step = 0; step < Growth; step++)
        {
            var before = (bool[])cells.Clone();
            for (var y = 0; y < down; y++)
            {
                for (var x = 0; x < across; x++)
                {
                    var at = y * across + x;
                    if (before[at] || share[at] < 0.5f) continue;
                    cells[at] = (x > 0 && before[at - 1]) || (x + 1 < across && before[at + 1]) || (y > 0 && before[at - across]) || (y + 1 < down && before[at + across]);
                }
            }
        }
    }
}
