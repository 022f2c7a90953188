using Resumai.Reading;

namespace Resumai.Layout;

/// <summary>Turns line drafts of one region into lines with gaps, indents, bullets and links.</summary>
internal sealed class LineWriter(PageFrame frame, int pageNumber, IReadOnlyList<Link> links)
{
    /// <summary>In font sizes: pieces of a row nearer than this are one word (a superscript), or one part.</summary>
    private const double SameWord = 0.1, SamePart = 0.9;

    public List<TextLine> Write(IReadOnlyList<LineDraft> drafts)
    {
        var leading = UsualGap(drafts);
        var left = drafts.Count == 0 ? 0 : drafts.Min(d => d.Row.Box.Left);
        var lines = new List<TextLine>(drafts.Count);
        for (var i = 0; i < drafts.Count; i++)
        {
            var text = Text(drafts[i]);
            if (text.IsEmpty) continue;
            var gap = lines.Count == 0 ? 0 : Math.Max(0, (Gap(drafts[i - 1], drafts[i]) - leading) / (drafts[i].Row.Size + leading));
            lines.Add(new TextLine
            {
                Index = 0, Page = pageNumber, Text = text.Text, Words = text.Words, Font = text.Font, Bullet = text.Bullet, Links = text.Links(),
                Box = text.Words.Aggregate(Box.None, (box, w) => box.Union(w.Word.Box)),
                GapAbove = Math.Round(gap, 2), Indent = Math.Round(drafts[i].Row.Box.Left - left, 1),
            });
        }
        return lines;
    }

    private static double Gap(LineDraft above, LineDraft line) => line.Main.Box.Top - above.Last.Main.Box.Bottom;

    /// <summary>The space between lines that follow each other closely: the lower quartile.</summary>
    private static double UsualGap(IReadOnlyList<LineDraft> drafts)
    {
        // What stands in the margin has its own heights.
        if (drafts.Any(d => d.Entry.Count == 0) && drafts.Where(d => d.Entry.Count > 0).ToList() is { Count: > 2 } entries) drafts = entries;
        if (drafts.Count < 3) return drafts.Count == 2 ? Math.Min(Gap(drafts[0], drafts[1]), 0.25 * drafts[0].Row.Size) : 0;
        var gaps = drafts.Zip(drafts.Skip(1), Gap).Order().ToArray();
        return Math.Min(gaps[gaps.Length / 4], drafts.Min(d => d.Row.Size));
    }

    private LineText Text(LineDraft draft)
    {
        var text = new LineText();
        Append(text, draft.Margin, joined: true);
        Append(text, draft.Entry, joined: !ReferenceEquals(draft.Last, draft.Row));
        Append(text, draft.Tail, joined: true);
        return text;
    }

    private void Append(LineText text, IReadOnlyList<Segment> segments, bool joined)
    {
        var (left, right) = (double.NegativeInfinity, double.NegativeInfinity);
        var (size, bottom, baseline) = (0.0, double.NegativeInfinity, double.NaN);
        var (first, broken) = (true, false);
        if (segments.Count > 1 && RightToLeft.IsMain(segments.SelectMany(s => s.Words))) segments = [.. segments.OrderBy(s => joined ? s.Baseline : 0).ThenByDescending(s => s.Box.Left)];
        foreach (var segment in segments)
        {
            var gap = Math.Max(segment.Box.Left - right, left - segment.Box.Right);
            // Segments on one base line were cut apart for a reason.
            var separator = first || broken ? '\t' : joined && segment.Box.Top > bottom ? ' ' : segment.Baseline == baseline ? '\t'
                : gap < SameWord * Math.Min(size, segment.Size) ? '\0' : gap < SamePart * Math.Max(size, segment.Size) ? ' ' : '\t';
            foreach (var word in RightToLeft.Read(segment.Words))
            {
                broken = LineText.IsLeader(word.Text);
                if (broken || ListMarks.IsIcon(word.Text))
                {
                    if (broken || !text.TakeBullet(word.Text)) separator = '\t';
                    continue;
                }
                if (text.IsEmpty && segment.Words.Count > 1 && ReferenceEquals(word, segment.Words[0]) && ListMarks.IsMark(word.Text))
                {
                    text.TakeBullet(word.Text);
                    continue;
                }
                // A list beside a list: its marks are the break the tab already makes.
                if (separator == '\t' && segment.StartsWithMark && ReferenceEquals(word, segment.Words[0]) && ListMarks.IsBullet(word.Text[0])) continue;
                text.Add(word with { Box = frame.TurnBack(word.Box) }, separator, Url(word));
                separator = ' ';
            }
            (left, right, bottom, baseline, size, first) = (segment.Box.Left, segment.Box.Right, segment.Box.CenterY, segment.Baseline, segment.Size, false);
        }
    }

    private string? Url(Word word)
    {
        if (links.Count == 0) return null;
        var box = frame.TurnBack(word.Box);
        foreach (var link in links)
        {
            if (link.Box.Contains(box.CenterX, box.CenterY)) return link.Url;
        }
        return null;
    }
}
