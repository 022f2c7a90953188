namespace Resumai.Normalize.Dates;

/// <summary>Reads one date at a token: every form is tried, the longest wins.</summary>
/// <param name="monthFirst">03/04/2019 is 4 March (US).</param>
internal sealed class PointReader(IReadOnlyList<DateToken> tokens, DateWords words, bool monthFirst)
{
    private static readonly DateTokenKind[] Separators = [DateTokenKind.Dash, DateTokenKind.Dot, DateTokenKind.Slash];

    /// <summary>The date that begins at the token.</summary>
    public DatePoint? Read(int at)
    {
        DatePoint? best = null;
        foreach (var point in Forms(at))
        {
            if (point.Date is not null && (best is not { } b || point.Next > b.Next)) best = point;
        }
        return best;
    }

    /// <summary>A month, day and month, or day whose year stands elsewhere: "March", "03", "1.3.".</summary>
    public DatePoint? ReadYearless(int at)
    {
        if (words.Month(at) is > 0 and var named) return new DatePoint(0, named, 0, SkipDot(at + 1));
        if (!Number(at, 1, 2, out var first)) return null;
        if (Is(at + 1, DateTokenKind.Dot) && Number(at + 2, 1, 2, out var month) && month <= 12 && first <= 31 && !Is(at + 2, DateTokenKind.Dot))
        {
            return new DatePoint(0, month, first, SkipDot(at + 3));
        }
        if (words.Month(SkipOrdinal(at + 1)) is > 0 and var dayMonth && first is > 0 and <= 31)
        {
            return new DatePoint(0, dayMonth, first, SkipDot(SkipOrdinal(at + 1) + 1));
        }
        return first is > 0 and <= 31 ? new DatePoint(0, first, 0, SkipDot(at + 1)) : null;
    }

    private IEnumerable<DatePoint> Forms(int at)
    {
        if (at >= tokens.Count) return [];
        var token = tokens[at];
        return token.Kind switch
        {
            DateTokenKind.Number when token.Length == 4 => YearFirst(at, token.Value),
            DateTokenKind.Number when token.Length <= 2 => [.. NumericForms(at, token.Value), .. DayAndMonthName(at, token.Value)],
            DateTokenKind.Apostrophe when Number(at + 1, 2, 2, out var year) && Tight(at + 1) => [new DatePoint(DatePoint.FullYear(year), 0, 0, at + 2, ShortYear: true)],
            DateTokenKind.Word => WordForms(at),
            _ => [],
        };
    }

    /// <summary>2019, 2019-03, 2019.03.15, 2019. március 15., 2019 Summer.</summary>
    private IEnumerable<DatePoint> YearFirst(int at, int year)
    {
        yield return new DatePoint(year, 0, 0, AfterYear(at + 1));
        foreach (var separator in Separators)
        {
            if (YearMonthDay(at, year, separator) is { } point) yield return point;
        }
        var next = SkipDot(at + 1);
        if (words.Is(next, "year_mark") && words.Month(next) == 0) next = SkipDot(next + 1);
        if (words.Month(next) is > 0 and var month && (words.YearFirst || (next == at + 1 && words.IsSureMonth(next))) && !YearFollows(next + 1))
        {
            var after = SkipDot(next + 1);
            yield return new DatePoint(year, month, 0, after);
            if (words.YearFirst && Number(after, 1, 2, out var day) && day is > 0 and <= 31) yield return new DatePoint(year, month, day, SkipDot(after + 1));
        }
        if (words.Phrase(SkipDot(at + 1), "season") is > 0 and var count && !YearFollows(SkipDot(at + 1) + count))
        {
            yield return new DatePoint(year, 0, 0, SkipDot(at + 1) + count);
        }
    }

    private DatePoint? YearMonthDay(int at, int year, DateTokenKind separator)
    {
        if (!Is(at + 1, separator) || !Number(at + 2, 1, 2, out var month) || month is 0 or > 12) return null;
        if (separator == DateTokenKind.Dash && !IsHyphen(at + 1)) return null;
        var spaced = !Tight(at + 1) || !Tight(at + 2);
        if (spaced && !(separator == DateTokenKind.Dot && words.YearFirst)) return null;
        if (Is(at + 3, separator) && Number(at + 4, 1, 2, out var day) && day is > 0 and <= 31 && (words.YearFirst || Tight(at + 4)))
        {
            var end = separator == DateTokenKind.Dot ? SkipDot(at + 5) : at + 5;
            return new DatePoint(year, month, day, end);
        }
        var twoDigits = tokens[at + 2].Length == 2;
        if (!twoDigits && !(separator == DateTokenKind.Dot && (words.YearFirst || Is(at + 3, DateTokenKind.Dot)))) return null;
        if (separator == DateTokenKind.Slash && month == (year + 1) % 100) return null;
        if (separator == DateTokenKind.Dot && !words.YearFirst && !twoDigits) return null;
        return new DatePoint(year, month, 0, separator == DateTokenKind.Dot && words.YearFirst ? SkipDot(at + 3) : at + 3);
    }

    /// <summary>12.05.1984, 5/12/1984, 03/2019, 03.2019, 03-2019, 03/19.</summary>
    private IEnumerable<DatePoint> NumericForms(int at, int first)
    {
        if (at + 2 >= tokens.Count) yield break;
        var separator = tokens[at + 1].Kind;
        if (separator is DateTokenKind.Number && tokens[at].Length == 2 && first is > 0 and <= 12 && Year(at + 1, out var spacedYear))
        {
            yield return new DatePoint(spacedYear, first, 0, at + 2, Weak: true);
        }
        if (separator is not (DateTokenKind.Dot or DateTokenKind.Slash or DateTokenKind.Dash) || (separator == DateTokenKind.Dash && !IsHyphen(at + 1))) yield break;
        if (!Tight(at + 1) && separator != DateTokenKind.Slash) yield break;
        if (!Tight(at + 2) && separator == DateTokenKind.Dash) yield break;

        if (first is > 0 and <= 12 && Year(at + 2, out var year)) yield return new DatePoint(year, first, 0, AfterYear(at + 3));
        var shortYear = Is(at + 2, DateTokenKind.Apostrophe) ? at + 3 : at + 2;
        if (first is > 0 and <= 12 && separator != DateTokenKind.Dash && Number(shortYear, 2, 2, out var two) && Tight(shortYear))
        {
            yield return new DatePoint(DatePoint.FullYear(two), first, 0, shortYear + 1, Weak: shortYear == at + 2, ShortYear: true);
        }
        if (!Number(at + 2, 1, 2, out var second) || !Is(at + 3, separator)) yield break;
        var (day, month) = first > 12 || second > 12 ? first > 12 ? (first, second) : (second, first)
            : monthFirst && separator != DateTokenKind.Dot ? (second, first) : (first, second);
        if (month is 0 or > 12 || day is 0 or > 31) yield break;
        if (Year(at + 4, out var fullYear)) yield return new DatePoint(fullYear, month, day, AfterYear(at + 5));
        else if (separator != DateTokenKind.Dash && Number(at + 4, 2, 2, out var shortFull) && Tight(at + 4) && tokens[at].Length + tokens[at + 2].Length >= 3)
        {
            yield return new DatePoint(DatePoint.FullYear(shortFull), month, day, at + 5, ShortYear: true);
        }
    }

    /// <summary>12. Mai 1984, 12 de mayo de 1984, 1er mars 2020, 12th May 2018.</summary>
    private IEnumerable<DatePoint> DayAndMonthName(int at, int day)
    {
        if (day is 0 or > 31) yield break;
        var next = SkipConnectors(SkipOrdinal(at + 1));
        if (words.Month(next) is not (> 0 and var month)) yield break;
        foreach (var point in YearAfterMonth(next + 1, month, day)) yield return point;
    }

    private IEnumerable<DatePoint> WordForms(int at)
    {
        if (words.Month(at) is > 0 and var month)
        {
            foreach (var point in YearAfterMonth(at + 1, month, 0)) yield return point;
            // Across a wide gap a name that is a month's somewhere stands beside a date: "Clinica De Marco ⇥ 05.2025".
            if (Number(SkipDot(at + 1), 1, 2, out var day) && day is > 0 and <= 31 && tokens[SkipDot(at + 1)].Before != TokenGap.Wide)
            {
                var next = SkipOrdinal(SkipDot(at + 1) + 1);
                if (Is(next, DateTokenKind.Comma)) next++;
                if (Year(next, out var year)) yield return new DatePoint(year, month, day, AfterYear(next + 1));
            }
        }
        if (words.Phrase(at, "season") is > 0 and var length)
        {
            var next = at + length;
            if (Is(next, DateTokenKind.Dash) && Tight(next) && Tight(next + 1)) next++;
            next = SkipConnectors(SkipDot(next));
            if (Is(next, DateTokenKind.Comma)) next++;
            if (Year(next, out var year)) yield return new DatePoint(year, 0, 0, SchoolYear(next + 1, year));
            else if (Read(next) is { Month: > 0 } inner) yield return inner;
        }
        if (words.Is(at, "year_mark") && words.Month(at) == 0 && Year(SkipDot(at + 1), out var marked)) yield return new DatePoint(marked, 0, 0, SkipDot(at + 1) + 1);
    }

    /// <summary>The year behind a month's name: " 2019", ". 2019", " de 2019", "-19", "/2019", ", 2019", " ’17", " 17".</summary>
    private IEnumerable<DatePoint> YearAfterMonth(int at, int month, int day)
    {
        var next = SkipConnectors(SkipDot(at));
        if (next < tokens.Count && tokens[next].Kind is DateTokenKind.Comma or DateTokenKind.Slash) next++;
        else if (Is(next, DateTokenKind.Dash) && IsHyphen(next) && Tight(next) && Tight(next + 1)) next++;
        // Across a wide gap the word is a place's or a person's name: "Zambujeira do Mar ⇥ 2004".
        if (next < tokens.Count && tokens[next].Before == TokenGap.Wide) yield break;
        var joined = next > 0 && tokens[next - 1].Kind == DateTokenKind.Dash;
        if (Year(next, out var year)) yield return new DatePoint(year, month, day, AfterYear(next + 1));
        if (Is(next, DateTokenKind.Apostrophe) && Number(next + 1, 2, 2, out var marked) && Tight(next + 1))
        {
            yield return new DatePoint(DatePoint.FullYear(marked), month, day, next + 2, ShortYear: true);
        }
        else if (Number(next, 2, 2, out var bare) && !NumberGoesOn(next + 1) && (joined || bare > 31 || !WordFollows(next + 1)))
        {
            yield return new DatePoint(DatePoint.FullYear(bare), month, day, next + 1, ShortYear: true);
        }
    }

    /// <summary>"WS 2018/19", "2018/2019": the second year of a term that goes over new year.</summary>
    private int SchoolYear(int at, int year) =>
        Is(at, DateTokenKind.Slash) && Tight(at + 1) && at + 1 < tokens.Count && tokens[at + 1].Kind == DateTokenKind.Number
        && (tokens[at + 1].Value == (year + 1) % 100 || tokens[at + 1].Value == year + 1) ? at + 2 : AfterYear(at);

    private int AfterYear(int at)
    {
        // "2021. – 2026.": an ordinal's full stop, which ends no sentence when a dash follows.
        if (Is(at, DateTokenKind.Dot) && Tight(at) && Is(at + 1, DateTokenKind.Dash)) return at + 1;
        if (at < tokens.Count && tokens[at].Length <= 2 && tokens[at].Before != TokenGap.Wide && Is(at + 1, DateTokenKind.Dot) && Tight(at + 1) && words.Is(at, "year_mark")) return at + 2;
        return at < tokens.Count && tokens[at].Length > 2 && tokens[at].Before != TokenGap.Wide && words.Is(at, "year_mark") && words.Month(at) == 0 ? at + 1 : at;
    }

    private int SkipDot(int at) => Is(at, DateTokenKind.Dot) && Tight(at) ? at + 1 : at;

    private int SkipOrdinal(int at)
    {
        if (at < tokens.Count && (tokens[at].Kind == DateTokenKind.Other || (tokens[at].Kind == DateTokenKind.Word && tokens[at].Length <= 3 && words.Month(at) == 0)) && Tight(at)) at++;
        return SkipDot(at);
    }

    private int SkipConnectors(int at)
    {
        for (var i = 0; i < 2 && words.Is(at, "connector") && words.Month(at) == 0; i++) at = SkipDot(at + 1);
        return at;
    }

    private bool Year(int at, out int year) => Number(at, 4, 4, out year) && year is >= DatePoint.Earliest and <= DatePoint.Latest;

    private bool YearFollows(int at) => Year(SkipDot(at), out _) || (Is(SkipDot(at), DateTokenKind.Apostrophe) && Number(SkipDot(at) + 1, 2, 2, out _));

    private bool NumberGoesOn(int at) => at + 1 < tokens.Count && tokens[at].Before == TokenGap.None
        && tokens[at].Kind is DateTokenKind.Dot or DateTokenKind.Slash or DateTokenKind.Comma && tokens[at + 1].Kind == DateTokenKind.Number && Tight(at + 1);

    private bool WordFollows(int at) => at < tokens.Count && tokens[at] is { Kind: DateTokenKind.Word, Before: not TokenGap.Wide }
        && words.Phrase(at, "to") == 0 && words.Phrase(at, "present") == 0;

    private bool Number(int at, int fewest, int most, out int value)
    {
        value = at < tokens.Count ? tokens[at].Value : -1;
        return at < tokens.Count && tokens[at].IsNumber(fewest, most);
    }

    private bool Is(int at, DateTokenKind kind) => at < tokens.Count && tokens[at].Kind == kind;

    private bool Tight(int at) => at < tokens.Count && tokens[at].Before == TokenGap.None;

    private bool IsHyphen(int at) => tokens[at] is { Length: 1, Folded: "-" or "‐" or "‑" };
}
