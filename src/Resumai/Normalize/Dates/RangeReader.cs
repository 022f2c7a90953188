namespace Resumai.Normalize.Dates;

/// <summary>A date or range read at a token.</summary>
/// <param name="Next">Index of the token behind it.</param>
/// <param name="Sure">The form leaves no doubt; otherwise it counts only where it stands alone.</param>
/// <param name="BareYear">Nothing but one year of four digits: could be a number of anything.</param>
internal readonly record struct RangeReading(DateRange Range, int Next, bool Sure, bool BareYear = false);

/// <summary>Reads a range, an open range or a single date at a token.</summary>
internal sealed class RangeReader(IReadOnlyList<DateToken> tokens, DateWords words, PointReader points)
{
    public RangeReading? Read(int at) => MonthFirst(at) ?? Prefixed(at) ?? FromTo(at, sinceWord: false) ?? PresentFirst(at);

    /// <summary>"Fra 2016", "Tra 2003": a month of the document's language is no word for "from" of another.</summary>
    private RangeReading? MonthFirst(int at) => words.IsOwnMonth(at) ? FromTo(at, sinceWord: false) : null;

    /// <summary>"since 2019", "von 2015 bis 2018", "until 2019".</summary>
    private RangeReading? Prefixed(int at)
    {
        if (tokens[at].Kind != DateTokenKind.Word) return null;
        if (words.Phrase(at, "since", anyLanguage: false) is > 0 and var since && FromTo(SkipConnector(at + since), sinceWord: true) is { } open) return open;
        if (words.Phrase(at, "between") is > 0 and var between && FromTo(at + between, sinceWord: false, between: true) is { Range.IsSingle: false } both) return both;
        if (words.Phrase(at, "from") is > 0 and var from && FromTo(SkipConnector(at + from), sinceWord: false) is { Range.IsSingle: false } range) return range;
        if (words.Phrase(at, "until", anyLanguage: false) is > 0 and var until && points.Read(at + until) is { Date: { } end, Weak: false } point)
        {
            return new RangeReading(new DateRange(null, end, false), point.Next, Sure: !point.IsBareYear, BareYear: point.IsBareYear);
        }
        return null;
    }

    /// <summary>A date, and what may follow: a separator and an end, "present", or nothing.</summary>
    private RangeReading? FromTo(int at, bool sinceWord, bool between = false)
    {
        if (at >= tokens.Count) return null;
        if (points.Read(at) is not { Date: { } start } first) return SharedYear(at);

        var (next, sinceEnding, untilEnding) = Ending(first.Next);
        if (End(next, first, between) is { } end) return end;
        if (sinceEnding && points.Read(next) is { Date: { } last } until && Ending(until.Next) is { Until: true } ending)
        {
            return Ordered(start, last, ending.Next, Sure: true);
        }
        if (sinceWord || sinceEnding) return new RangeReading(new DateRange(start, null, true), next, Sure: true);
        if (untilEnding) return new RangeReading(new DateRange(null, start, false), next, Sure: true);
        if (Separator(next, between) is { } open && IsBlank(open) && (tokens[next].Kind == DateTokenKind.Dash || words.Phrase(next, "until", anyLanguage: false) == open - next))
        {
            return new RangeReading(new DateRange(start, null, true), open, Sure: !first.Weak);
        }
        return new RangeReading(new DateRange(start, null, false), first.Next, Sure: !first.Weak && !first.IsBareYear, first.IsBareYear);
    }

    private RangeReading? End(int at, DatePoint first, bool between)
    {
        if (Separator(at, between) is not { } next) return null;
        var start = first.Date!.Value;
        var here = SkipConnector(next);
        if (words.Phrase(here, "present") is > 0 and var length) return new RangeReading(new DateRange(start, null, true), here + length, Sure: true);
        if (words.Phrase(next, "present") is > 0 and var direct) return new RangeReading(new DateRange(start, null, true), next + direct, Sure: true);

        var broken = tokens[Math.Min(next, tokens.Count - 1)].Before == TokenGap.Wide;
        if (points.Read(here) is { Date: { } end } second)
        {
            if (tokens[at].Kind == DateTokenKind.Slash && !(first.IsBareYear && second.IsBareYear)) return null;
            if (second.ShortYear && second.Month == 0 && end.Year < start.Year) return null;
            if (end.Year < start.Year && broken) return null;
            return Ordered(start, end, Ending(second.Next).Next, Sure: !(first.Weak && second.Weak && first.Month > 0 && !first.ShortYear));
        }
        if (first.IsBareYear && here < tokens.Count && tokens[here].IsNumber(2, 2) && !broken && !NumberGoesOn(here + 1))
        {
            var year = start.Year / 100 * 100 + tokens[here].Value;
            if (year < start.Year) year += 100;
            if (year - start.Year <= 60) return new RangeReading(new DateRange(start, new PartialDate(year), false), here + 1, Sure: tokens[at].Kind != DateTokenKind.Slash || year - start.Year == 1);
        }
        if (first is { Month: > 0, Day: 0 } && points.ReadYearless(here) is { Day: 0, Month: <= 12 } third && third.Month > first.Month
            && (words.Month(here) > 0 || words.YearFirst) && !(third.Next < tokens.Count && tokens[third.Next].Kind == DateTokenKind.Number))
        {
            return new RangeReading(new DateRange(start, new PartialDate(start.Year, third.Month), false), Ending(third.Next).Next, Sure: true);
        }
        return null;
    }

    /// <summary>"03–08/2019", "March – August 2019", "12.–15. May 2019", "1.3.–30.6.2019": the first end without its year.</summary>
    private RangeReading? SharedYear(int at)
    {
        if (points.ReadYearless(at) is not { } first || Separator(first.Next, false) is not { } next) return null;
        var slash = tokens[first.Next].Kind == DateTokenKind.Slash;
        if (slash && words.Month(at) == 0) return null;
        if (points.Read(next) is not { Date: { } end, Weak: false } second || second.Month == 0 || second.ShortYear) return null;
        var dayOnly = words.Month(at) == 0 && first.Day == 0 && end.Day is not null;
        if (dayOnly ? first.Month >= end.Day : first.Month > 12 || first.Month > second.Month) return null;
        var start = dayOnly ? new PartialDate(end.Year, end.Month, first.Month) : new PartialDate(end.Year, first.Month, first.Day == 0 ? null : first.Day);
        return new RangeReading(new DateRange(start, end, false), Ending(second.Next).Next, Sure: true);
    }

    /// <summary>"Present – March 2015".</summary>
    private RangeReading? PresentFirst(int at)
    {
        if (words.Phrase(at, "present", anyLanguage: false) is not (> 0 and var length)) return null;
        if (Separator(at + length, false) is not { } next || tokens[at + length].Kind != DateTokenKind.Dash) return null;
        return points.Read(next) is { Date: { } start, Weak: false } point ? new RangeReading(new DateRange(start, null, true), point.Next, Sure: true) : null;
    }

    private static RangeReading Ordered(PartialDate start, PartialDate end, int next, bool Sure) =>
        new(end.CompareTo(start) < 0 && end.Year < start.Year ? new DateRange(end, start, false) : new DateRange(start, end, false), next, Sure);

    /// <summary>The token behind a separator: dashes, "to", "- bis", "/"; null when there is none.</summary>
    private int? Separator(int at, bool between)
    {
        if (at >= tokens.Count) return null;
        var next = at;
        while (next < tokens.Count && tokens[next].Kind == DateTokenKind.Dash && next - at < 3) next++;
        if (next == at && tokens[at].Kind == DateTokenKind.Dot && at + 2 < tokens.Count && tokens[at + 1].Kind == DateTokenKind.Dot)
        {
            while (next < tokens.Count && tokens[next].Kind == DateTokenKind.Dot) next++;
        }
        if (next == at && tokens[at].Kind == DateTokenKind.Slash) return at + 1;
        if (next == at && tokens[at].Kind == DateTokenKind.Comma && words.Phrase(at + 1, "present", anyLanguage: false) > 0) return at + 1;
        var to = words.Phrase(next, "to");
        // "līdz šim": up to now, where the first word alone is "to".
        if (to > 0 && words.Phrase(next, "present") > to) return next;
        next += to;
        if (next == at && between) next += words.Phrase(next, "and");
        return next > at ? next : null;
    }

    /// <summary>Endings behind a year: "2015-től", "2018-ig", "2015 óta", "2019 alkaen", "márciustól".</summary>
    private (int Next, bool Since, bool Until) Ending(int at)
    {
        if (words.MonthEndsWith(at - 1, "since_ending")) return (at, true, false);
        if (words.MonthEndsWith(at - 1, "until_ending")) return (at, false, true);
        var next = at < tokens.Count && tokens[at] is { Kind: DateTokenKind.Dash, Before: TokenGap.None } ? at + 1 : at;
        if (next >= tokens.Count || tokens[next].Before == TokenGap.Wide || (next > at && tokens[next].Before != TokenGap.None)) return (at, false, false);
        if (words.Phrase(next, "since_after") is > 0 and var since) return (next + since, true, false);
        return words.Phrase(next, "until_after") is > 0 and var until ? (next + until, false, true) : (at, false, false);
    }

    private int SkipConnector(int at) => words.Is(at, "connector") && words.Month(at) == 0 && words.Phrase(at, "present") == 0 ? at + 1 : at;

    private bool IsBlank(int at) => at >= tokens.Count || tokens[at].Before == TokenGap.Wide
        || tokens[at].Kind == DateTokenKind.Comma || tokens[at].Folded is ")" or "]" or "|" or "(" or ":" or ";" or "•" or "·";

    private bool NumberGoesOn(int at) => at + 1 < tokens.Count && tokens[at].Before == TokenGap.None
        && tokens[at].Kind is DateTokenKind.Dot or DateTokenKind.Slash or DateTokenKind.Dash or DateTokenKind.Comma
        && tokens[at + 1] is { Kind: DateTokenKind.Number, Before: TokenGap.None };
}
