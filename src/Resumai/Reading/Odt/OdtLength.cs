using System.Globalization;

namespace Resumai.Reading.Odt;

/// <summary>Lengths with their unit ("0.5in"), colours and percentages as attributes of OpenDocument write them.</summary>
internal static class OdtLength
{
    /// <summary>Points; null when there is no length or it is a percentage.</summary>
    public static double? Points(string? length)
    {
        if (length is null || length.Length < 3) return null;
        var factor = length[^2..] switch { "cm" => 72 / 2.54, "mm" => 72 / 25.4, "in" => 72.0, "pt" => 1.0, "pc" => 12.0, "px" => 0.75, _ => 0 };
        return factor > 0 && double.TryParse(length.AsSpan(0, length.Length - 2), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value * factor : null;
    }

    /// <summary>1 for "100%"; null when it is no percentage.</summary>
    public static double? Percent(string? length) =>
        length is [.., '%'] && double.TryParse(length.AsSpan(0, length.Length - 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value / 100 : null;

    public static int? Color(string? color) =>
        color is ['#', .. { Length: 6 } hex] && int.TryParse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value) ? value : null;
}
