namespace Resumai.Normalize.Dates;

/// <summary>
/// Finds the dates and ranges of dates in a text, in the forms Europeans print them: "03/2019 – heute", "od 2015", "Sept. ’17",
/// "March – August 2019", "2019. március". Never more exact than printed. Stateless and thread-safe.
/// </summary>
public static class DateRecognizer
{
    /// <param name="language">ISO 639-1 language of the document; null tries the languages of the lexicon. English is always read too.</param>
    /// <param name="locale">How to read 03/04/2019: month first for the United States, else day first.</param>
    /// <returns>In order, not overlapping; durations in brackets and the brackets around a date are not part of a match.</returns>
    public static IReadOnlyList<DateMatch> FindAll(string text, string? language, string? locale = null)
    {
        if (!MayHoldDate(text)) return [];
        var scanner = new DateScanner(text, DateWords.For(language));
        var ranges = new DateRangeReader(scanner, new DateAtomReader(scanner, MonthComesFirst(locale)));
        var matches = new List<DateMatch>();
        for (var at = 0; at < text.Length;)
        {
            if (ranges.ReadAt(at) is { } match && !IsPartOfNumber(scanner, match, matches))
            {
                matches.Add(match);
                at = match.End;
            }
            else
            {
                at++;
            }
        }
        return matches;
    }

    private static bool MonthComesFirst(string? locale) =>
        locale is not null && locale.Replace('_', '-').EndsWith("-US", StringComparison.OrdinalIgnoreCase);

    private static bool MayHoldDate(string text)
    {
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c)) return true;
        }
        return false;
    }

    /// <summary>A bare year between other groups of digits is part of a telephone number or an amount.</summary>
    private static bool IsPartOfNumber(DateScanner scanner, DateMatch match, List<DateMatch> before)
    {
        if (match.Length != 4 || !match.Range.IsSingle) return false;
        var previous = match.Start - 1;
        if (scanner.At(previous) is ' ' or '\u00A0' && scanner.IsDigit(previous - 1) && (before.Count == 0 || before[^1].End != previous)) return true;
        return scanner.At(match.End) is ' ' or '\u00A0' && scanner.IsDigit(match.End + 1) && scanner.DigitsEnd(match.End + 1) - match.End - 1 is 2 or 3;
    }
}
