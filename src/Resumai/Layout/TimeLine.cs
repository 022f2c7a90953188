using Resumai.Reading;

namespace Resumai.Layout;

/// <summary>
/// Finds entries along the marks of a time line whose heads stand left of the marks, with dates below them, and whose texts stand
/// right of them. What begins beside a mark belongs to it, wherever it was pushed to by what stands above; each entry is read
/// column by column before the next.
/// </summary>
internal static class TimeLine
{
    private const int FewestMarks = 2;
    /// <summary>Points: edges and middles that are one.</summary>
    private const double Same = 1.5;
    /// <summary>In font sizes: the distance of lines of one cell, and of base lines that are one.</summary>
    private const double Leading = 2.1, Aligned = 0.3;
    /// <summary>The part of the marks that have a head, left of them or pushed aside.</summary>
    private const double Mostly = 0.5;

    /// <summary>The entries of the uppermost stretch of a time line; null where there is none.</summary>
    public static CellRows? Find(IReadOnlyList<Segment> segments, IReadOnlyList<Box> marks)
    {
        foreach (var line in Lines(marks))
        {
            var beside = line.FindAll(m => segments.Any(s => IsBeside(s, m)));
            var heads = beside.ConvertAll(m => Head(m, segments, s => s.Box.Right <= m.Left + Same)).OfType<Segment>().ToList();
            if (heads.Count == 0 || !heads.TrueForAll(h => SharesEdge(h, heads[0]))) continue;
            var pushed = beside.Count(m => Head(m, segments, s => s.Box.Left > m.CenterX) is not null);
            if (heads.Count + pushed < Math.Max(Math.Min(FewestMarks, beside.Count), Mostly * beside.Count)) continue;
            if (Of(line, segments) is { } entries) return entries;
        }
        return null;
    }

    /// <summary>Marks of one size below one another, with no other mark beside them.</summary>
    private static IEnumerable<List<Box>> Lines(IReadOnlyList<Box> marks) =>
        marks.Where(m => !marks.Any(o => o != m && o.VerticalOverlap(m) > 0 && Math.Abs(o.CenterX - m.CenterX) is > Same and var apart && apart < 4 * m.Width))
            .Distinct().GroupBy(m => (Math.Round(m.CenterX), Math.Round(m.Width))).Where(g => g.Count() >= FewestMarks).Select(g => g.OrderBy(m => m.Top).ToList());

    /// <summary>The first line of a cell beside the mark, on a line with text right of it; it stands out from the lines below and is no date. Null when there is none.</summary>
    private static Segment? Head(Box mark, IReadOnlyList<Segment> segments, Func<Segment, bool> place)
    {
        var head = segments.Where(s => place(s) && IsBeside(s, mark)).MinBy(s => s.Baseline);
        if (head is null || DateShape.Fits(head.Words)) return null;
        var right = Math.Max(head.Box.Right, mark.Right - Same);
        if (!segments.Any(s => s.Box.Left >= right && Math.Abs(s.Baseline - head.Baseline) <= Aligned * head.Size)) return null;
        return segments.Any(s => s.Baseline > head.Baseline && s.Baseline - head.Baseline < Leading * head.Size && SharesEdge(s, head) && (s.Size < head.Size - 0.3 || head.Font.Bold)) ? head : null;
    }

    private static bool IsBeside(Segment segment, Box mark) =>
        segment.Box.Top > mark.Top - segment.Size && segment.Box.Top < mark.Bottom && segment.Box.Bottom > mark.Top;

    private static bool SharesEdge(Segment a, Segment b) => Math.Abs(a.Box.Left - b.Box.Left) < Same || Math.Abs(a.Box.Right - b.Box.Right) < Same;

    private static CellRows? Of(List<Box> line, IReadOnlyList<Segment> segments)
    {
        var tops = line.ConvertAll(m => Top(m, segments));
        var first = tops.FindIndex(t => t is not null);
        if (first < 0) return null;
        var edges = Edges(line, segments);
        var above = segments.Where(s => s.Box.CenterY < tops[first]).ToList();
        var left = segments.Where(s => s.Box.CenterY >= tops[first]).OrderBy(s => s.Baseline).ToList();
        var cells = new List<IReadOnlyList<Segment>>();
        for (var i = first; i < line.Count && tops[i] is not null; i++)
        {
            var bottom = i + 1 < line.Count && tops[i + 1] is { } next ? next : double.PositiveInfinity;
            var row = new List<Segment>();
            var ended = false;
            foreach (var segment in left.ToList())
            {
                if (segment.Box.CenterY >= bottom && !row.Exists(s => GoesOn(s, segment, left, line[i + 1]))) continue;
                if (!edges.Exists(e => Math.Abs(e - segment.Box.Left) < Same || Math.Abs(e - segment.Box.Right) < Same) && !row.Exists(s => SharesEdge(s, segment)))
                {
                    // What is set apart from all entries heads what follows.
                    ended = segment.Box.CenterY > line[i].Bottom;
                    if (ended) break;
                }
                row.Add(segment);
                left.Remove(segment);
            }
            cells.AddRange(Columns(row));
            if (ended) break;
        }
        return cells.Count == 0 ? null : new CellRows(cells, above, left);
    }

    /// <summary>Where what begins beside the mark begins; null where nothing does.</summary>
    private static double? Top(Box mark, IReadOnlyList<Segment> segments)
    {
        var beside = segments.Where(s => IsBeside(s, mark) && s.Box.Left >= mark.Right - Same).ToList();
        return beside.Count == 0 ? null : beside.Min(s => s.Box.Top) - 0.3 * beside[0].Size;
    }

    /// <summary>The edges of what begins beside marks: the right one left of them, both right of them.</summary>
    private static List<double> Edges(List<Box> line, IReadOnlyList<Segment> segments)
    {
        var edges = new List<double>();
        foreach (var mark in line)
        foreach (var segment in segments.Where(s => IsBeside(s, mark)))
        {
            edges.Add(segment.Box.Right <= mark.Left + Same ? segment.Box.Right : segment.Box.Left);
        }
        return edges;
    }

    /// <summary>True when the line goes on below the other in its cell, though beside the next mark.</summary>
    private static bool GoesOn(Segment above, Segment segment, List<Segment> rest, Box next) =>
        SharesEdge(above, segment) && segment.Baseline - above.Baseline is > 0 and var distance && distance < Leading * segment.Size && segment.Size <= above.Size + 0.3
        && (!segment.Font.Bold || (above.Font.Bold && (segment.Box.Right <= next.Left + Same || !IsBeside(segment, next))))
        && !rest.Exists(s => s != segment && SharesEdge(s, segment) && s.Baseline > above.Baseline && s.Baseline < segment.Baseline);

    /// <summary>What stands side by side, parted where no text crosses.</summary>
    private static List<IReadOnlyList<Segment>> Columns(List<Segment> row)
    {
        var columns = new List<IReadOnlyList<Segment>>();
        var (column, right) = (new List<Segment>(), double.NegativeInfinity);
        foreach (var segment in row.OrderBy(s => s.Box.Left))
        {
            if (column.Count > 0 && segment.Box.Left > right)
            {
                columns.Add(column);
                column = [];
            }
            column.Add(segment);
            right = Math.Max(right, segment.Box.Right);
        }
        if (column.Count > 0) columns.Add(column);
        return columns;
    }
}
