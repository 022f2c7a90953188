using Resumai.Layout;
using Resumai.Normalize.Dates;
using Resumai.Sections;
using Resumai.Text;

namespace Resumai.Fields.Entries;

/// <summary>Joins printed lines to logical ones, finds their dates, and tells heads from running text.</summary>
internal sealed class EntryLineReader(IReadOnlyList<TextLine> lines, string? language, string? locale)
{
    /// <summary>A line of so many characters or words is running text unless its look or a date says otherwise.</summary>
    private const int LongText = 75, ManyWords = 11;

    private readonly BodyStyle _body = BodyStyle.Of(lines);
    private readonly Dictionary<(int Page, int Left), double> _rightEdges = RightEdges(lines);

    public List<EntryLine> Read()
    {
        var joined = Join();
        var dated = joined.ConvertAll(Dated);
        return Bodies(StackedDates(dated));
    }

    private List<List<TextLine>> Join()
    {
        var result = new List<List<TextLine>>();
        foreach (var line in lines)
        {
            if (string.IsNullOrWhiteSpace(line.Text)) continue;
            if (result.Count > 0 && Continues(result[^1][^1], result[^1][0], line)) result[^1].Add(line);
            else result.Add([line]);
        }
        return result;
    }

    private bool Continues(TextLine above, TextLine first, TextLine line)
    {
        if (line.Bullet is not null || line.Box.IsNone || above.Box.IsNone || line.Page != above.Page || line.GapAbove > 0.45) return false;
        if (line.Text.Contains('\t') || line.Box.Top < above.Box.Top) return false;
        var (upper, lower) = (LineStyle.Of(LastSegment(above)), LineStyle.Of(line));
        if (Math.Abs(upper.Size - lower.Size) > 0.6 || upper.Bold != lower.Bold) return false;
        if (HeadingLexicon.Default.IsLabel(above.Text)) return false;
        if (first.Bullet is not null && line.Indent > first.Indent + 1) return true;
        if (DateRecognizer.FindAll(line.Text, language, locale).Any(d => Spot(line.Text, d) != DateSpot.Inside) && !char.IsLower(line.Text[0])) return false;
        if (EndsOpen(above.Text)) return true;
        return Wraps(above, line) && (char.IsLower(line.Text[0]) || line.Text.Length > 0 && above.Text.Length > 40);
    }

    /// <summary>The first word of the line would not have fitted on the line above.</summary>
    private bool Wraps(TextLine above, TextLine line)
    {
        if (line.Words.Count == 0) return false;
        var right = _rightEdges[(above.Page, Column(line))];
        return above.Box.Right + line.Words[0].Word.Box.Width + 0.2 * above.Font.Size > right;
    }

    private static bool EndsOpen(string text) => text.Length > 3 && (text[^1] is ',' or '&' || (text[^1] is '-' && char.IsLetter(text[^2])));

    private static TextSpan LastSegment(TextLine line) => line.Segments().Last();

    private static int Column(TextLine line) => (int)((line.Box.Left - line.Indent) / 40);

    private static Dictionary<(int, int), double> RightEdges(IReadOnlyList<TextLine> lines)
    {
        var edges = new Dictionary<(int, int), double>();
        foreach (var line in lines)
        {
            var key = (line.Page, Column(line));
            edges[key] = Math.Max(edges.GetValueOrDefault(key), line.Box.Right);
        }
        foreach (var line in lines) edges.TryAdd((line.Page, Column(line)), line.Box.Right);
        return new Dictionary<(int, int), double>(new LenientEdges(edges).Fill(lines.Select(l => (l.Page, Column(l)))));
    }

    private EntryLine Dated(List<TextLine> run)
    {
        var text = Passage.Join(run.Select(l => l.Whole));
        var style = LineStyle.Of(LastSegment(run[0]));
        var line = new EntryLine { Lines = run, Text = text, Style = style, Emphasis = _body.Emphasis(style with { Color = null }) };
        if (IsDuration(text.Text) || HeadingLexicon.Default.IsLabel(text.Text)) return line with { IsIgnored = true };

        var best = DateRecognizer.FindAll(text.Text, language, locale)
            .Select(d => (Date: d, Spot: Spot(text.Text, d)))
            .Where(x => x.Spot != DateSpot.Inside)
            .OrderBy(x => x.Date.Range.IsSingle).FirstOrDefault();
        return best.Date is null ? line : line with { Date = best.Date, Spot = best.Spot };
    }

    /// <summary>A year on a line of its own under another: the two are a range.</summary>
    private static List<EntryLine> StackedDates(List<EntryLine> lines)
    {
        var result = new List<EntryLine>();
        foreach (var line in lines)
        {
            if (result.Count > 0 && Stack(result[^1], line) is { } both) result[^1] = both;
            else result.Add(line);
        }
        return result;
    }

    private static EntryLine? Stack(EntryLine above, EntryLine line)
    {
        if (above.Spot != DateSpot.OwnLine || line.Spot != DateSpot.OwnLine || line.GapAbove > 0.4) return null;
        if (above.Date!.Range is not { End: null, Start: { } start } || line.Date!.Range is not { IsSingle: true, Start: { } end } || end.CompareTo(start) < 0) return null;
        var text = above.Text.Append(line.Text);
        return above with { Lines = [.. above.Lines, .. line.Lines], Text = text, Date = new DateMatch(0, text.Text.Length, new DateRange(start, end, false)) };
    }

    private List<EntryLine> Bodies(List<EntryLine> lines)
    {
        var bullets = lines.Count(l => l.HasBullet && l.IsAnchor);
        var listed = bullets > 0 && bullets >= lines.Count(l => !l.HasBullet && l.IsAnchor);
        return lines.ConvertAll(l => l.IsIgnored ? l : IsBody(l, listed) ? l with { IsBody = true, Date = null, Spot = DateSpot.None } : l);
    }

    private static bool IsBody(EntryLine line, bool entriesAreBullets)
    {
        if (line.HasBullet && !(entriesAreBullets && line.IsAnchor)) return true;
        if (line.IsAnchor && (line.Spot is DateSpot.OwnLine or DateSpot.FirstSegment or DateSpot.LastSegment || !line.Date!.Range.IsSingle)) return false;
        if (line.Emphasis >= 0.8 && line.Text.Text.Length < 2 * LongText) return false;
        var text = line.Text.Text;
        if (line.Lines.Count > 2) return true;
        if (text.Length > LongText || Words(text) > ManyWords) return true;
        return text.EndsWith('.') && Words(text) > 5;
    }

    private static int Words(string text) => text.Split(' ').Length;

    private static DateSpot Spot(string text, DateMatch date)
    {
        var before = text.AsSpan(0, date.Start).Trim(" ([|–—-·•,;:/");
        var rest = text.AsSpan(date.End);
        var after = WithoutDuration(rest).Trim(" )]|–—-·•,;:/.");
        if (before.Trim('\t').Length == 0 && after.Trim('\t').Length == 0) return DateSpot.OwnLine;
        if (before.Length == 0) return after[0] == '\t' ? DateSpot.FirstSegment : DateSpot.LineStart;
        if (after.Length == 0) return before[^1] == '\t' ? DateSpot.LastSegment : DateSpot.LineEnd;
        var opened = text.AsSpan(0, date.Start).TrimEnd();
        var own = before[^1] == '\t' && after[0] == '\t' || opened[^1] is '(' or '[' or '|' or '·' or '•' || before[^1] == '\t' || after[0] == '\t';
        return own && !date.Range.IsSingle ? DateSpot.LineEnd : DateSpot.Inside;
    }

    /// <summary>Without "(2 yrs 3 mos)" or "· 4 Monate" after a date.</summary>
    public static ReadOnlySpan<char> WithoutDuration(ReadOnlySpan<char> rest)
    {
        var trimmed = rest.TrimStart(" ·•|,;)]\t");
        var closing = trimmed.Length > 0 && trimmed[0] == '(' ? trimmed.IndexOf(')') : -1;
        if (closing > 0 && IsDuration(trimmed[1..closing])) return trimmed[(closing + 1)..];
        return IsDuration(trimmed) ? [] : rest;
    }

    /// <summary>"6 years", "3 yrs 4 mos", "2 Jahre und 1 Monat": small numbers, each with a word of time after it.</summary>
    public static bool IsDuration(ReadOnlySpan<char> text)
    {
        var words = text.Trim(" ()[]·•,").ToString().Split([' ', '\u00A0', ','], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > 5) return false;
        var numbers = 0;
        for (var i = 0; i < words.Length; i++)
        {
            if (!int.TryParse(words[i], out var number)) continue;
            if (number is < 1 or > 50 || i + 1 >= words.Length || !DurationUnits.Contains(UnicodeText.Fold(words[i + 1]).TrimEnd('.'))) return false;
            numbers++;
        }
        return numbers > 0 && numbers * 2 + 1 >= words.Length;
    }

    private static HashSet<string> DurationUnits => EntryLexicon.Default.DurationUnits;

    /// <summary>Right edges by page and column, each column also knowing those of the columns that begin near it.</summary>
    private sealed class LenientEdges(Dictionary<(int Page, int Left), double> edges)
    {
        public IEnumerable<KeyValuePair<(int, int), double>> Fill(IEnumerable<(int Page, int Left)> keys) => keys.Distinct().Select(key =>
            KeyValuePair.Create(key, Enumerable.Range(key.Left - 1, 3).Max(left => edges.GetValueOrDefault((key.Page, left)))));
    }
}
