using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Graphics.Colors;

namespace Resumai.Reading.Pdf;

/// <summary>Turns what a PDF says of a letter's font into <see cref="Font"/>; letters in a row share one instance.</summary>
internal sealed class PdfFonts
{
    private readonly Dictionary<(string? Name, double Size, int? Color, bool Bold), Font> _known = [];

    public Font Of(Letter letter, double size)
    {
        var color = Color(letter.Color);
        var declaredBold = letter.FontDetails.IsBold || letter.FontDetails.Weight >= 600;
        var key = (letter.FontName, size, color, declaredBold);
        if (_known.TryGetValue(key, out var font)) return font;

        var name = FamilyName(letter.FontName);
        font = new Font(name, size, declaredBold || NameSaysBold(name), letter.FontDetails.IsItalic || NameSaysItalic(name), color);
        _known[key] = font;
        return font;
    }

    /// <summary>"ABCDEF+Carlito-Bold" is Carlito-Bold: the prefix only marks a subset (ISO 32000-1, 9.6.4).</summary>
    private static string FamilyName(string? name) =>
        name is null ? "" : name.Length > 7 && name[6] == '+' && name.AsSpan(0, 6).IndexOfAnyExceptInRange('A', 'Z') < 0 ? name[7..] : name;

    private static bool NameSaysBold(string name) =>
        Has(name, "bold") || Has(name, "black") || Has(name, "heavy") || Has(name, "-demi") || Has(name, "medi-") || name.EndsWith("-Medi", StringComparison.Ordinal)
        // The bold cuts of TeX's fonts: cmbx10, SFBX1000, lmbx, ecbx.
        || name.StartsWith("CMBX", StringComparison.OrdinalIgnoreCase) || name.StartsWith("SFBX", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("ECBX", StringComparison.OrdinalIgnoreCase) || name.StartsWith("LMBX", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("CMSSBX", StringComparison.OrdinalIgnoreCase) || name.StartsWith("SFSX", StringComparison.OrdinalIgnoreCase);

    private static bool NameSaysItalic(string name) => Has(name, "italic") || Has(name, "oblique") || Has(name, "slanted");

    private static bool Has(string name, string part) => name.Contains(part, StringComparison.OrdinalIgnoreCase);

    public static int? Color(IColor? color)
    {
        if (color is null or PatternColor) return null;
        var (red, green, blue) = color.ToRGBValues();
        return (Part(red) << 16) | (Part(green) << 8) | Part(blue);
    }

    private static int Part(double value) => (int)Math.Round(Math.Clamp(value, 0, 1) * 255);
}
