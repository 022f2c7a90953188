using Resumai.Layout;
using Resumai.Sections;

namespace Resumai.Fields;

/// <summary>The text in which the person describes themselves: the sections about it, or running text under the name.</summary>
internal static class SummaryExtractor
{
    /// <summary>Text without a heading counts as a summary from so many words on; its lines but the last are at least so long.</summary>
    private const int FewestWords = 15, LongLine = 45;

    /// <summary>A shorter text is one when it is written in sentences.</summary>
    private const int FewestWordsOfSentence = 4;

    public static Found<string>? Extract(IReadOnlyList<Section> sections)
    {
        var headed = Passage.Join(sections.Where(s => s.Kind == SectionKind.Summary).SelectMany(s => s.Lines).Select(l => l.Whole));
        return headed.Find(0.9) ?? sections.Where(s => s.Kind == SectionKind.Top).Select(s => UnderName(s.Lines)).OfType<Found<string>>().FirstOrDefault();
    }

    private static Found<string>? UnderName(IReadOnlyList<TextLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var run = new List<TextSpan>();
            while (i < lines.Count && IsProse(lines[i]) && (run.Count == 0 || SameText(run[^1].Line, lines[i])))
            {
                run.Add(lines[i].Whole);
                if (lines[i++].Text.Length < LongLine) break;
            }
            // The line that ended the run may begin the next.
            if (run.Count > 0) i--;
            var text = Passage.Join(run);
            if (run.Count > 0 && run[0].Length >= LongLine && text.Text.Split(' ').Length >= FewestWords && text.Text.Contains('.')) return text.Find(0.7);
            if (run.Count > 0 && IsSentences(text.Text)) return text.Find(0.6);
        }
        return null;
    }

    /// <summary>Begins with a capital, ends with a full stop, and most words between are small: no name, address or list of titles.</summary>
    private static bool IsSentences(string text)
    {
        var words = text.Split(' ');
        return words.Length >= FewestWordsOfSentence && text[^1] is '.' or '!' && char.IsUpper(text[0]) && words.Count(w => char.IsLower(w[0])) * 2 >= words.Length && words[^1].Length > 3;
    }

    private static bool IsProse(TextLine line) =>
        line.Text.AsSpan().IndexOfAny('@', '\t', '|') < 0 && !line.Text.Contains("://", StringComparison.Ordinal) && line.Text.Count(char.IsAsciiDigit) * 6 < line.Text.Length;

    private static bool SameText(TextLine above, TextLine line) =>
        above.Page == line.Page && line.GapAbove < 0.5 && Math.Abs(above.Font.Size - line.Font.Size) < 0.6 && above.Font.Bold == line.Font.Bold;
}
