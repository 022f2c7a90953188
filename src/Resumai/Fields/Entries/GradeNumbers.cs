namespace Resumai.Fields.Entries;

/// <summary>Grades that are nothing but numbers: "2,0", "110/110", "8.7", "4,2/5", "95 %".</summary>
internal static class GradeNumbers
{
    private const int MostDigits = 7;

    public static bool IsGrade(ReadOnlySpan<char> text)
    {
        var digits = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c)) digits++;
            else if (c is not ('.' or ',' or '/' or ' ' or '%' or '-' or '+' or ':')) return false;
        }
        return digits is > 0 and <= MostDigits && !(digits == 4 && text.Length == 4);
    }
}
