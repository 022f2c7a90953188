namespace Resumai.Normalize.Dates;

/// <summary>Reads one date at a place of a text in any European form.</summary>
/// <param name="monthFirst">"03/04/2019" is the fourth of March.</param>
internal sealed class DateAtomReader(DateScanner scanner, bool monthFirst)
{
    private const int FirstYear = 1900, LastYear = 2100;

    /// <summary>Two-digit years up to this are of this century.</summary>
    private const int CenturyPivot = 49;

    /// <summary>The date that begins exactly here, null when none does.</summary>
    /// <param name="afterSeparator">The second end of a range: what stands before it is the separator, not part of a number.</param>
    public DateAtom? ReadAt(int at, bool afterSeparator = false)
    {
        if (scanner.IsDigit(at)) return !afterSeparator && BeginsInsideNumber(at) ? null : Numeric(at);
        if (DateScanner.IsApostrophe(scanner.At(at))) return ShortYear(at, at) is { } year ? new DateAtom(at, year.End, year.Year, null, null, Weak: true) : null;
        if (!scanner.IsLetter(at) || scanner.IsLetter(at - 1) || scanner.IsDigit(at - 1)) return null;
        return MonthFirst(at) ?? Season(at);
    }

    private bool BeginsInsideNumber(int at)
    {
        var before = scanner.At(at - 1);
        return char.IsLetterOrDigit(before) || before is '+' or '#' or '€' or '$' or '£' or '_' or '@'
            || (before is '.' or ',' or '/' or ':' && char.IsAsciiDigit(scanner.At(at - 2)));
    }

    private DateAtom? Numeric(int at)
    {
        var end = scanner.DigitsEnd(at);
        return (end - at) switch
        {
            4 => YearFirst(at, end),
            1 or 2 => DayOrMonthFirst(at, end),
            _ => null,
        };
    }

    /// <summary>2019 · 2019-03 · 2019.03. · 2019/03/15 · 2019. március 5.</summary>
    private DateAtom? YearFirst(int at, int end)
    {
        var year = scanner.Number(at, end);
        if (year is < FirstYear or > LastYear) return null;
        var separator = scanner.At(end);
        if (separator is '-' or '/' or '.')
        {
            var start = separator == '.' ? scanner.SkipSpaces(end + 1) : end + 1;
            var monthEnd = scanner.DigitsEnd(start);
            if (monthEnd - start == 2 || (monthEnd - start == 1 && separator != '-'))
            {
                var month = scanner.Number(start, monthEnd);
                var spaced = start > end + 1;
                if (month is >= 1 and <= 12 && (!spaced || scanner.At(monthEnd) == '.'))
                {
                    var dayStart = scanner.At(monthEnd) == separator ? (separator == '.' ? scanner.SkipSpaces(monthEnd + 1) : monthEnd + 1) : -1;
                    var dayEnd = dayStart < 0 ? -1 : scanner.DigitsEnd(dayStart);
                    if (dayStart > 0 && dayEnd - dayStart is 1 or 2 && scanner.Number(dayStart, dayEnd) is >= 1 and <= 31 and var day)
                    {
                        return Ending(at, Stop(dayEnd, separator), year, month, day);
                    }
                    if (dayStart < 0 || dayEnd == dayStart) return Ending(at, Stop(monthEnd, separator), year, month, null);
                }
            }
        }
        return YearThenMonthName(at, end, year) ?? Ending(at, end, year, null, null);

        int Stop(int afterDigits, char dot) => dot == '.' && scanner.At(afterDigits) == '.' ? afterDigits + 1 : afterDigits;
    }

    private DateAtom? YearThenMonthName(int at, int end, int year)
    {
        var next = scanner.SkipSpaces(scanner.At(end) == '.' ? end + 1 : end);
        if (scanner.PhraseEnd("link", next) is { } link) next = scanner.SkipSpaces(scanner.At(link) == '.' ? link + 1 : link);
        if (next == end || scanner.MonthAt(next) is not { } month) return null;
        var after = scanner.SkipSpaces(month.End);
        var digits = scanner.DigitsEnd(after);
        if (digits - after == 4) return null; // "2018 März 2019": the month belongs to the year behind it
        if (digits - after is 1 or 2 && scanner.At(digits) == '.' && scanner.Number(after, digits) is >= 1 and <= 31 and var day)
        {
            return Ending(at, digits + 1, year, month.Month, day);
        }
        return Ending(at, month.End, year, month.Month, null);
    }

    /// <summary>12.05.1984 · 5/12/84 · 12. 5. 1984 · 03/2019 · 3.2019 · 03/19 · 5 March 2019 · 03 (a month that waits for its year)</summary>
    private DateAtom? DayOrMonthFirst(int at, int end)
    {
        var first = scanner.Number(at, end);
        var separatorAt = scanner.SkipSpaces(end);
        var separator = scanner.At(separatorAt);
        if (separator is '.' or '/' or '-')
        {
            // Spaces around the separator only as people type them: "12. 5. 1984", "03 / 2019".
            var start = scanner.SkipSpaces(separatorAt + 1);
            var tight = separatorAt == end && start == separatorAt + 1;
            if (tight || separator == '/' || (separator == '.' && separatorAt == end))
            {
                var secondEnd = scanner.DigitsEnd(start);
                switch (secondEnd - start)
                {
                    case 4 when first is >= 1 and <= 12 && scanner.Number(start, secondEnd) is >= FirstYear and <= LastYear and var year:
                        return Ending(at, secondEnd, year, first, null);
                    case 1 or 2 when FullDate(at, first, start, secondEnd, separator) is { } full:
                        return full;
                    case 2 when tight && separator != '-' && first is >= 1 and <= 12 && scanner.At(secondEnd) != separator:
                        return Ending(at, secondEnd, Century(scanner.Number(start, secondEnd)), first, null, weak: separator == '.');
                }
                if (tight && separator == '/' && DateScanner.IsApostrophe(scanner.At(start)) && first is >= 1 and <= 12 && ShortYear(start, start) is { } shortYear)
                {
                    return Ending(at, shortYear.End, shortYear.Year, first, null);
                }
            }
        }
        if (first is >= 1 and <= 31 && DayThenMonthName(at, end, first) is { } named) return named;
        return first is >= 1 and <= 12 && end - at == 2 | DateScanner.IsDash(scanner.At(scanner.SkipSpaces(end)))
            ? new DateAtom(at, scanner.At(end) == '.' ? end + 1 : end, null, first, null, Weak: true)
            : null;
    }

    private DateAtom? FullDate(int at, int first, int start, int secondEnd, char separator)
    {
        if (scanner.At(secondEnd) != separator) return null;
        var second = scanner.Number(start, secondEnd);
        var yearStart = scanner.SkipSpaces(secondEnd + 1);
        var yearEnd = scanner.DigitsEnd(yearStart);
        int year;
        if (yearEnd - yearStart == 4) year = scanner.Number(yearStart, yearEnd);
        else if (yearEnd - yearStart == 2 && separator != '-') year = Century(scanner.Number(yearStart, yearEnd));
        else return null;
        var (day, month) = (monthFirst && first <= 12) || (second > 12 && first <= 12 && separator == '/') ? (second, first) : (first, second);
        return month is >= 1 and <= 12 && day is >= 1 and <= 31 && year is >= FirstYear and <= LastYear
            ? Ending(at, yearEnd, year, month, day)
            : null;
    }

    private DateAtom? DayThenMonthName(int at, int end, int day)
    {
        var next = end;
        if (scanner.At(next) == '.') next++;
        else if (scanner.IsLetter(next)) next = scanner.WordEnd(next) is var suffix && suffix - next <= 2 ? suffix : next;
        else if (scanner.At(next) is 'º' or 'ª' or '°') next++;
        next = scanner.SkipSpaces(next);
        if (scanner.PhraseEnd("link", next) is { } link) next = scanner.SkipSpaces(link);
        return scanner.MonthAt(next) is { } month && YearAfterMonth(month.End) is { } year && !year.Short
            ? Ending(at, year.End, year.Year, month.Month, day)
            : null;
    }

    /// <summary>March 2019 · marzo de 2019 · Sept. ’17 · Jan-19 · March 5, 2019 · März (waits for its year)</summary>
    private DateAtom? MonthFirst(int at)
    {
        if (scanner.MonthAt(at) is not { } month) return null;
        if (YearAfterMonth(month.End) is { } year) return Ending(at, year.End, year.Year, month.Month, null);
        var dayStart = scanner.SkipSpaces(month.End);
        var dayEnd = scanner.DigitsEnd(dayStart);
        if (dayEnd - dayStart is 1 or 2)
        {
            var next = scanner.IsLetter(dayEnd) && scanner.WordEnd(dayEnd) - dayEnd == 2 ? dayEnd + 2 : dayEnd;
            var yearStart = scanner.SkipSpaces(scanner.At(next) == ',' ? next + 1 : next);
            if (yearStart > next && FourDigitYear(yearStart) is { } full) return Ending(at, yearStart + 4, full, month.Month, scanner.Number(dayStart, dayEnd));
        }
        return new DateAtom(at, month.End, null, month.Month, null, Weak: true);
    }

    private DateAtom? Season(int at)
    {
        if (scanner.PhraseEnd("season", at) is not { } end) return null;
        var start = scanner.SkipSpaces(end);
        return start > end && FourDigitYear(start) is { } year ? Ending(at, start + 4, year, null, null) : null;
    }

    private (int Year, int End, bool Short)? YearAfterMonth(int at)
    {
        var next = scanner.SkipSpaces(at);
        if (scanner.PhraseEnd("link", next) is { } link) next = scanner.SkipSpaces(link);
        else if (scanner.At(next) is ',' or '/' or '.') next = scanner.SkipSpaces(next + 1);
        else if (DateScanner.IsDash(scanner.At(next)) && next == at) next++;
        if (FourDigitYear(next) is { } year) return (year, next + 4, false);
        return ShortYear(at, next) is { } found ? (found.Year, found.End, true) : null;
    }

    private int? FourDigitYear(int at)
    {
        var end = scanner.DigitsEnd(at);
        return end - at == 4 && !scanner.IsLetter(end) && scanner.Number(at, end) is >= FirstYear and <= LastYear and var year ? year : null;
    }

    /// <summary>’19, or 19 behind a month.</summary>
    private (int Year, int End)? ShortYear(int from, int at)
    {
        var apostrophe = DateScanner.IsApostrophe(scanner.At(at));
        var start = apostrophe ? at + 1 : at;
        var end = scanner.DigitsEnd(start);
        if (end - start != 2 || (!apostrophe && at == from) || scanner.At(end) is ':' or '%' or '.' or ',' || scanner.IsLetter(end)) return null;
        return (Century(scanner.Number(start, end)), end);
    }

    private DateAtom? Ending(int start, int end, int year, int? month, int? day, bool weak = false)
    {
        var after = scanner.At(end);
        if (char.IsAsciiDigit(after) || (char.IsLetter(after) && char.IsAsciiDigit(scanner.At(end - 1)))) return null;
        if (after is '%' or '€' or '$' or '£' || (after is '.' or ',' or ':' && scanner.IsDigit(end + 1))) return null;
        return new DateAtom(start, end, year, month, day, weak);
    }

    private static int Century(int twoDigits) => twoDigits <= CenturyPivot ? 2000 + twoDigits : 1900 + twoDigits;
}
