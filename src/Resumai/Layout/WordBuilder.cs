using Resumai.Reading;

namespace Resumai.Layout;

/// <summary>
/// Makes words of glyphs by the gaps between them, and segments of words. The order of the glyphs means nothing and a space
/// glyph is only a hint: it makes a narrow gap a word gap, but no word gap is taken for the lack of one.
/// </summary>
internal static class WordBuilder
{
    /// <summary>Parts of a font size by which base lines of one line may differ.</summary>
    private const double SameBaseline = 0.1;
    /// <summary>From here on (in font sizes) a gap sets a segment apart, unless the line's words are that far apart anyway.</summary>
    private const double SegmentGap = 1.15, SegmentGapAmongWords = 0.75;
    private const double SegmentGapOfWordGaps = 2.6;
    /// <summary>No justified line has words further apart; a grid of single words does.</summary>
    private const double WidestWordGap = 1.6;

    public static List<Segment> Build(IEnumerable<Glyph> glyphs)
    {
        var segments = new List<Segment>();
        foreach (var row in RaisedGlyphs.Join([.. Rows(glyphs)])) Segments(row, segments);
        return AttachMarks(segments);
    }

    /// <summary>Glyphs on the same base line, from left to right.</summary>
    private static IEnumerable<List<Glyph>> Rows(IEnumerable<Glyph> glyphs)
    {
        var row = new List<Glyph>();
        foreach (var glyph in DoubledGlyphs.Drop(glyphs).OrderBy(g => g.Baseline))
        {
            if (row.Count > 0 && glyph.Baseline - row[0].Baseline > SameBaseline * Math.Min(row[0].Font.Size, glyph.Font.Size))
            {
                yield return Sorted(row);
                row = [];
            }
            row.Add(glyph);
        }
        if (row.Count > 0) yield return Sorted(row);
    }

    private static List<Glyph> Sorted(List<Glyph> row)
    {
        row.Sort((a, b) => a.Box.Left != b.Box.Left ? a.Box.Left.CompareTo(b.Box.Left) : a.Box.Right.CompareTo(b.Box.Right));
        return row;
    }

    private static void Segments(List<Glyph> row, List<Segment> segments)
    {
        var gaps = LetterGaps.Of(row);
        if (gaps.Glyphs.Count == 0) return;

        var words = new List<(Word Word, double GapBefore, double Spacing)>();
        var start = 0;
        for (var i = 1; i <= gaps.Glyphs.Count; i++)
        {
            if (i < gaps.Glyphs.Count && !gaps.IsWordGap(i)) continue;
            AddWords(words, gaps, start, i);
            start = i;
        }

        var usual = UsualWordGap(words);
        var current = new List<Word>();
        for (var i = 0; i < words.Count; i++)
        {
            var (word, gap, spacing) = words[i];
            var limit = Math.Max((usual > 0 ? SegmentGapAmongWords : SegmentGap) * word.Font.Size, Math.Min(SegmentGapOfWordGaps * usual, WidestWordGap * word.Font.Size)) + 2 * Math.Min(spacing, i > 0 ? words[i - 1].Spacing : 0);
            if (current.Count > 0 && gap > limit)
            {
                segments.Add(new Segment(current, gaps.Baseline));
                current = [];
            }
            current.Add(word);
        }
        segments.Add(new Segment(current, gaps.Baseline));
    }

    /// <summary>Glyphs from <paramref name="start"/> to <paramref name="end"/> as one word; pictograms and set-on bullets are words of their own.</summary>
    private static void AddWords(List<(Word Word, double GapBefore, double Spacing)> words, LetterGaps gaps, int start, int end)
    {
        var from = start;
        for (var i = start; i < end; i++)
        {
            var alone = ListMarks.IsIcon(gaps.Glyphs[i].Text) || (i == start && IsBullet(gaps, i) && (i + 1 == end || !IsBullet(gaps, i + 1)));
            if (!alone) continue;
            if (i > from) words.Add(Word(gaps, from, i));
            words.Add(Word(gaps, i, i + 1));
            from = i + 1;
        }
        if (end > from) words.Add(Word(gaps, from, end));
    }

    private static bool IsBullet(LetterGaps gaps, int index) => gaps.Glyphs[index].Text is [var c] && ListMarks.IsBullet(c);

    private static (Word, double, double) Word(LetterGaps gaps, int start, int end)
    {
        var box = Box.None;
        var length = 0;
        var confidence = 1f;
        for (var i = start; i < end; i++)
        {
            confidence = Math.Min(confidence, gaps.Glyphs[i].Confidence);
            box = box.Union(gaps.Glyphs[i].Box);
            length += gaps.Glyphs[i].Text.Length;
        }
        var text = end - start == 1 ? gaps.Glyphs[start].Text : string.Create(length, (gaps, start, end), static (span, s) =>
        {
            for (var i = s.start; i < s.end; i++)
            {
                s.gaps.Glyphs[i].Text.CopyTo(span);
                span = span[s.gaps.Glyphs[i].Text.Length..];
            }
        });
        return (new Word(Text.UnicodeText.Compose(text), box, gaps.Glyphs[start].Font, confidence), gaps.Before(start), gaps.Spacing(start));
    }

    private static double UsualWordGap(List<(Word Word, double GapBefore, double Spacing)> words)
    {
        if (words.Count < 5) return 0;
        var gaps = words.Skip(1).Select(w => w.GapBefore).Order().ToArray();
        return gaps[(gaps.Length - 1) / 2];
    }

    /// <summary>A list mark is often set apart from its item, or on a base line of its own: it goes in front of the item.</summary>
    private static List<Segment> AttachMarks(List<Segment> segments)
    {
        const double farthest = 3.5;
        if (!segments.Exists(s => s.IsMark)) return segments;

        var byLeft = segments.Where(s => !s.IsMark).OrderBy(s => s.Box.Left).ToList();
        var marks = new Dictionary<Segment, Segment>();
        var loose = new List<Segment>();
        foreach (var mark in segments.Where(s => s.IsMark))
        {
            var item = byLeft.Where(s => s.Box.Left >= mark.Box.Right - 1 && s.Box.Left - mark.Box.Right < farthest * Math.Max(s.Size, mark.Size)
                && mark.Box.CenterY > s.Box.Top && mark.Box.CenterY < s.Box.Bottom && !marks.ContainsKey(s)).MinBy(s => s.Box.Left);
            if (item is null) loose.Add(mark);
            else marks[item] = mark;
        }
        return [.. segments.Where(s => !s.IsMark).Select(s => marks.TryGetValue(s, out var mark) ? new Segment([mark.Words[0], .. s.Words], s.Baseline) : s), .. loose];
    }
}
