namespace Resumai.Normalize.Dates;

/// <summary>One end of a range as printed, perhaps without its year ("03–08/2019").</summary>
/// <param name="Year">0 when not printed.</param>
/// <param name="Next">Index of the token behind it.</param>
/// <param name="Weak">Could be something else ("03/19", "03.19"): counts only beside another date or standing alone.</param>
/// <param name="ShortYear">The year was printed with two digits.</param>
internal readonly record struct DatePoint(int Year, int Month, int Day, int Next, bool Weak = false, bool ShortYear = false)
{
    public bool IsBareYear => Year > 0 && Month == 0 && !ShortYear;

    /// <summary>The date, if such a day exists.</summary>
    public PartialDate? Date => Year < Earliest || Year > Latest ? null
        : Month == 0 ? new PartialDate(Year)
        : Month > 12 ? null
        : Day == 0 ? new PartialDate(Year, Month)
        : Day <= DateTime.DaysInMonth(Year, Month) ? new PartialDate(Year, Month, Day) : null;

    public const int Earliest = 1930, Latest = 2100;

    /// <summary>The century of a year printed with two digits: 00–39 is 20xx, the rest 19xx.</summary>
    public static int FullYear(int twoDigits) => twoDigits < 40 ? 2000 + twoDigits : 1900 + twoDigits;
}
