namespace Resumai.Normalize.Dates;

/// <summary>One date of a text, perhaps only part of one: a month waits for the year of its range.</summary>
/// <param name="Year">Null for a month without a year.</param>
/// <param name="Weak">A form that only counts inside a range: "03.19", "’19", a month alone.</param>
internal readonly record struct DateAtom(int Start, int End, int? Year, int? Month, int? Day, bool Weak)
{
    public bool IsYearOnly => Year is not null && Month is null;

    public PartialDate? Date => Year is { } year ? new PartialDate(year, Month, Day) : null;
}
