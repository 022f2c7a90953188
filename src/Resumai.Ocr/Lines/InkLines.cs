using Resumai.Ocr.Raster;

namespace Resumai.Ocr.Lines;

/// <summary>
/// Lines of text by the ink alone, whatever a recogniser makes of the page: it sometimes leaves lines out, or takes two lines, or
/// the lines of two columns, for one.
/// </summary>
internal static class InkLines
{
    /// <summary>Of an inch: what is lower is a point or a speck, what is higher or wider is no letter.</summary>
    private const double Lowest = 0.028, Highest = 0.4, Widest = 1;
    /// <summary>In heights of the line: wider gaps part lines, as columns do.</summary>
    private const double WideGap = 1.3;
    /// <summary>Part of the lower one's height that pieces of one line share.</summary>
    private const double SameLine = 0.5;
    /// <summary>A piece higher than so many times its line is none of it.</summary>
    private const double Alike = 2.2;
    private const byte Ink = 150;

    public static List<InkLine> Find(GrayImage image, double dotsPerInch) => Join(
        InkPieces.Find(image, Ink).Where(p => p.Height >= Lowest * dotsPerInch && p.Height <= Highest * dotsPerInch && p.Width <= Widest * dotsPerInch));

    private static List<InkLine> Join(IEnumerable<PixelBox> pieces)
    {
        var (open, closed) = (new List<Line>(), new List<Line>());
        foreach (var piece in pieces.OrderBy(p => p.Left).ThenBy(p => p.Top))
        {
            closed.AddRange(open.Where(l => l.Ends(piece.Left)));
            open.RemoveAll(l => l.Ends(piece.Left));
            var line = open.Where(l => l.Takes(piece)).MaxBy(l => Shared(l.Last, piece));
            if (line is null) open.Add(line = new Line());
            line.Add(piece);
        }
        return [.. closed.Concat(open).Where(l => l.Pieces.Count > 1).OrderBy(l => l.Box.Top).ThenBy(l => l.Box.Left).Select(l => new InkLine(l.Box, l.Letters))];
    }

    private static int Shared(PixelBox a, PixelBox b) => Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Top, b.Top);

    private sealed class Line
    {
        public List<PixelBox> Pieces { get; } = [];
        public PixelBox Box { get; private set; }
        public PixelBox Last => Pieces[^1];
        private double Height { get; set; }

        public int Letters => Pieces.Count(p => p.Height >= Height / 2);

        public bool Ends(int left) => left - Box.Right > WideGap * Height;

        public bool Takes(PixelBox piece) =>
            Pieces[Math.Max(0, Pieces.Count - 3)..].Exists(p => Shared(p, piece) >= SameLine * Math.Min(p.Height, piece.Height))
            && Math.Max(piece.Height, Height) <= Alike * Math.Min(piece.Height, Height);

        public void Add(PixelBox piece)
        {
            Pieces.Add(piece);
            Box = Pieces.Count == 1 ? piece : Box.Union(piece);
            var heights = Pieces.Select(p => p.Height).Order().ToArray();
            Height = heights[heights.Length / 2];
        }
    }
}
