using System.Buffers;
using Resumai.Text;

namespace Resumai.Reading;

/// <summary>What a glyph says: composed, ligatures apart, one space for every kind of space, one private-use character for icons.</summary>
internal static class GlyphText
{
    /// <summary>Stands for a pictogram whose font gives it a letter's code.</summary>
    public const string Icon = "\uE000";
    private const string Bullet = "•";

    private static readonly SearchValues<string> IconFonts =
        SearchValues.Create(["Awesome", "Icon", "Webdings", "Academicons", "Emoji"], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> DingbatFonts = SearchValues.Create(["Wingdings", "Dingbats"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Null for what prints nothing.</summary>
    public static string? Of(string? value, string? fontName)
    {
        if (string.IsNullOrEmpty(value)) return null;
        if (string.IsNullOrWhiteSpace(value) || value is "\u00A0" or "\u200B" or "\uFEFF") return value is "\u200B" or "\uFEFF" ? null : " ";
        if (fontName is not null && value.Length == 1)
        {
            if (fontName.AsSpan().ContainsAny(IconFonts)) return Icon;
            // Their letters draw list marks; which letter draws which mark does not matter.
            if (fontName.AsSpan().ContainsAny(DingbatFonts)) return Bullet;
        }
        if (value.Length == 1 && value[0] < 0x80) return char.IsControl(value[0]) ? null : value;

        // Fonts mix these codes up freely; printed they all are a hyphen.
        if (value is "\u00AD" or "\u2010" or "\u2011") return "-";
        var text = HasPresentationForm(value) ? UnicodeText.DecomposeCompatibility(value) : value;
        text = UnicodeText.Compose(text);
        return text.Length == 1 && (char.IsControl(text[0]) || text[0] == '\uFFFD') ? null : text;
    }

    /// <summary>ﬁ, ﬂ, ﬃ and their like (U+FB00–FB06): the only compatibility characters taken apart; ² and № stay as printed.</summary>
    private static bool HasPresentationForm(string value) => value.AsSpan().IndexOfAnyInRange('\uFB00', '\uFB06') >= 0;
}
