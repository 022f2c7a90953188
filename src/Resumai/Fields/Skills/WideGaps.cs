using Resumai.Layout;

namespace Resumai.Fields.Skills;

/// <summary>Items that only space parts: chips in a row, cells of a table without lines.</summary>
internal static class WideGaps
{
    /// <summary>A space between words is about 0.3 of the letters' height; one between items is at least this.</summary>
    private const double Wide = 0.55;

    /// <summary>How much wider than the narrowest space of the line, where it has narrow ones.</summary>
    private const double Wider = 1.8;

    /// <summary>The span cut where the space is wide or where a word stands below or before the one that it follows.</summary>
    public static IEnumerable<TextSpan> Cut(TextSpan span)
    {
        var words = span.Line.Words.Where(w => w.Start >= span.Start && w.Start < span.End && !w.Word.Box.IsNone).ToArray();
        var narrowest = double.MaxValue;
        for (var i = 1; i < words.Length; i++) narrowest = Math.Min(narrowest, Math.Max(Gap(words, i), 0));
        var start = span.Start;
        for (var i = 1; i < words.Length; i++)
        {
            var gap = Gap(words, i);
            var height = words[i].Word.Box.Height;
            var below = words[i].Word.Box.Top > words[i - 1].Word.Box.Top + (height / 2);
            var apart = below ? gap < 0 && !Hyphen(words[i - 1].Word.Text) : gap >= Wide * height && (gap >= Wider * narrowest || narrowest >= Wide * height);
            if (!apart) continue;
            yield return new TextSpan(span.Line, start, words[i].Start - start).Trim();
            start = words[i].Start;
        }
        yield return new TextSpan(span.Line, start, span.End - start).Trim();
    }

    private static double Gap(PlacedWord[] words, int i) => words[i].Word.Box.Left - words[i - 1].Word.Box.Right;

    private static bool Hyphen(string text) => text[^1] is '-' or '‐' or '\u00AD';
}
