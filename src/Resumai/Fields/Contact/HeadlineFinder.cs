using Resumai.Fields.Entries;
using Resumai.Knowledge;
using Resumai.Layout;
using Resumai.Normalize.Dates;
using Resumai.Sections;

namespace Resumai.Fields.Contact;

/// <summary>The professional title under (or beside) the name: the next text that is no contact detail, label, heading or sentence.</summary>
internal static class HeadlineFinder
{
    private const int LinesBelow = 3, FewestWordsOfSentence = 4;

    /// <summary>So far below the name a headline must hold the word for an occupation.</summary>
    private const int FarthestLine = 12;

    public static Found<string>? Find(IReadOnlyList<Section> sections, Found<string>? name, IReadOnlyCollection<TextLine> contact, string? language)
    {
        if (name is null) return null;
        var last = name.Spans[^1];
        var headings = sections.Where(s => s.Heading is not null).Select(s => s.Heading!.Value.Line).ToHashSet();
        var rest = last.Line.Segments().FirstOrDefault(s => s.Start >= last.End).Trim('|', '·', '•', '–', '—', ',');
        if (rest.Line is not null && IsHeadline(rest, name, language)) return new Found<string>(rest.Text, 0.8, rest);
        if (last.End < last.Line.Text.Length && last.Line.Text.AsSpan(last.End).IndexOf('\t') < 0)
        {
            var behind = new TextSpan(last.Line, last.End, last.Line.Text.Length - last.End).Trim('|', '·', '•', '–', '—', ',');
            if (IsHeadline(behind, name, language)) return new Found<string>(behind.Text, 0.8, behind);
        }
        var lines = sections.Where(s => s.Kind != SectionKind.Letter).SelectMany(s => s.Heading is null || s.Kind is SectionKind.Top or SectionKind.Contact or SectionKind.Header ? s.Lines : []).ToList();
        var at = lines.FindIndex(l => l.Index == last.Line.Index);
        if (at < 0) return null;
        var occupations = EntryLexicon.For(language).Heads;
        // Behind the first section with a heading stands what belongs to others.
        var end = sections.Where(s => s.Heading is not null && s.Kind is not (SectionKind.Top or SectionKind.Contact or SectionKind.Header) && s.Lines.Count > 0)
            .Select(s => s.Lines[0].Index).Where(i => i > last.Line.Index).DefaultIfEmpty(int.MaxValue).Min();
        for (var i = at + 1; i < Math.Min(lines.Count, at + 1 + FarthestLine); i++)
        {
            var line = lines[i];
            if (headings.Contains(line)) return null;
            var span = line.Segments().First().Trim();
            if (contact.Contains(line) || !IsHeadline(span, name, language) || name.Spans.Any(s => s.Line == line)) continue;
            if ((i > at + LinesBelow || line.Index > end) && !occupations.AreIn(Tokens.Of(span.Text))) continue;
            if (i + 1 < lines.Count && GoesOn(line, lines[i + 1])) continue;
            return new Found<string>(span.Text, 0.8, span);
        }
        return null;
    }

    /// <summary>Running text: a sentence that the next line, set alike, ends or goes on with.</summary>
    private static bool GoesOn(TextLine line, TextLine next) =>
        next.Index == line.Index + 1 && next.Text is [var first, ..] && char.IsLower(first) && next.GapAbove < 0.5 && LineStyle.Of(next) == LineStyle.Of(line)
        && line.Text.AsSpan().Count(' ') >= FewestWordsOfSentence;

    private static bool IsHeadline(TextSpan span, Found<string> name, string? language)
    {
        if (span.Length is < 3 or > 90) return false;
        var text = span.Text;
        if (text.Contains('@') || text.Contains(':') || text[^1] is '.' or '?' or '!' || text.Count(char.IsDigit) > 2 || OnlineAddresses.Holds(text)) return false;
        if (text.Split(' ').Length > 12 || !text.Any(char.IsLetter) || ContactLabels.Leading(text) is not null || ContactWords.Default.IsLabel(text)) return false;
        if (Tokens.Phrase(text) == Tokens.Phrase(name.Value) || PlaceEvidence.Share(text, language) > 0.85) return false;
        return !HeadingLexicon.Default.IsLabel(text) && HeadingLexicon.Default.Find(text) is null && DateRecognizer.FindAll(text, language).Count == 0;
    }
}
