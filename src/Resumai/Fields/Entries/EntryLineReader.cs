using Resumai.Knowledge;
using Resumai.Layout;
using Resumai.Normalize.Dates;
using Resumai.Sections;

namespace Resumai.Fields.Entries;

/// <summary>Reads a section's lines as logical ones, finds their dates, and tells heads from running text.</summary>
internal sealed class EntryLineReader(IReadOnlyList<TextLine> lines, ColumnEdges edges, string? language, string? locale)
{
    /// <summary>A line of so many characters or words is running text unless its look or a date says otherwise.</summary>
    private const int LongText = 75, ManyWords = 11;

    private readonly BodyStyle _body = BodyStyle.Of(lines);
    private readonly EntryLexicon _lexicon = EntryLexicon.For(language);

    public List<EntryLine> Read() => Bodies(TableHeads.Apply(StackedDates(OpenRanges.Apply(WithoutLabels(new LineJoiner(edges, language, locale).Join(lines)).ConvertAll(Dated)))));

    /// <summary>
    /// Forms print the same labels before the same parts of each entry: where at least half of the lines begin with one of several
    /// repeated labels, these go, unless they are known to say which part follows. An employer printed twice is no label.
    /// </summary>
    private List<JoinedLine> WithoutLabels(List<JoinedLine> joined)
    {
        var repeated = joined.Select(Label).OfType<string>().GroupBy(l => l).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        if (repeated.Count < 2 || joined.Count(l => Label(l) is { } label && repeated.Contains(label)) * 2 < joined.Count) return joined;
        return joined.ConvertAll(line =>
        {
            if (Label(line) is not { } label || !repeated.Contains(label) || EntryLabels.TryGet(label, out _)) return line;
            return line with { Text = line.Text.Slice(label.Length, line.Text.Text.Length - label.Length).Trim() };
        });
    }

    private string? Label(JoinedLine line)
    {
        var tab = line.Text.Text.IndexOf('\t');
        if (tab is < 2 or > 50) return null;
        var label = line.Text.Text[..tab];
        return label.Any(char.IsAsciiDigit) && DateRecognizer.FindAll(label, language, locale).Count > 0 ? null : label;
    }

    private EntryLine Dated(JoinedLine joined)
    {
        var style = LineStyle.Of(joined.First.Segments().Last());
        var text = joined.Text.Text;
        var line = new EntryLine { Lines = joined.Lines, Text = joined.Text, Style = style, Emphasis = _body.Emphasis(style with { Color = null }) };
        if (text.Length == 0 || DateSpots.IsDuration(text) || HeadingLexicon.Default.IsLabel(text)) return line with { IsIgnored = true };

        var best = DateCells.Joined(text, DateRecognizer.FindAll(text, language, locale))
            .Select(d => (Date: d, Spot: DateSpots.Of(text, d)))
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
        var result = lines.ConvertAll(l => l.IsIgnored ? l : IsBody(l, listed) ? l with { IsBody = true, Date = null, Spot = DateSpot.None } : l);
        return Deeper(result);
    }

    /// <summary>Plain lines set deeper than the dated line above them are list items whose marks are drawn or left out.</summary>
    private static List<EntryLine> Deeper(List<EntryLine> lines)
    {
        if (lines.All(l => !l.IsAnchor || l.Spot == DateSpot.OwnLine)) return lines;
        EntryLine? head = null;
        var below = false;
        return lines.ConvertAll(line =>
        {
            if (line.IsAnchor) (head, below) = (line, false);
            below = head is not null && (below || Words(line.Text.Text) > 3) && !line.IsAnchor && !line.IsIgnored && line.Emphasis < 0.8 && line.First.Page == head.First.Page
                && !line.First.Box.IsNone && line.IsDeeperThan(head, TextLeft(head));
            return below ? line with { IsBody = true } : line;
        });
    }

    /// <summary>Where the entry's text begins: behind a date in the margin.</summary>
    private static double TextLeft(EntryLine line) =>
        (line.Spot == DateSpot.FirstSegment ? line.First.Segments().Skip(1).Cast<TextSpan?>().FirstOrDefault()?.Box.Left : null) ?? line.First.Box.Left;

    private bool IsBody(EntryLine line, bool entriesAreBullets)
    {
        var text = line.Text.Text;
        if (line.HasBullet && !(entriesAreBullets && line.IsAnchor)) return true;
        if (EntryLabels.IsTextLabel(text.Split('\t')[0])) return true;
        if (line.IsAnchor && (line.Spot is DateSpot.OwnLine or DateSpot.FirstSegment or DateSpot.LastSegment || !line.Date!.Range.IsSingle)) return false;
        if (line.Emphasis >= 0.8 && text.Length < 2 * LongText) return false;
        if (text.Length < 2 * LongText && NamesAll(line)) return false;
        if (line.Lines.Count > 2) return true;
        if (text.Length > LongText || Words(text) > ManyWords) return true;
        return text.EndsWith('.') && Words(text) > 5 && !EntryLexicon.Default.LegalForms.Found(text);
    }

    /// <summary>A degree and a school, or an occupation, an organisation and a date: an entry in one line, however long.</summary>
    private bool NamesAll(EntryLine line)
    {
        var tokens = Tokens.Of(line.Text.Text);
        if (_lexicon.Degrees.AreIn(tokens) && _lexicon.SchoolWords.AreIn(tokens)) return true;
        return line.IsAnchor && _lexicon.Heads.AreIn(tokens) && (_lexicon.LegalForms.Found(line.Text.Text) || _lexicon.OrganisationWords.AreIn(tokens));
    }

    private static int Words(string text) => text.Split(' ').Length;
}
