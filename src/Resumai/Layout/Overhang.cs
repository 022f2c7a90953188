using Resumai.Reading;

namespace Resumai.Layout;

/// <summary>
/// Finds lines that run out of their column into the next (a long address in a narrow sidebar) and has them end where the
/// column does, for all that looks for columns.
/// </summary>
internal static class Overhang
{
    /// <summary>Lines that begin at an edge that makes it the edge of a column.</summary>
    private const int FewestAtEdge = 8, FewestInColumn = 3;
    /// <summary>Points: edges that are one.</summary>
    private const double SameEdge = 0.7;
    /// <summary>In font sizes: how far a line runs over at most, how wide its column is at least and the space left before the edge.</summary>
    private const double Farthest = 6, Narrowest = 5, Space = 0.4;

    public static List<Segment> Clip(List<Segment> segments)
    {
        foreach (var edge in Edges(segments))
        {
            var column = segments.FindAll(s => s.Box.Left < edge - Narrowest * s.Size && s.Box.Right < edge);
            for (var i = 0; i < segments.Count; i++)
            {
                var segment = segments[i];
                if (segment.Box.Left >= edge - Narrowest * segment.Size || segment.Box.Right <= edge - Space * segment.Size || segment.Box.Right > edge + Farthest * segment.Size) continue;
                if (IsOfColumn(segment, column) && IsFree(segment, edge, segments)) segments[i] = new Segment(segment.Words, segment.Baseline, edge - Space * segment.Size);
            }
        }
        return segments;
    }

    /// <summary>Left edges that many lines share.</summary>
    private static IEnumerable<double> Edges(List<Segment> segments) =>
        segments.GroupBy(s => Math.Round(s.Box.Left)).Where(g => g.Count() >= FewestAtEdge).Select(g => g.Min(s => s.Box.Left)).ToList();

    private static bool IsOfColumn(Segment segment, List<Segment> column) =>
        column.Count(s => Math.Abs(s.Box.Left - segment.Box.Left) < SameEdge && Math.Abs(s.Size - segment.Size) < 0.3 && IsNear(s, segment)) >= FewestInColumn;

    private static bool IsNear(Segment segment, Segment other) => Math.Abs(segment.Baseline - other.Baseline) < 15 * segment.Size;

    /// <summary>Nothing begins at the edge on the same base line, or the line would be one of the next column's.</summary>
    private static bool IsFree(Segment segment, double edge, List<Segment> segments) =>
        segments.Exists(s => Math.Abs(s.Box.Left - edge) < SameEdge && Math.Abs(s.Baseline - segment.Baseline) < 3 * s.Size)
        && !segments.Exists(s => s != segment && s.Box.Left > segment.Box.Left && Math.Abs(s.Baseline - segment.Baseline) < 0.3 * s.Size && s.Box.Left < segment.Box.Right);
}
