using Resumai.Knowledge;
using Resumai.Normalize.Dates;

namespace Resumai.Fields.Entries;

/// <summary>The two ends of a range in cells of their own: "03/2019 ⇥ 08/2021" below "From" and "To", or a dash that was not read.</summary>
internal static class DateCells
{
    /// <summary>The dates with those joined that fill cells side by side, the earlier first, the second perhaps "today".</summary>
    public static IReadOnlyList<DateMatch> Joined(string text, IReadOnlyList<DateMatch> dates)
    {
        if (dates.Count == 0 || !text.Contains('\t', StringComparison.Ordinal)) return dates;
        var result = new List<DateMatch>();
        foreach (var date in dates)
        {
            if (result.Count > 0 && result[^1] is { Range: { IsSingle: true, Start: { } start } } first && date.Range is { IsSingle: true, Start: { } end }
                && FillCells(text, first, date) && end.CompareTo(start) >= 0)
            {
                result[^1] = new DateMatch(first.Start, date.End - first.Start, new DateRange(start, end, false));
            }
            else
            {
                result.Add(date);
            }
        }
        return [.. result.Select(d => Open(text, d))];
    }

    private static bool FillCells(string text, DateMatch first, DateMatch second) =>
        IsCell(text, first.Start, first.End) && IsCell(text, second.Start, second.End) && text.AsSpan(first.End, second.Start - first.End).Trim(' ') is "\t";

    private static DateMatch Open(string text, DateMatch date)
    {
        if (date.Range is not { IsSingle: true, Start: { } start } || !IsCell(text, date.Start, date.End)) return date;
        var next = date.End + 1;
        if (next >= text.Length || text[date.End] != '\t') return date;
        var end = text.IndexOf('\t', next) is > 0 and var tab ? tab : text.Length;
        return Lexicon.Dates.AllTerms("present").Has(Tokens.Phrase(text[next..end])) ? new DateMatch(date.Start, end - date.Start, new DateRange(start, null, true)) : date;
    }

    private static bool IsCell(string text, int start, int end) => (start == 0 || text[start - 1] == '\t') && (end == text.Length || text[end] == '\t');
}
