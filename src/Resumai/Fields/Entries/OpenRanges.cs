using Resumai.Normalize.Dates;

namespace Resumai.Fields.Entries;

/// <summary>
/// "2011— Fundación" and "4/2025 - Title": a dash behind the only date of a line leaves a range open where the section's ranges are not set
/// off from what follows by one; else it is a separator like theirs.
/// </summary>
internal static class OpenRanges
{
    private const string Dashes = "-–—~";

    public static List<EntryLine> Apply(List<EntryLine> lines)
    {
        var ranges = lines.Where(l => l is { Spot: DateSpot.LineStart, Date.Range.IsSingle: false }).ToArray();
        var separated = ranges.Count(l => Dash(After(l)) > 0);
        var unseparated = ranges.Length > 0 && separated * 2 < ranges.Length;
        return lines.ConvertAll(line =>
        {
            if (line is not { Spot: DateSpot.LineStart, Date.Range: { IsSingle: true, Start: { } start } }) return line;
            var after = After(line);
            var dash = Dash(after);
            // A dash and another: the one belongs to the date, the other is the separator.
            if (dash == 0 || (!unseparated && Dash(after[dash..].TrimStart()) == 0)) return line;
            var end = line.Text.Text.Length - after.Length + dash;
            return line with { Date = new DateMatch(line.Date.Start, end - line.Date.Start, new DateRange(start, null, true)) };
        });
    }

    private static ReadOnlySpan<char> After(EntryLine line) => line.Text.Text.AsSpan(line.Date!.End).TrimStart(' ');

    private static int Dash(ReadOnlySpan<char> text) => text.Length > 1 && Dashes.Contains(text[0]) ? 1 : 0;
}
