namespace Resumai.Normalize.Dates;

/// <summary>Reads a range, an open range or a single date at a place of a text.</summary>
internal sealed class DateRangeReader(DateScanner scanner, DateAtomReader atoms)
{
    public DateMatch? ReadAt(int at) => Worded(at) ?? Plain(at, at);

    /// <summary>"since 2019", "from 2015 to 2018", "until 2012".</summary>
    private DateMatch? Worded(int at)
    {
        if (!scanner.IsLetter(at) || scanner.IsLetter(at - 1)) return null;
        if (scanner.PhraseEnd("since", at) is { } since && Next(since) is { } sinceDate && Plain(at, sinceDate) is { } found)
        {
            return found.Range.IsSingle ? found with { Range = found.Range with { IsOpen = true } } : found;
        }
        if (scanner.PhraseEnd("from", at) is { } from && Next(from) is { } fromDate && Plain(at, fromDate) is { Range.IsSingle: false } range) return range;
        if (scanner.PhraseEnd("until", at) is { } until && Next(until) is { } untilDate && atoms.ReadAt(untilDate) is { Year: not null, Weak: false } end)
        {
            return Match(at, end.End, new DateRange(null, end.Date, IsOpen: false));
        }
        return null;

        int? Next(int wordEnd) => scanner.SkipSpaces(wordEnd) is var next && next > wordEnd ? next : null;
    }

    /// <param name="start">Where the match begins: at a word before the date, or at the date itself.</param>
    private DateMatch? Plain(int start, int at)
    {
        if (atoms.ReadAt(at) is not { } first) return null;
        if (AfterSeparator(first) is { } second)
        {
            if (PresentAt(second.At) is { } present && first.Year is not null) return Match(start, present, new DateRange(first.Date, null, IsOpen: true));
            if (End(first, second.At, second.Tight) is { } last && Joined(first, last) is { } range) return Match(start, Suffix(last.End), range);
            if (second.IsDash && second.AtEnd && first is { Year: not null, Weak: false }) return Match(start, first.End, new DateRange(first.Date, null, IsOpen: true));
        }
        if (first.Year is null || first.Weak) return null;
        var after = scanner.SkipSpaces(first.End);
        if (scanner.PhraseEnd("since_after", scanner.At(after) == '-' ? after + 1 : after) is { } since) return Match(start, since, new DateRange(first.Date, null, IsOpen: true));
        if (after > first.End && PresentAt(after) is { } now && first.Month is not null) return Match(start, now, new DateRange(first.Date, null, IsOpen: true));
        return Match(start, first.End, new DateRange(first.Date, null, IsOpen: false));
    }

    /// <summary>Where the second end may begin, behind a dash or a joining word.</summary>
    private (int At, bool IsDash, bool Tight, bool AtEnd)? AfterSeparator(DateAtom first)
    {
        var at = HungarianFrom(first.End);
        var space = scanner.SkipSpaces(at);
        var dashes = space;
        while (DateScanner.IsDash(scanner.At(dashes))) dashes++;
        if (dashes > space)
        {
            var next = scanner.SkipSpaces(dashes);
            // "2019 – bis heute": both.
            if (scanner.PhraseEnd("to", next) is { } both && PresentAt(next) is null) next = scanner.SkipSpaces(both);
            return (next, true, dashes == at + 1 && next == dashes, scanner.At(next) is '\0' or ')' or '\t' or '\n');
        }
        if (scanner.At(space) == '/' && first.Year is not null) return (scanner.SkipSpaces(space + 1), false, space == at, false);
        if (space > at && PresentAt(space) is not null && first.Month is null && scanner.PhraseEnd("to", space) is null) return null;
        if (space > at && scanner.PhraseEnd("to", space) is { } word && scanner.SkipSpaces(word) is var after && after > word) return (after, false, false, false);
        if (at > first.End && space > at) return (space, false, false, false);
        return null;
    }

    private DateAtom? End(DateAtom first, int at, bool tight)
    {
        // "2019–21", "2019/20": the second year is cut short.
        if (tight && first.IsYearOnly && scanner.DigitsEnd(at) - at == 2 && !char.IsLetter(scanner.At(at + 2)) && scanner.At(at + 2) is not ('.' or '/' or '-'))
        {
            var year = (first.Year!.Value / 100 * 100) + scanner.Number(at, at + 2);
            if (year > first.Year) return new DateAtom(at, at + 2, year, null, null, Weak: false);
        }
        return atoms.ReadAt(at, afterSeparator: true);
    }

    private static DateRange? Joined(DateAtom first, DateAtom last)
    {
        if (last.Year is null) return null;
        // "March – August 2019": the year is printed once.
        var start = first.Year is null ? new PartialDate(last.Year.Value, first.Month, first.Day) : first.Date!.Value;
        var end = last.Date!.Value;
        if (first.Year is null && (last.Month is null || start.Month > end.Month)) return null;
        return start.Year > end.Year || (start.Year == end.Year && start.Month > end.Month) ? null : new DateRange(start, end, IsOpen: false);
    }

    private int? PresentAt(int at)
    {
        if (scanner.PhraseEnd("present", at) is { } end) return scanner.At(end) == '.' && scanner.At(end - 1) == 'd' ? end + 1 : end;
        // "bis heute" where the joining word and the present are two words.
        return scanner.PhraseEnd("to", at) is { } word && scanner.PhraseEnd("present", scanner.SkipSpaces(word)) is { } after ? after : null;
    }

    /// <summary>"2015-től 2018-ig": Hungarian marks both ends by suffixes.</summary>
    private int HungarianFrom(int at) => AfterSuffix(AfterSuffix(at, "től"), "tól");

    private int Suffix(int at) => AfterSuffix(at, "ig");

    private int AfterSuffix(int at, string suffix)
    {
        if (!DateScanner.IsDash(scanner.At(at))) return at;
        for (var i = 0; i < suffix.Length; i++)
        {
            if (char.ToLowerInvariant(scanner.At(at + 1 + i)) != suffix[i]) return at;
        }
        var end = at + 1 + suffix.Length;
        return scanner.IsLetter(end) ? at : end;
    }

    private static DateMatch Match(int start, int end, DateRange range) => new(start, end - start, range);
}
