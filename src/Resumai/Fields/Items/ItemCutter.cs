using Resumai.Fields.Contact;
using Resumai.Fields.Entries;
using Resumai.Layout;
using Resumai.Normalize.Dates;

namespace Resumai.Fields.Items;

/// <summary>
/// Cuts a section of small entries into items: by list marks, by bold beginnings, by space between, else one a line.
/// One section uses one way, as people set it.
/// </summary>
internal sealed class ItemCutter(string? language, string? locale, ColumnEdges edges)
{
    /// <summary>Space above in line heights that sets items apart, and that lines of one item keep.</summary>
    private const double Apart = 0.6, Close = 0.45;

    private const string Separators = "(),;:–—-|·•\t ";

    public IReadOnlyList<SectionItem> Cut(IReadOnlyList<TextLine> lines, Func<TextLine, bool>? begins = null)
    {
        lines = [.. lines.Where(l => !string.IsNullOrWhiteSpace(l.Text))];
        if (lines.Count == 0) return [];
        begins ??= Way(lines);
        var groups = new List<List<TextLine>>();
        foreach (var line in lines)
        {
            if (groups.Count == 0 || (begins(line) && !GoesOn(groups[^1], line))) groups.Add([line]);
            else groups[^1].Add(line);
        }
        return [.. groups.Select(Item).OfType<SectionItem>()];
    }

    private static Func<TextLine, bool> Way(IReadOnlyList<TextLine> lines)
    {
        if (lines[0].Bullet is not null) return line => line.Bullet is not null && line.Indent <= lines[0].Indent + 1;
        var bold = lines.Count(l => BoldLength(l) > 0);
        if (BoldLength(lines[0]) > 0 && bold < lines.Count) return line => BoldLength(line) > 0 && line.Bullet is null;
        if (lines.Any(l => l.Bullet is not null)) return line => line.Bullet is null;
        var gaps = lines.Skip(1).Select(l => l.GapAbove).ToList();
        if (gaps.Exists(g => g >= Apart) && gaps.Exists(g => g < Close)) return line => line.GapAbove >= Apart;
        return _ => true;
    }

    /// <summary>A wrapped line, a date alone, or what an open bracket or comma waits for.</summary>
    private bool GoesOn(List<TextLine> item, TextLine line)
    {
        var above = item[^1];
        if (line.Bullet is not null || BoldLength(line) > 0) return false;
        var text = above.Text.TrimEnd();
        if (text[^1] is ',' or ':' or '–' or '—' or '-' || text.Count(c => c == '(') > text.Count(c => c == ')')) return true;
        if (IsDate(line.Text)) return !item.Exists(l => Dates(l.Text).Count > 0);
        if (item.TrueForAll(l => IsDate(l.Text))) return true;
        if (line.GapAbove >= Apart) return false;
        return char.IsLower(line.Text[0]) || line.Text[0] == '(' || (text.Length > 40 && text[^1] is not ('.' or ')') && edges.Wraps(above, line));
    }

    private SectionItem? Item(List<TextLine> lines)
    {
        Found<DateRange>? date = null;
        var passages = new List<(TextLine Line, Passage Text)>();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var text = Passage.Of(line.Whole.Trim());
            if (date is null && i + 1 < lines.Count && EndsInNextLine(text, lines[i + 1])) text = text.Append(Passage.Of(lines[++i].Whole.Trim()), " ");
            if (date is null && Date(text.Text) is { } match)
            {
                date = new Found<DateRange>(match.Range, 0.9, text.Slice(match.Start, match.Length).Spans);
                text = Without(text, match);
            }
            if (text.IsEmpty) continue;
            if (passages.Count > 0 && Wrapped(passages[^1].Line, line)) passages[^1] = (line, passages[^1].Text.Append(text));
            else passages.Add((line, text));
        }
        if (passages.Count == 0) return null;
        var head = passages[0].Text;
        var bold = head.Spans.Count == 0 ? 0 : BoldLength(head.Spans[0]);
        return new SectionItem(head, [.. passages.Skip(1).Select(p => p.Text)], bold >= head.Text.Length ? 0 : bold, date);
    }

    /// <summary>"2019 –" over "today".</summary>
    private bool EndsInNextLine(Passage text, TextLine next) =>
        text.Text[^1] is '–' or '—' or '-' && Dates(text.Text + " " + next.Text).Any(d => d.Start < text.Text.Length && d.End > text.Text.Length + 1);

    private bool Wrapped(TextLine above, TextLine line) =>
        line.Bullet is null && line.GapAbove < Close && !OnlineAddresses.Holds(line.Text) && above.Font.Bold == line.Font.Bold && (char.IsLower(line.Text[0]) || above.Text.TrimEnd()[^1] is ',' or '(' || edges.Wraps(above, line));

    /// <summary>The date at the start or end of the text; one inside ("CES 2019 speaker") belongs to the words around it, unless it is a range or in brackets.</summary>
    private DateMatch? Date(string text)
    {
        DateMatch? last = null;
        foreach (var date in Dates(text))
        {
            var spot = DateSpots.Of(text, date);
            if (spot != DateSpot.Inside || !date.Range.IsSingle || (date.Start > 0 && text[date.Start - 1] == '(')) last = date;
        }
        return last;
    }

    private bool IsDate(string text) => Dates(text).Any(d => DateSpots.Of(text, d) == DateSpot.OwnLine);

    private IReadOnlyList<DateMatch> Dates(string text) => DateRecognizer.FindAll(text, language, locale);

    private static Passage Without(Passage text, DateMatch date)
    {
        var before = text.Slice(0, date.Start).Trim("(,;–—-|·•[");
        var after = text.Slice(date.End, text.Text.Length - date.End).Trim(Separators + "].");
        if (DateSpots.IsDuration(after.Text)) after = Passage.Empty;
        return before.IsEmpty ? after : after.IsEmpty ? before : before.Append(after, "\t");
    }

    private static int BoldLength(TextLine line) => BoldLength(line.Whole);

    /// <summary>Characters of bold words at the start of a span.</summary>
    private static int BoldLength(TextSpan span)
    {
        if (span.Line.Words.Count == 0) return span.Line.Font.Bold ? span.Length : 0;
        var length = 0;
        foreach (var (word, start) in span.Line.Words.Where(w => w.Start >= span.Start && w.Start < span.End))
        {
            if (!word.Font.Bold) break;
            length = Math.Min(span.End, start + word.Text.Length) - span.Start;
        }
        return length;
    }
}
