using System.Globalization;

namespace Resumai.Reading.Docx;

/// <summary>Lengths as WordprocessingML writes them: twentieths of a point, or a number with its unit ("1.5cm").</summary>
internal static class Twips
{
    /// <summary>Points, or null when there is no length.</summary>
    public static double? Points(string? length) => Points(length, 1 / 20.0);

    /// <summary>Points of a length whose bare numbers are half points, as font sizes are written.</summary>
    public static double? HalfPoints(string? length) => Points(length, 1 / 2.0);

    private static double? Points(string? length, double unit)
    {
        if (string.IsNullOrEmpty(length)) return null;
        var (number, factor) = length.Length > 2 && char.IsAsciiLetter(length[^1])
            ? (length[..^2], length[^2..] switch { "cm" => 72 / 2.54, "mm" => 72 / 25.4, "in" => 72.0, "pc" or "pi" => 12.0, _ => 1.0 })
            : (length, unit);
        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value * factor : null;
    }
}
