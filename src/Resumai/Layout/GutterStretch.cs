namespace Resumai.Layout;

/// <summary>
/// A stretch of a gutter that may be columns of its own: a strip that is free over the height of a page by chance runs through a
/// list of contact details, columns and a table alike. They are parted where a space goes over both sides.
/// </summary>
/// <param name="Left">Rows of the left side within the stretch, from top to bottom.</param>
/// <param name="Right">Rows of the right side.</param>
internal sealed record GutterStretch(Gutter Whole, double Top, double Bottom, List<TextRow> Left, List<TextRow> Right)
{
    /// <summary>Least space over both sides, in font sizes.</summary>
    private const double Space = 0.6;
    private const int MostBands = 7;
    private const double LargerHead = 1.12;

    public bool IsWhole => double.IsNegativeInfinity(Top) && double.IsPositiveInfinity(Bottom);

    /// <summary>Equal for stretches of the same text.</summary>
    public (Segment, Segment, Segment, int, int) Key => (Left[0].Main, Right[0].Main, Left[^1].Main, Left.Count, Right.Count);

    /// <summary>One side holds nothing but dates: they belong to the rows beside them.</summary>
    public bool IsDates => Left.TrueForAll(IsDate) || Right.TrueForAll(IsDate);

    /// <summary>A part of a hundred is a level or a result, whatever stands beside it.</summary>
    private static bool IsDate(TextRow row) => row.LooksDated && !row.Segments.Exists(s => s.Words.Any(w => w.Text.EndsWith('%')));

    /// <summary>Headings of sections in the margin: what stands side by side belongs to one of them and is not read over the next.</summary>
    public bool SpansHeadings()
    {
        var (top, bottom, largest) = (Right[0].Box.Bottom, Right[^1].Box.Top, Right.Max(r => r.Size));
        var heads = Left.SelectMany(r => r.Segments).Where(s => s.Size > LargerHead * largest).ToList();
        if (!heads.Exists(h => h.Box.CenterY > top && h.Box.CenterY < bottom)) return false;
        var rest = Left.SelectMany(r => r.Segments).Where(s => s.Size <= LargerHead * largest).ToList();
        return rest.Count > 0 && rest.Min(s => s.Box.Left) is var edge && heads.TrueForAll(h => h.Box.Right < edge);
    }

    public Gutter Gutter => IsWhole ? Whole : Whole with
    {
        LeftSide = [.. Left.SelectMany(r => r.Segments)], RightSide = [.. Right.SelectMany(r => r.Segments)],
        Top = Math.Min(Left.Min(r => r.Box.Top), Right.Min(r => r.Box.Top)), Bottom = Math.Max(Left.Max(r => r.Box.Bottom), Right.Max(r => r.Box.Bottom)),
    };

    /// <summary>The whole gutter, then its stretches from the tallest.</summary>
    public static IEnumerable<GutterStretch> Of(Gutter gutter, double fontSize)
    {
        var (left, right) = (gutter.LeftRows, gutter.RightRows);
        yield return WithoutHead(new GutterStretch(gutter, double.NegativeInfinity, double.PositiveInfinity, left, right));
        var strips = Strips(left, right, fontSize);
        if (strips.Count == 0) yield break;
        double[] edges = [double.NegativeInfinity, .. strips.OrderByDescending(s => s.Height).Take(MostBands - 1).Select(s => s.Middle).Order(), double.PositiveInfinity];
        for (var length = edges.Length - 2; length > 0; length--)
        {
            for (var first = 0; first + length < edges.Length; first++)
            {
                var (top, bottom) = (edges[first], edges[first + length]);
                var (l, r) = (Within(left, top, bottom), Within(right, top, bottom));
                if (l.Count > 0 && r.Count > 0) yield return WithoutHead(new GutterStretch(gutter, top, bottom, l, r));
            }
        }
    }

    /// <summary>A heading in the margin beside the first row is none of the columns it heads.</summary>
    private static GutterStretch WithoutHead(GutterStretch stretch)
    {
        var (row, right) = (stretch.Left[0], stretch.Right);
        var head = row.Segments[0];
        if (row.Segments.Count == 1 && stretch.Left.Count == 1) return stretch;
        if (head.Box.VerticalOverlap(right[0].Box) <= 0 || head.Size <= LargerHead * right.Max(r => r.Size)) return stretch;
        var rest = stretch.Left.SelectMany(r => r.Segments).Where(s => s != head).ToList();
        if (rest.Exists(s => s.Box.Left < head.Box.Right || s.Size > head.Size / LargerHead)) return stretch;
        var whole = stretch.Whole with { LeftSide = [.. stretch.Whole.LeftSide.Where(s => s != head)] };
        return stretch with { Whole = whole, Left = stretch.IsWhole ? whole.LeftRows : TextRow.Of(rest) };
    }

    private static List<TextRow> Within(List<TextRow> rows, double top, double bottom) => rows.FindAll(r => r.Box.CenterY > top && r.Box.CenterY < bottom);

    private static List<(double Middle, double Height)> Strips(List<TextRow> left, List<TextRow> right, double fontSize)
    {
        var strips = new List<(double, double)>();
        var bottom = double.PositiveInfinity;
        foreach (var row in left.Concat(right).OrderBy(s => s.Box.Top))
        {
            if (row.Box.Top - bottom > Space * fontSize) strips.Add(((row.Box.Top + bottom) / 2, row.Box.Top - bottom));
            bottom = double.IsInfinity(bottom) ? row.Box.Bottom : Math.Max(bottom, row.Box.Bottom);
        }
        return strips;
    }
}
