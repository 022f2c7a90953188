using Resumai.Reading;

namespace Resumai.Layout;

/// <summary>
/// Makes words of glyphs by the gaps between them. The order of the glyphs means nothing and a space
/// glyph is only a hint: it makes a narrow gap a word gap, but no word gap is taken for the lack of one.
/// </summary>
internal static class WordBuilder
{
    /// <summary>Parts of a font size by which base lines of one line may differ.</summary>
    private const double SameBaseline = 0.1;

    /// <summary>Rows from top to bottom.</summary>
    public static List<WordRow> Build(IReadOnlyList<Glyph> glyphs)
    {
        var rows = new List<WordRow>();
        foreach (var row in RaisedGlyphs.Join(Rows(glyphs)))
        {
            foreach (var (part, limit) in OverlaidText.Part(row))
            {
                if (Words(part) is { } words) rows.Add(words with { Limit = limit });
            }
        }
        return rows;
    }

    /// <summary>Glyphs on the same base line, from left to right.</summary>
    private static List<List<Glyph>> Rows(IReadOnlyList<Glyph> glyphs)
    {
        var kept = DoubledGlyphs.Drop(glyphs);
        var order = new (double Baseline, int Index)[kept.Count];
        for (var i = 0; i < order.Length; i++) order[i] = (kept[i].Baseline, i);
        Array.Sort(order);
        var rows = new List<List<Glyph>>();
        List<Glyph> row = [];
        foreach (var (baseline, index) in order)
        {
            var glyph = kept[index];
            if (row.Count > 0 && baseline - row[0].Baseline > SameBaseline * Math.Min(row[0].Font.Size, glyph.Font.Size))
            {
                rows.Add(Sorted(row));
                row = [];
            }
            row.Add(glyph);
        }
        if (row.Count > 0) rows.Add(Sorted(row));
        return rows;
    }

    private static List<Glyph> Sorted(List<Glyph> row)
    {
        if (!IsSorted(row)) row.Sort((a, b) => a.Box.Left != b.Box.Left ? a.Box.Left.CompareTo(b.Box.Left) : a.Box.Right.CompareTo(b.Box.Right));
        return row;
    }

    private static bool IsSorted(List<Glyph> row)
    {
        var left = double.NegativeInfinity;
        foreach (var glyph in row)
        {
            if (!(glyph.Box.Left > left)) return false;
            left = glyph.Box.Left;
        }
        return true;
    }

    private static WordRow? Words(List<Glyph> row)
    {
        var gaps = LetterGaps.Of(row);
        if (gaps.Glyphs.Count == 0) return null;

        var words = new List<SpacedWord>();
        var start = 0;
        for (var i = 1; i <= gaps.Glyphs.Count; i++)
        {
            if (i < gaps.Glyphs.Count && !gaps.IsWordGap(i)) continue;
            AddWords(words, gaps, start, i);
            start = i;
        }
        return new WordRow(words, gaps.Baseline);
    }

    /// <summary>Glyphs from <paramref name="start"/> to <paramref name="end"/> as one word; pictograms and set-on bullets are words of their own.</summary>
    private static void AddWords(List<SpacedWord> words, LetterGaps gaps, int start, int end)
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

    private static SpacedWord Word(LetterGaps gaps, int start, int end)
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
        if (RightToLeft.HasLetter(text)) text = string.Concat(RightToLeft.Read(gaps.Glyphs.GetRange(start, end - start).Select(g => g.Text))!);
        return new SpacedWord(new Word(Text.UnicodeText.Compose(text), box, gaps.Glyphs[start].Font, confidence), gaps.Before(start), gaps.Spacing(start));
    }
}
