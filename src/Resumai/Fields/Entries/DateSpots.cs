using Resumai.Normalize.Dates;
using Resumai.Text;

namespace Resumai.Fields.Entries;

/// <summary>Where in its line the date stands.</summary>
internal enum DateSpot { None, OwnLine, FirstSegment, LastSegment, LineStart, LineEnd, Inside }

/// <summary>Tells where dates stand in lines, and durations ("3 yrs 4 mos") from other text.</summary>
internal static class DateSpots
{
    private const int LabelWords = 2;
    private static readonly System.Buffers.SearchValues<char> WordEnds = System.Buffers.SearchValues.Create(" \t(|·•,–—");
    private const string Around = " ([|–—-·•,;:/";

    public static DateSpot Of(string text, DateMatch date)
    {
        var opening = WithoutLabel(text, date.Start);
        var before = text.AsSpan(0, opening).Trim(Around);
        var after = WithoutDuration(text.AsSpan(date.End)).Trim(" )]|–—-·•,;:/.");
        if (before.Trim('\t').Length == 0 && after.Trim('\t').Length == 0) return DateSpot.OwnLine;
        if (before.Length == 0) return after[0] == '\t' ? DateSpot.FirstSegment : DateSpot.LineStart;
        if (after.Length == 0) return before[^1] == '\t' ? DateSpot.LastSegment : DateSpot.LineEnd;
        var opened = text.AsSpan(0, opening).TrimEnd();
        var apart = opened[^1] is '(' or '[' or '|' or '·' or '•' || before[^1] == '\t' || after[0] == '\t';
        return apart ? DateSpot.LineEnd : DateSpot.Inside;
    }

    /// <summary>Where a word that only goes with dates ("Expected", "Graduated:") begins before the date; the date's own place when none does.</summary>
    public static int WithoutLabel(string text, int date)
    {
        var end = text.AsSpan(0, date).TrimEnd(" :").Length;
        var start = end;
        for (var words = 0; words < LabelWords && start > 0; words++)
        {
            start = text.AsSpan(0, start).TrimEnd().LastIndexOfAny(WordEnds) + 1;
            if (EntryLabels.IsAroundDate(text[start..end])) return start;
        }
        return date;
    }

    /// <summary>Without "(2 yrs 3 mos)" or "· 4 Monate" after a date.</summary>
    public static ReadOnlySpan<char> WithoutDuration(ReadOnlySpan<char> rest)
    {
        var trimmed = rest.TrimStart(" ·•|,;)]\t");
        var closing = trimmed.Length > 0 && trimmed[0] == '(' ? trimmed.IndexOf(')') : -1;
        if (closing > 0 && IsDuration(trimmed[1..closing])) return trimmed[(closing + 1)..];
        return IsDuration(trimmed) ? [] : rest;
    }

    /// <summary>"6 years", "3 yrs 4 mos", "2 Jahre und 1 Monat": small numbers, each with a word of time after it.</summary>
    public static bool IsDuration(ReadOnlySpan<char> text)
    {
        var trimmed = text.Trim(" ()[]·•,\t");
        if (trimmed.Length is 0 or > 40 || !trimmed.ContainsAnyInRange('0', '9')) return false;
        var words = Apart(trimmed).Split([' ', '\u00A0', ','], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > 5) return false;
        var numbers = 0;
        for (var i = 0; i < words.Length; i++)
        {
            if (!int.TryParse(words[i], out var number))
            {
                // "2017–2018, 1 jaar 1 maand" is more than a duration.
                if (words[i].AsSpan().ContainsAnyInRange('0', '9')) return false;
                continue;
            }
            // A line's end may cut the last word.
            if (numbers > 0 && i + 1 == words.Length) break;
            if (number is < 1 or > 50 || i + 1 >= words.Length || !EntryLexicon.Default.DurationUnits.Contains(UnicodeText.Fold(words[i + 1]).TrimEnd('.'))) return false;
            numbers++;
        }
        return numbers > 0 && numbers * 2 + 1 >= words.Length;
    }

    /// <summary>"26y11m" as "26 y 11 m".</summary>
    private static string Apart(ReadOnlySpan<char> text)
    {
        var apart = new System.Text.StringBuilder(text.Length + 4);
        for (var i = 0; i < text.Length; i++)
        {
            if (i > 0 && char.IsAsciiDigit(text[i]) != char.IsAsciiDigit(text[i - 1]) && (char.IsLetter(text[i]) || char.IsLetter(text[i - 1]))) apart.Append(' ');
            apart.Append(text[i]);
        }
        return apart.ToString();
    }
}
