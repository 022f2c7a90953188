using Resumai.Reading;

namespace Resumai.Layout;

/// <summary>Segments that a person reads as one row: on one base line, or overlapping in height without lying over one another.</summary>
internal sealed class TextRow
{
    private TextRow(Segment first) => Segments = [first];

    /// <summary>From left to right.</summary>
    public List<Segment> Segments { get; private set; }
    public Box Box => Segments.Aggregate(Box.None, (box, s) => box.Union(s.Box));

    /// <summary>The segment with the most text, which places the row.</summary>
    public Segment Main => Segments.MaxBy(s => s.Length * s.Size)!;
    public double Baseline => Main.Baseline;
    public double Size => Main.Size;
    public int Length => Segments.Sum(s => s.Length);

    /// <summary>Two digits and more side by side, and hardly anything but digits, separators and a word or two.</summary>
    public bool LooksDated
    {
        get
        {
            var (digits, letters, pair) = (0, 0, false);
            var before = ' ';
            foreach (var c in Segments.SelectMany(s => s.Words).SelectMany(w => w.Text.Append(' ')))
            {
                if (char.IsAsciiDigit(c))
                {
                    digits++;
                    pair |= char.IsAsciiDigit(before);
                }
                else if (char.IsLetter(c))
                {
                    letters++;
                }
                before = c;
            }
            return pair && digits <= 16 && letters <= 24 && digits * 6 >= letters;
        }
    }

    /// <summary>Rows from top to bottom.</summary>
    public static List<TextRow> Of(IEnumerable<Segment> segments)
    {
        var rows = new List<TextRow>();
        var open = new List<TextRow>();
        foreach (var segment in segments.OrderByDescending(s => s.Size).ThenBy(s => s.Baseline))
        {
            open.Clear();
            TextRow? best = null;
            var bestOffset = double.MaxValue;
            foreach (var row in rows)
            {
                var offset = Math.Abs(row.Segments[0].Baseline - segment.Baseline);
                if (offset < bestOffset && row.Takes(segment)) (best, bestOffset) = (row, offset);
            }
            if (best is null) rows.Add(new TextRow(segment));
            else best.Segments.Add(segment);
        }
        foreach (var row in rows) row.Segments = [.. row.Segments.OrderBy(s => s.Box.Left)];
        rows.Sort((a, b) => a.Baseline.CompareTo(b.Baseline));
        return rows;
    }

    private bool Takes(Segment segment)
    {
        const double nearBaseline = 0.3, overlap = 0.55;
        var first = Segments[0];
        var near = Math.Abs(first.Baseline - segment.Baseline) <= nearBaseline * segment.Size
            || first.Box.VerticalOverlap(segment.Box) >= overlap * segment.Box.Height;
        return near && !Segments.Exists(s => s.Box.HorizontalOverlap(segment.Box) > 0.3 * segment.Size);
    }
}
