using Resumai.Sections;

namespace Resumai.Cli.Show;

/// <summary>A colour for each kind of section: hues apart, so that neighbours differ.</summary>
internal static class SectionColors
{
    /// <summary>0xRRGGBB, light enough to read black text on.</summary>
    public static int Of(SectionKind? kind)
    {
        if (kind is null or SectionKind.Other) return 0xDDDDDD;
        var hue = (int)kind * 137.5 % 360;
        return (Channel(hue, 0) << 16) | (Channel(hue, 8) << 8) | Channel(hue, 4);
    }

    public static string Css(SectionKind? kind) => $"#{Of(kind):x6}";

    /// <summary>HSL to RGB at 75 % saturation and 78 % lightness (CSS Color 4, section 7.1).</summary>
    private static int Channel(double hue, int offset)
    {
        const double lightness = 0.78, reach = 0.75 * (1 - lightness);
        var k = (offset + (hue / 30)) % 12;
        return (int)Math.Round(255 * (lightness - (reach * Math.Max(-1, Math.Min(Math.Min(k - 3, 9 - k), 1)))));
    }
}
