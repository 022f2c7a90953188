using Resumai.Layout;
using Resumai.Normalize.Dates;
using Resumai.Sections;

namespace Resumai.Fields.Entries;

/// <summary>Printed lines read as one, and their text.</summary>
internal sealed record JoinedLine(IReadOnlyList<TextLine> Lines, Passage Text)
{
    public JoinedLine(TextLine line) : this([line], Passage.Of(line.Whole)) { }

    public TextLine First => Lines[0];
    public TextLine Last => Lines[^1];
}

/// <summary>Joins printed lines that are one: running text, long heads, and dates that are broken over two lines.</summary>
internal sealed class LineJoiner(ColumnEdges edges, string? language, string? locale)
{
    /// <summary>Gap above in line heights; more is a new paragraph.</summary>
    private const double Close = 0.45;

    private const string BeforeDates = ",;:(|·•–—-\t";

    /// <summary>In characters, of the second line.</summary>
    private const int LongestInBrackets = 30;

    /// <summary>What stands so much further off than the lines of a list do is not their end, in line heights.</summary>
    private const double Apart = 0.15;

    /// <summary>In points.</summary>
    private const double SameEdge = 3;

    /// <summary>How far, in points, the lines of an item hang behind its mark at most.</summary>
    private const double DeepestHanging = 45;

    public List<JoinedLine> Join(IEnumerable<TextLine> lines)
    {
        var result = new List<JoinedLine>();
        foreach (var line in lines)
        {
            if (string.IsNullOrWhiteSpace(line.Text)) continue;
            var above = result.Count == 0 ? null : result[^1];
            if (above is not null && BrokenDate(above, line) is { } mended)
            {
                result.RemoveAt(result.Count - 1);
                result.AddRange(mended);
            }
            else if (above is not null && Continues(above, line))
            {
                result[^1] = new JoinedLine([.. above.Lines, line], above.Text.Append(Passage.Of(line.Whole.Trim())));
            }
            else
            {
                result.Add(new JoinedLine(line));
            }
        }
        return result;
    }

    private bool Continues(JoinedLine joined, TextLine line)
    {
        var above = joined.Last;
        if (line.Bullet is not null || line.Box.IsNone || above.Box.IsNone || line.Page != above.Page || line.GapAbove > Close) return false;
        if (line.Box.Top < above.Box.Top || HeadingLexicon.Default.IsLabel(above.Text)) return false;
        var last = above.Segments().Last();
        if (line.Text.Contains('\t') || (above.Text.Contains('\t') && Math.Abs(last.Box.Left - line.Box.Left) > 3)) return false;
        if (HasOpenBracket(joined.Text.Text) && line.Text.IndexOf(')') is >= 0 and < LongestInBrackets) return true;
        var (upper, lower) = (LineStyle.Of(last), LineStyle.Of(line));
        if (Math.Abs(upper.Size - lower.Size) > 0.6 || upper.Bold != lower.Bold) return false;
        if (joined.First.Bullet is not null && line.Indent > joined.First.Indent + 1 && (edges.Wraps(above, line) || !MayBegin(joined.First, line))) return true;
        if (EndsOpen(above.Text)) return edges.Wraps(above, line);
        var starts = char.IsLower(line.Text[0]);
        if (!starts && joined.First.Bullet is not null && line.GapAbove > Math.Max(0, above.GapAbove) + Apart) return false;
        if (Dates(line.Text).Any(d => (!starts || d.Start == 0) && DateSpots.Of(line.Text, d) != DateSpot.Inside)) return false;
        if (!starts && EndsWithRange(above.Text)) return false;
        return edges.Wraps(above, line) && (starts || char.IsAsciiDigit(line.Text[0]) || above.Text.Length > 40);
    }

    /// <summary>On a centred page the next entry's head stands deeper than the list item above it, as that item's second line would.</summary>
    private bool MayBegin(TextLine item, TextLine line) =>
        line.Indent > item.Indent + DeepestHanging || (!char.IsLower(line.Text[0]) && Dates(line.Text).Any(d => !d.Range.IsSingle && DateSpots.Of(line.Text, d) != DateSpot.Inside));

    /// <summary>A bracket that the next line closes; longer text in brackets is no remark to a date or name.</summary>
    private static bool HasOpenBracket(string text) => text.LastIndexOf('(') is >= 0 and var open && text.IndexOf(')', open) < 0;

    /// <summary>A range of dates ends the line that it dates.</summary>
    private bool EndsWithRange(string text) =>
        Dates(text).Any(d => !d.Range.IsSingle && DateSpots.Of(text, d) is DateSpot.LineEnd or DateSpot.LastSegment or DateSpot.OwnLine);

    private static bool EndsOpen(string text) => text.Length > 3 && (text[^1] is ',' or '&' or '|' || (text[^1] is '-' && char.IsLetter(text[^2])));

    /// <summary>"Apr. 2020" over "– today", or in the margin "March 2019 –" over "May 2021" with the entry's text beside both.</summary>
    private IEnumerable<JoinedLine>? BrokenDate(JoinedLine above, TextLine line)
    {
        if (line.Page != above.Last.Page || line.GapAbove > Close || above.Lines.Count > 2) return null;
        var upper = above.Last.Segments().ToArray();
        var lower = line.Segments().ToArray();
        var dash = line.Bullet is "-" or "–" or "—" or "−" or "~";
        if (line.Bullet is not null && !dash) return null;
        if (upper.Length > 1 && above.Lines.Count == 1 && !dash && !EntryLabels.IsAroundDate(upper[0].Text) && Range(upper[0].Text + " " + lower[0].Text, upper[0].Length, whole: true))
        {
            var date = Passage.Of(upper[0]).Append(Passage.Of(lower[0]));
            var first = new JoinedLine(above.Lines, date.Append(Passage.Of(new TextSpan(above.Last, upper[1].Start, above.Last.Text.Length - upper[1].Start)), "\t"));
            return line.Part(lower[0].End, line.Text.Length) is { } rest ? [first, new JoinedLine(rest)] : [first];
        }
        if (upper.Length > 1 && above.Lines.Count == 1 && !dash && Aligned(upper[^1], lower[^1]) && Range(upper[^1].Text + " " + lower[^1].Text, upper[^1].Length, whole: true))
        {
            // Both cells of the head are wrapped, or the date alone.
            var head = Passage.Of(above.Last.Whole.Slice(0, upper[^1].Start).Trim());
            if (lower.Length > 1) head = head.Append(Passage.Of(line.Whole.Slice(0, lower[^1].Start).Trim()));
            return [new JoinedLine([.. above.Lines, line], head.Append(Passage.Of(upper[^1]).Append(Passage.Of(lower[^1])), "\t"))];
        }
        // "01-" over "2010": the date itself is cut, not the range.
        var glue = dash ? " – " : IsCutDate(above.Text.Text, line.Text) ? "" : " ";
        return lower.Length == 1 && line.Text.Length < 40 && Range(above.Text.Text + glue + line.Text, above.Text.Text.Length, whole: false)
            ? [new JoinedLine([.. above.Lines, line], above.Text.Append(Passage.Of(line.Whole), glue))]
            : null;
    }

    private static bool Aligned(TextSpan upper, TextSpan lower) =>
        Math.Abs(upper.Box.Left - lower.Box.Left) < SameEdge || Math.Abs(upper.Box.Right - lower.Box.Right) < SameEdge;

    private static bool IsCutDate(string above, string below) =>
        above.Length > 1 && above[^1] is '-' or '/' or '.' && char.IsAsciiDigit(above[^2]) && char.IsAsciiDigit(below[0]);

    /// <summary>True when a range crosses the seam and each side of it is less than the whole.</summary>
    private bool Range(string text, int seam, bool whole)
    {
        var crossing = Dates(text).FirstOrDefault(d => d.Start < seam && d.End > seam + 1 && !d.Range.IsSingle);
        if (crossing is null) return false;
        if (whole) return crossing.Start <= 1 && (crossing.End >= text.Length - 1 || IsDuration(text.AsSpan(crossing.End)));
        // A month at the end of a line goes with the year below only where it stands as a date does.
        if (!text.AsSpan(crossing.Start, seam - crossing.Start).ContainsAnyInRange('0', '9') && crossing.Start > 0 && !BeforeDates.Contains(text.AsSpan(0, crossing.Start).TrimEnd(' ')[^1])) return false;
        return !Dates(text[..seam]).Any(d => d.Range is { End: not null } && d.Start < crossing.Start) && !Dates(text[seam..]).Any(d => d.Range is { End: not null } && (d.End + seam > crossing.End || d.Range.Start?.Month is not null));
    }

    /// <summary>"(5 jaar 4": how long it was, perhaps to be gone on with in the next line.</summary>
    private static bool IsDuration(ReadOnlySpan<char> rest)
    {
        var trimmed = rest.TrimStart();
        return trimmed.Length > 1 && trimmed[0] is '(' or ',' or '·' && trimmed[1..].TrimStart() is { Length: > 0 } digits && char.IsAsciiDigit(digits[0]);
    }

    private IReadOnlyList<DateMatch> Dates(string text) => DateRecognizer.FindAll(text, language, locale);
}
