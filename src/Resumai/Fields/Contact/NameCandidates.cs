using Resumai.Layout;
using Resumai.Sections;

namespace Resumai.Fields.Contact;

/// <summary>Stretches of lines that may be the name: segments, parts before separators or a change of font, several large lines together.</summary>
internal static class NameCandidates
{
    private const int MostLines = 3, MostWordsInLine = 3;
    /// <summary>Lines of one name are at least so much larger than the text.</summary>
    private const double Large = 1.3;

    public static IEnumerable<TextSpan[]> At(TextLine[] lines, int at, double body) =>
        InLine(lines[at]).Where(s => s.Length > 0).Select(s => (TextSpan[])[s]).Concat(OverLines(lines, at, body));

    private static IEnumerable<TextSpan> InLine(TextLine line)
    {
        foreach (var segment in line.Segments())
        {
            var whole = segment.Trim('|', '·', '•', '–', '-');
            yield return whole;
            var cut = whole.Text.IndexOfAny(['|', '·', '•', '–', '—']);
            if (cut > 3) yield return whole.Slice(0, cut).Trim();
            if (BeforeTitle(whole.Text) is > 0 and var comma) yield return whole.Slice(0, comma).Trim();
            foreach (var run in Runs(whole)) yield return run;
            // A heading in the margin and the name on one line: "Personal details Anna Berg".
            foreach (var space in HeadingLexicon.Default.Beginnings(whole.Text)) yield return whole.Slice(space, whole.Length - space).Trim();
        }
    }

    /// <summary>Where the comma of "Anna Berg, Ward Nurse" stands; letters of a degree behind a name belong to it.</summary>
    private static int BeforeTitle(string text)
    {
        var comma = text.IndexOf(',');
        if (comma < 0 || !text.AsSpan(0, comma).Contains(' ')) return -1;
        return text[(comma + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(w => w.Length > 3 && w.AsSpan(1).IndexOfAnyExceptInRange('a', 'z') < 0) ? comma : -1;
    }

    /// <summary>Words set alike, where the setting changes within the segment: the name and the title behind it.</summary>
    private static IEnumerable<TextSpan> Runs(TextSpan segment)
    {
        var words = segment.Line.Words.Where(w => w.Start >= segment.Start && w.Start < segment.End).ToArray();
        if (words.Length < 2 || words.All(w => Alike(w.Word.Font, words[0].Word.Font))) yield break;
        for (var i = 0; i < words.Length;)
        {
            var end = i + 1;
            while (end < words.Length && Alike(words[end].Word.Font, words[i].Word.Font)) end++;
            var last = words[end - 1];
            yield return new TextSpan(segment.Line, words[i].Start, Math.Min(last.Start + last.Word.Text.Length, segment.End) - words[i].Start).Trim('|', '·', '•', '–', '-', ',');
            i = end;
        }
    }

    /// <summary>Titles, given names and family names on lines of their own, set alike and larger than the text.</summary>
    private static IEnumerable<TextSpan[]> OverLines(TextLine[] lines, int at, double body)
    {
        if (Broken(lines, at) is { } broken) yield return broken;
        if (!MayBePart(lines[at], lines[at], body)) yield break;
        for (var count = 2; count <= MostLines && at + count <= lines.Length; count++)
        {
            if (!MayBePart(lines[at + count - 1], lines[at], body) || lines[at + count - 1].GapAbove > 0.8) yield break;
            yield return [.. lines[at..(at + count)].Select(l => l.Whole.Trim())];
        }
    }

    /// <summary>A family name broken at its hyphen, with what may stand behind its end: "Anna Berg-" over "Holm | Nurse".</summary>
    private static TextSpan[]? Broken(TextLine[] lines, int at)
    {
        if (at + 1 >= lines.Length || lines[at].Text is not { Length: > 4 } text || text[^1] != '-' || !char.IsLetter(text[^2]) || text.Contains('\t')) return null;
        var next = lines[at + 1];
        if (next.Page != lines[at].Page || Math.Abs(next.Font.Size - lines[at].Font.Size) >= 0.5 || next.Text.Length == 0) return null;
        var end = next.Text.IndexOfAny(['|', '·', '•', '–', '—', ',', '\t']);
        return [lines[at].Whole.Trim(), next.Whole.Slice(0, end < 0 ? next.Text.Length : end).Trim()];
    }

    private static bool MayBePart(TextLine line, TextLine first, double body) =>
        line.Font.Size > body * Large && Alike(line.Font, first.Font) && line.Page == first.Page && !line.Text.Contains('\t') && line.Text.Split(' ').Length <= MostWordsInLine;

    private static bool Alike(Reading.Font a, Reading.Font b) => Math.Abs(a.Size - b.Size) < 0.5 && a.Bold == b.Bold && a.Color == b.Color;
}
