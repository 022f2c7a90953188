namespace Resumai.Ocr.Raster;

/// <summary>What makes areas of the dark cells of a page.</summary>
internal static class DarkCells
{
    /// <summary>Half of what an area is high and wide at least, in cells: letters of headings have thinner strokes, into which an area beside them grows.</summary>
    private const int LeastReach = 3;
    /// <summary>Cells of the largest hole in an area that is a stroke of a large letter and no panel of its own: about two square centimetres.</summary>
    private const int LargestStroke = 700;
    /// <summary>Part of an area that a square can move about in.</summary>
    private const double MostlyPanel = 0.75;
    /// <summary>Cells, about half a millimetre each.</summary>
    private const int LargestLetter = 27;
    private const double LineShape = 1.8;

    /// <summary>Fills the holes that the strokes of large letters leave.</summary>
    public static void Fill(bool[] cells, int across, int down)
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

    /// <summary>Takes in the dark cells at the edges, as many steps out.</summary>
    public static void Grow(bool[] cells, float[] share, int across, int down, int steps)
    {
        for (var step = 0; step < steps; step++)
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

    /// <summary>
    /// What a square can move about in, of what is mostly that: letters of headings are strokes, also those of which an area was made
    /// because they are thick and touch each other or a frame.
    /// </summary>
    public static bool[] Panels(bool[] cells, int across, int down)
    {
        var open = Around(Around(cells, across, down, whole: true), across, down, whole: false);
        var (areas, count) = Numbered(cells, across);
        var (all, kept, boxes) = (new int[count + 1], new int[count + 1], new PixelBox[count + 1]);
        for (var i = 0; i < cells.Length; i++)
        {
            all[areas[i]]++;
            if (!open[i]) continue;
            var cell = new PixelBox(i % across, i / across, i % across + 1, i / across + 1);
            boxes[areas[i]] = kept[areas[i]]++ == 0 ? cell : boxes[areas[i]].Union(cell);
        }
        for (var i = 0; i < cells.Length; i++) open[i] &= kept[areas[i]] >= MostlyPanel * all[areas[i]] && HasRoom(boxes[areas[i]]);
        return open;
    }

    /// <summary>A line of text is longer than it is high, whichever way it runs; the thickest letter alone is not.</summary>
    private static bool HasRoom(PixelBox area)
    {
        var (longer, shorter) = (Math.Max(area.Width, area.Height), Math.Min(area.Width, area.Height));
        return longer >= LargestLetter || longer >= LineShape * shorter;
    }

    /// <summary>The number of the area that each cell belongs to, from 1; 0 for none.</summary>
    public static (int[] Areas, int Count) Numbered(bool[] cells, int across)
    {
        var (areas, count) = (new int[cells.Length], 0);
        var open = new Stack<int>();
        for (var start = 0; start < cells.Length; start++)
        {
            if (!cells[start] || areas[start] != 0) continue;
            areas[start] = ++count;
            open.Push(start);
            while (open.TryPop(out var at))
            {
                var x = at % across;
                foreach (var next in (ReadOnlySpan<int>)[x > 0 ? at - 1 : at, x + 1 < across ? at + 1 : at, at - across, at + across])
                {
                    if ((uint)next >= (uint)cells.Length || !cells[next] || areas[next] != 0) continue;
                    areas[next] = count;
                    open.Push(next);
                }
            }
        }
        return (areas, count);
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

    /// <summary>Sums of all cells above and to the left, with a first row and column of zeros.</summary>
    public static double[] Sums(float[] share, int across, int down)
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
}
