using System.Globalization;
using System.Text;

namespace Resumai.Reading.Structure;

/// <summary>Numbers of list items as they are printed.</summary>
internal static class NumberText
{
    private static readonly (int Value, string Letters)[] Roman =
        [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];

    /// <summary>A number in the style that its first member shows: "1", "a", "A", "i" or "I".</summary>
    public static string Of(int number, string style) => style switch
    {
        "a" when number > 0 => Letters(number),
        "A" when number > 0 => Letters(number).ToUpperInvariant(),
        "i" when number is > 0 and < 4000 => Romans(number),
        "I" when number is > 0 and < 4000 => Romans(number).ToUpperInvariant(),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string Letters(int number) => new((char)('a' + ((number - 1) % 26)), Math.Min(1 + ((number - 1) / 26), 10));

    private static string Romans(int number)
    {
        var text = new StringBuilder();
        foreach (var (value, letters) in Roman)
        {
            for (; number >= value; number -= value) text.Append(letters);
        }
        return text.ToString();
    }
}
