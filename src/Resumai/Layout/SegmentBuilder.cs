using Resumai.Reading;

namespace Resumai.Layout;

/// <summary>Cuts rows of words into segments at wide gaps and at tab stops, and puts list marks in front of their items.</summary>
internal static class SegmentBuilder
{
    /// <summary>From here on (in font sizes) a gap sets a segment apart, unless the line's words are that far apart anyway.</summary>
    private const double SegmentGap = 1.15, SegmentGapAmongWords = 0.75;
    private const double SegmentGapOfWordGaps = 2.6;
    /// <summary>No justified line has words further apart; a grid of single words does.</summary>
    private const double WidestWordGap = 1.6;
    /// <summary>In font sizes: a mark this far before an item belongs to it.</summary>
    private const double FarthestMark = 3.5;

    public static List<Segment> Build(List<WordRow> rows)
    {
        var segments = new List<Segment>();
        var tabs = new TabStops(rows);
        for (var r = 0; r < rows.Count; r++)
        {
            var current = new List<Word>();
            for (var i = 0; i < rows[r].Words.Count; i++)
            {
                if (current.Count > 0 && (IsWide(rows[r], i) || tabs.Parts(r, i)))
                {
                    segments.Add(new Segment(current, rows[r].Baseline, rows[r].Limit));
                    current = [];
                }
                current.Add(rows[r].Words[i].Word);
            }
            segments.Add(new Segment(current, rows[r].Baseline, rows[r].Limit));
        }
        return AttachMarks(segments);
    }

    private static bool IsWide(WordRow row, int index)
    {
        var (word, usual) = (row.Words[index], row.UsualGap);
        var spacing = 2 * Math.Min(word.Spacing, row.Words[index - 1].Spacing);
        return word.GapBefore > spacing
            + Math.Max((usual > 0 ? SegmentGapAmongWords : SegmentGap) * word.Size, Math.Min(SegmentGapOfWordGaps * usual, WidestWordGap * word.Size));
    }

    /// <summary>A list mark is often set apart from its item, or on a base line of its own: it goes in front of the item.</summary>
    private static List<Segment> AttachMarks(List<Segment> segments)
    {
        if (!segments.Exists(s => s.IsMark)) return segments;

        var byLeft = segments.Where(s => !s.IsMark).OrderBy(s => s.Box.Left).ToList();
        var marks = new Dictionary<Segment, Segment>();
        var loose = new List<Segment>();
        foreach (var mark in segments.Where(s => s.IsMark))
        {
            var item = byLeft.Where(s => s.Box.Left >= mark.Box.Right - 1 && s.Box.Left - mark.Box.Right < FarthestMark * Math.Max(s.Size, mark.Size)
                && mark.Box.CenterY > s.Box.Top && mark.Box.CenterY < s.Box.Bottom && !marks.ContainsKey(s)).MinBy(s => s.Box.Left);
            if (item is not null) marks[item] = mark;
            // A pictogram beside several lines prints nothing that could be read.
            else if (!ListMarks.IsIcon(mark.Words[0].Text)) loose.Add(mark);
        }
        return [.. segments.Where(s => !s.IsMark).Select(s => marks.TryGetValue(s, out var mark) ? new Segment([mark.Words[0], .. s.Words], s.Baseline, s.Limit) : s), .. loose];
    }
}
