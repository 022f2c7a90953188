using Resumai.Reading;

namespace Resumai.Layout;

/// <summary>Segments that a person reads as one row: on one base line, or overlapping in height without lying over one another.</summary>
internal sealed class TextRow
{
    private const int Bands = 2000;
    private bool? _looksDated;
    private RowTraits? _traits;

    private TextRow(List<Segment> segments)
    {
        Segments = segments;
        Main = segments[0];
        foreach (var segment in segments)
        {
            Box = Box.Union(segment.Box);
            if (segment.Length * segment.Size > Main.Length * Main.Size) Main = segment;
            Length += segment.Length;
        }
    }

    /// <summary>From left to right.</summary>
    public List<Segment> Segments { get; }
    public Box Box { get; }

    /// <summary>The segment with the most text, which places the row.</summary>
    public Segment Main { get; }
    public double Baseline => Main.Baseline;
    public double Size => Main.Size;
    public int Length { get; }

    /// <summary>Nothing but a date or range.</summary>
    public bool LooksDated => _looksDated ??= DateShape.Fits(Segments.SelectMany(s => s.Words));

    /// <summary>How the row is written.</summary>
    public RowTraits Traits => _traits ??= RowTrait.Of(this);

    /// <summary>True when both begin in the same size, weight, slope and colour.</summary>
    public bool IsSetLike(TextRow other)
    {
        var (font, as_) = (Segments[0].Font, other.Segments[0].Font);
        return Math.Abs(font.Size - as_.Size) < 0.3 && font.Bold == as_.Bold && font.Italic == as_.Italic && font.Color == as_.Color;
    }

    /// <summary>Rows from top to bottom.</summary>
    public static List<TextRow> Of(IEnumerable<Segment> segments)
    {
        // Large text first: what is small (a superscript, a date) joins it, not the other way round.
        var open = new List<List<Segment>>();
        var byHeight = new Dictionary<int, List<List<Segment>>>();
        foreach (var segment in segments.OrderByDescending(s => s.Size).ThenBy(s => s.Baseline))
        {
            var row = Nearest(byHeight, segment);
            if (row is null)
            {
                row = [];
                open.Add(row);
                for (var band = Band(segment.Box.Top); band <= Band(segment.Box.Bottom); band++)
                {
                    if (byHeight.TryGetValue(band, out var rows)) rows.Add(row);
                    else byHeight[band] = [row];
                }
            }
            row.Add(segment);
        }
        var result = open.ConvertAll(r => new TextRow(Sorted(r)));
        result.Sort((a, b) => a.Baseline.CompareTo(b.Baseline));
        return result;
    }

    private static List<Segment> Sorted(List<Segment> row)
    {
        if (row.Count > 1) row.Sort((a, b) => a.Box.Left.CompareTo(b.Box.Left));
        return row;
    }

    /// <summary>A box may be as large as a damaged file says: what is off every paper is in one band.</summary>
    private static int Band(double height) => double.IsNaN(height) ? 0 : (int)Math.Floor(Math.Clamp(height / 12, -Bands, Bands));

    private static List<Segment>? Nearest(Dictionary<int, List<List<Segment>>> byHeight, Segment segment)
    {
        List<Segment>? best = null;
        var bestOffset = double.MaxValue;
        for (var band = Band(segment.Box.Top); band <= Band(segment.Box.Bottom); band++)
        {
            if (!byHeight.TryGetValue(band, out var rows)) continue;
            foreach (var row in rows)
            {
                var offset = Math.Abs(row[0].Baseline - segment.Baseline);
                if (offset < bestOffset && Takes(row, segment)) (best, bestOffset) = (row, offset);
            }
        }
        return best;
    }

    private static bool Takes(List<Segment> row, Segment segment)
    {
        const double nearBaseline = 0.3, overlap = 0.55, over = 0.3;
        if (Math.Abs(row[0].Baseline - segment.Baseline) > nearBaseline * segment.Size
            && row[0].Box.VerticalOverlap(segment.Box) < overlap * segment.Box.Height) return false;
        foreach (var other in row)
        {
            if (other.Box.HorizontalOverlap(segment.Box) > over * segment.Size) return false;
        }
        return true;
    }
}
