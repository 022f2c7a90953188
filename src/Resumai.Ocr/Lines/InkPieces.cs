using Resumai.Ocr.Raster;

namespace Resumai.Ocr.Lines;

/// <summary>The connected pieces of ink of an image.</summary>
internal static class InkPieces
{
    /// <summary>Pixels of a point that may be lost at half the resolution.</summary>
    private const int LargestPoint = 5;
    private const int HighestLetter = 100;

    /// <summary>Their boxes in pixels of the image, from the top. Half the resolution tells letters apart and costs a quarter.</summary>
    /// <param name="ink">The brightest that is ink.</param>
    public static List<PixelBox> Find(GrayImage image, byte ink) => Find(image.Half, ink, 2);

    /// <summary>The same and the smallest points as they are at the full resolution: at half of it they are a single pixel or none.</summary>
    public static List<PixelBox> FindAll(GrayImage image, byte ink)
    {
        var pieces = Find(image, ink).Where(p => Math.Max(p.Width, p.Height) > 2).ToList();
        // The box of a frame holds what it frames.
        var letters = pieces.FindAll(p => p.Height <= HighestLetter);
        var points = Find(image, ink, 1).Where(p => Math.Max(p.Width, p.Height) <= LargestPoint && !letters.Exists(o => o.Left < p.Right && p.Left < o.Right && o.Top < p.Bottom && p.Top < o.Bottom)).ToList();
        return [.. pieces, .. points];
    }

    private static List<PixelBox> Find(GrayImage small, byte ink, int factor)
    {
        var boxes = new List<PixelBox>();
        var parents = new List<int>();
        var (above, current) = (new List<(int Left, int Right, int Piece)>(), new List<(int Left, int Right, int Piece)>());
        for (var y = 0; y < small.Height; y++)
        {
            current.Clear();
            Runs(small.Row(y), ink, y, current, boxes, parents);
            Join(above, current, boxes, parents);
            (above, current) = (current, above);
        }
        return [.. Enumerable.Range(0, boxes.Count).Where(i => parents[i] == i)
            .Select(i => new PixelBox(boxes[i].Left * factor, boxes[i].Top * factor, boxes[i].Right * factor, boxes[i].Bottom * factor))];
    }

    private static void Runs(ReadOnlySpan<byte> row, byte ink, int y, List<(int, int, int)> runs, List<PixelBox> boxes, List<int> parents)
    {
        for (var x = 0; x < row.Length; x++)
        {
            var next = row[x..].IndexOfAnyInRange((byte)0, ink);
            if (next < 0) return;
            x += next;
            var length = row[x..].IndexOfAnyExceptInRange((byte)0, ink);
            var right = length < 0 ? row.Length : x + length;
            runs.Add((x, right, boxes.Count));
            parents.Add(boxes.Count);
            boxes.Add(new PixelBox(x, y, right, y + 1));
            x = right;
        }
    }

    private static void Join(List<(int Left, int Right, int Piece)> above, List<(int Left, int Right, int Piece)> below, List<PixelBox> boxes, List<int> parents)
    {
        for (int a = 0, b = 0; a < above.Count && b < below.Count;)
        {
            if (above[a].Left <= below[b].Right && below[b].Left <= above[a].Right) Unite(Root(above[a].Piece, parents), Root(below[b].Piece, parents), boxes, parents);
            if (above[a].Right < below[b].Right) a++;
            else b++;
        }
    }

    private static void Unite(int first, int second, List<PixelBox> boxes, List<int> parents)
    {
        if (first == second) return;
        if (second < first) (first, second) = (second, first);
        parents[second] = first;
        boxes[first] = boxes[first].Union(boxes[second]);
    }

    private static int Root(int piece, List<int> parents)
    {
        while (parents[piece] != piece) piece = parents[piece] = parents[parents[piece]];
        return piece;
    }
}
