using System.Globalization;

namespace Resumai.Normalize.Dates;

/// <summary>A date as exact as it was printed.</summary>
public readonly record struct PartialDate(int Year, int? Month = null, int? Day = null) : IComparable<PartialDate>
{
    /// <summary>YYYY, YYYY-MM or YYYY-MM-DD.</summary>
    public override string ToString() => (Month, Day) switch
    {
        ({ } month, { } day) => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{month:00}-{day:00}"),
        ({ } month, null) => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{month:00}"),
        _ => Year.ToString("0000", CultureInfo.InvariantCulture),
    };

    public int CompareTo(PartialDate other) =>
        (Year, Month ?? 0, Day ?? 0).CompareTo((other.Year, other.Month ?? 0, other.Day ?? 0));
}

/// <summary>A date or a range of dates as printed: one date (only <see cref="Start"/>), a range, or an open range ("since 2019", "2019 – today").</summary>
/// <param name="Start">First or only date; null for "until 2019".</param>
/// <param name="End">Null for a single date and for an open range.</param>
/// <param name="IsOpen">The range has no end: the document says "present", "since", or leaves the end blank after a dash.</param>
public sealed record DateRange(PartialDate? Start, PartialDate? End, bool IsOpen)
{
    public bool IsSingle => End is null && !IsOpen;
}

/// <summary>A date or range and the characters it stands on, brackets and duration notes ("(2 yrs)") not included.</summary>
public sealed record DateMatch(int Start, int Length, DateRange Range)
{
    public int End => Start + Length;
}
