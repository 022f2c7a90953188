using Resumai.Knowledge;

namespace Resumai.Normalize.Dates;

/// <summary>The words of dates in a document's language. Month names collide between languages (lis, mar, set): its own language goes first.</summary>
internal sealed class DateWords(string? language, IReadOnlyList<DateToken> tokens)
{
    /// <summary>Languages that print the year first: "2019. március", "2019 m. kovas".</summary>
    public bool YearFirst { get; } = language is "hu" or "lt" or "lv" or "eu";

    /// <summary>The kinds of words that a date or range may begin with, besides months.</summary>
    private static readonly string[] Openings = ["since", "between", "from", "until", "present", "season", "year_mark"];
    private static readonly Lazy<Table[]> OpeningTerms = new(() => [.. Openings.Select(Lexicon.Dates.AllTerms)]);
    private static readonly Lazy<Table> AnyOpening = new(() => Table.Union([.. OpeningTerms.Value, Lexicon.Dates.AllTerms("month"), Lexicon.Months.AllTerms("month")]));

    private readonly int?[] _months = new int?[tokens.Count];

    /// <summary>False for a word with which no date begins in any language: most words of a CV.</summary>
    public bool MayBegin(int at)
    {
        var word = tokens[at].Folded;
        // One look-up tells for most words; behind an apostrophe a month may follow.
        if (!AnyOpening.Value.MayBeginWith(word) && !word.Contains('\'')) return false;
        return Month(at) > 0 || Array.Exists(OpeningTerms.Value, terms => terms.MayBeginWith(word));
    }

    /// <summary>The month a word token names, 1–12, or 0.</summary>
    public int Month(int at)
    {
        if (at >= tokens.Count || tokens[at].Kind != DateTokenKind.Word) return 0;
        return _months[at] ??= MonthAt(at);
    }

    /// <summary>True when the token is a month's name in the document's language.</summary>
    public bool IsOwnMonth(int at) => language is not null && Month(at) > 0 && In(language, tokens[at].Folded) is not null;

    /// <summary>True when the token is a month's name in the document's language or in English, or the document's language is not known.</summary>
    public bool IsSureMonth(int at) => language is null || IsOwnMonth(at) || (Month(at) > 0 && In("en", tokens[at].Folded) is not null);

    private int MonthAt(int at)
    {
        var word = tokens[at].Folded;
        if (MonthOf(word) is > 0 and var month) return month;
        var cut = word.LastIndexOf('\'');
        return cut is > 0 and <= 5 ? MonthOf(word[(cut + 1)..]) : 0;
    }

    /// <summary>True when the token is a word of the kind ("de", "of"), in any language.</summary>
    public bool Is(int at, string kind) =>
        at < tokens.Count && tokens[at].Kind == DateTokenKind.Word && Lexicon.Dates.AllTerms(kind).Has(tokens[at].Folded);

    /// <summary>True when the token is a month's name with one of the language's case endings of that kind ("márciustól").</summary>
    public bool MonthEndsWith(int at, string kind) => language is not null && Month(at) > 0
        && Lexicon.Dates.Terms(language, kind).Whole.Keys.Any(ending => tokens[at].Folded.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>How many tokens the longest phrase of the kind takes from here, 0 if none; "since" words are asked in the document's language and English only.</summary>
    public int Phrase(int at, string kind, bool anyLanguage = true)
    {
        if (at >= tokens.Count || tokens[at].Kind != DateTokenKind.Word) return 0;
        if (anyLanguage || language is null) return Longest(Lexicon.Dates.AllTerms(kind), at);
        return Math.Max(Longest(Lexicon.Dates.Terms(language, kind), at), Longest(Lexicon.Dates.Terms("en", kind), at));
    }

    private int Longest(Table terms, int at)
    {
        var phrase = "";
        var longest = 0;
        var next = at;
        for (var words = 0; words < terms.LongestTerm && next < tokens.Count; words++)
        {
            if (tokens[next].Kind != DateTokenKind.Word) break;
            phrase = words == 0 ? tokens[next].Folded : phrase + " " + tokens[next].Folded;
            next++;
            if (terms.Has(phrase)) longest = next - at;
            for (; IsHyphenBetweenLetters(next); next += 2)
            {
                phrase += "-" + tokens[next + 1].Folded;
                if (terms.Has(phrase)) longest = next + 2 - at;
            }
            if (next < tokens.Count && tokens[next].Kind == DateTokenKind.Dot && tokens[next].Before == TokenGap.None)
            {
                next++;
                if (longest == next - 1 - at) longest = next - at;
            }
        }
        return longest;
    }

    /// <summary>"sal-lum": what dates are parted by may also be part of a word.</summary>
    private bool IsHyphenBetweenLetters(int at) =>
        at + 1 < tokens.Count && tokens[at] is { Kind: DateTokenKind.Dash, Length: 1, Before: TokenGap.None } && tokens[at + 1] is { Kind: DateTokenKind.Word, Before: TokenGap.None };

    private int MonthOf(string word)
    {
        // Most words are no month in any language: two look-ups tell, not two a language.
        if (!Lexicon.Dates.AllTerms("month").Has(word) && !Lexicon.Months.AllTerms("month").Has(word)) return 0;
        if (language is not null && In(language, word) is { } own) return own;
        if (language != "en" && In("en", word) is { } english) return english;
        var value = 0;
        foreach (var other in Lexicon.Months.AllLanguages)
        {
            if (In(other, word) is not { } found) continue;
            if (value != 0 && value != found) return 0;
            value = found;
        }
        return value;
    }

    private static int? In(string language, string word)
    {
        var text = Lexicon.Dates.Terms(language, "month").Value(word) ?? Lexicon.Months.Terms(language, "month").Value(word);
        return text is null ? null : int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }
}
