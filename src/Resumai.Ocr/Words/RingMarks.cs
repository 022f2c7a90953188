using Resumai.Ocr.Tesseract;

namespace Resumai.Ocr.Words;

/// <summary>
/// Rings before the items of a list or along a time line, read as round letters: the same letter begins several lines, one beneath
/// the other, where hardly any other line begins, or so often that it is no word.
/// </summary>
internal static class RingMarks
{
    private const string Round = "oOQ0©°¢ο";
    private const string Mark = "•";
    private const int Fewest = 2;
    /// <summary>In heights of a word: how far apart the left edges of one column of marks are, how far a mark stands from the word before it, and the next from it.</summary>
    private const double Same = 0.3, Apart = 1, Before = 3;
    /// <summary>In heights of a word: the gap behind a mark from which on it is no word before another.</summary>
    private const double SetOff = 0.55;
    /// <summary>Lines that begin with another word where the marks stand, to a mark.</summary>
    private const double MostOthers = 0.34;
    /// <summary>Lines that wrap begin where the marks stand: how many marks, and which part of the lines there, are no words by themselves.</summary>
    private const int Many = 4;
    private const double ManyPart = 0.25;

    public static IReadOnlyList<RecognizedWord> Told(IReadOnlyList<RecognizedWord> words)
    {
        var starts = words.GroupBy(w => w.Line).SelectMany(l => Starts([.. l])).ToList();
        if (starts.Count == 0) return words;
        var height = starts.Select(s => (double)s.Word.Box.Height).Order().ElementAt(starts.Count / 2);
        var marks = new HashSet<RecognizedWord>(ReferenceEqualityComparer.Instance);
        foreach (var (word, _, _) in starts.Where(s => s.MayBe))
        {
            var column = starts.Where(s => Math.Abs(s.Word.Box.Left - word.Box.Left) <= Same * height).ToList();
            var alike = column.Where(s => s.MayBe).ToList();
            if (alike.Count < Fewest) continue;
            var set = column.Count - alike.Count <= MostOthers * alike.Count || alike.TrueForAll(s => s.Gap >= SetOff * height);
            if (set || (alike.Count >= Many && alike.Count >= ManyPart * column.Count)) marks.Add(word);
        }
        return marks.Count == 0 ? words : [.. words.Select(w => marks.Contains(w) ? w with { Text = Mark, Letters = [] } : w)];
    }

    private static IEnumerable<(RecognizedWord Word, bool MayBe, double Gap)> Starts(List<RecognizedWord> line)
    {
        for (var i = 0; i < line.Count; i++)
        {
            var height = line[i].Box.Height;
            if (i > 0 && line[i].Box.Left - line[i - 1].Box.Right <= Apart * Math.Max(height, line[i - 1].Box.Height)) continue;
            var next = i + 1 < line.Count ? line[i + 1] : null;
            var gap = next is null ? double.PositiveInfinity : next.Box.Left - line[i].Box.Right;
            yield return (line[i], line[i].Text.Length == 1 && Round.Contains(line[i].Text[0]) && next is not null && gap < Before * next.Box.Height, gap);
        }
    }
}
