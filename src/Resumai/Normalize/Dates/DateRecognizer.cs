namespace Resumai.Normalize.Dates;

/// <summary>
/// Finds dates and ranges of dates in text, in the forms European and American CVs print them: "03/2019 – heute", "marzo de 2019",
/// "2019. március", "March – August 2019", "since 2015", "’19". Years 1930–2100 only, and nothing that reads as part of a phone
/// number, an amount, a postal code, a version or a link. Context-free and thread-safe.
/// </summary>
public static class DateRecognizer
{
    /// <summary>
    /// Every date of the text, in order, none overlapping. Words that belong to the date ("since", "to", "Summer") are part of the match;
    /// brackets and durations are not. A tab or line break may stand inside a range ("2019 –⏎2021"), not inside a date.
    /// </summary>
    /// <param name="language">The document's language (ISO 639-1): its month names go before English ones and those of others; null when unknown.</param>
    /// <param name="locale">Decides 03/04/2019: month first in the United States ("en-US"), day first elsewhere and by default.</param>
    public static IReadOnlyList<DateMatch> FindAll(string text, string? language, string? locale = null)
    {
        if (!text.AsSpan().ContainsAnyInRange('0', '9')) return [];
        var tokens = DateTokenizer.Read(text);
        var words = new DateWords(language, tokens);
        var reader = new RangeReader(tokens, words, new PointReader(tokens, words, IsMonthFirst(locale)));
        var context = new DateContext(text, tokens);

        var matches = new List<DateMatch>();
        var matchedUpTo = 0;
        for (var i = 0; i < tokens.Count;)
        {
            if (MayBegin(tokens[i].Kind) && (tokens[i].Kind != DateTokenKind.Word || words.MayBegin(i)) && reader.Read(i) is { } reading && context.Accepts(i, reading, matchedUpTo))
            {
                matches.Add(new DateMatch(tokens[i].Start, tokens[reading.Next - 1].End - tokens[i].Start, reading.Range));
                i = matchedUpTo = reading.Next;
            }
            else
            {
                i++;
            }
        }
        return matches;
    }

    private static bool MayBegin(DateTokenKind kind) => kind is DateTokenKind.Number or DateTokenKind.Word or DateTokenKind.Apostrophe;

    private static bool IsMonthFirst(string? locale) => locale is not null && (locale.EndsWith("US", StringComparison.OrdinalIgnoreCase) || locale.EndsWith("PH", StringComparison.OrdinalIgnoreCase));
}
