using System.Buffers;
using Resumai.Text;

namespace Resumai.Reading;

/// <summary>What a glyph says: composed, ligatures apart, one space for every kind of space, one private-use character a kind of icon.</summary>
internal static class GlyphText
{
    private const string Bullet = "•";
    private static readonly SearchValues<string> DingbatFonts = SearchValues.Create(["Wingdings", "Dingbats"], StringComparison.OrdinalIgnoreCase);

    /// <summary>True for fonts whose letters draw list marks or pictograms: of others the name tells nothing.</summary>
    public static bool IsOfSymbols(string fontName) => fontName.AsSpan().ContainsAny(DingbatFonts) || IconFont.Named(fontName) is not null;

    /// <summary>Null for what prints nothing.</summary>
    public static string? Of(string? value, string? fontName)
    {
        if (string.IsNullOrEmpty(value)) return null;
        if (string.IsNullOrWhiteSpace(value) || value is "\u00A0" or "\u200B" or "\uFEFF") return value is "\u200B" or "\uFEFF" ? null : " ";
        if (fontName is not null && value.Length == 1)
        {
            // Their letters draw list marks; which letter draws which mark does not matter.
            if (fontName.AsSpan().ContainsAny(DingbatFonts)) return IconFont.Named(fontName)?.ByCode(value) is { } meaning ? Icons.Of(meaning) : Bullet;
            if (IconFont.Named(fontName) is { } icons) return Icons.Of(icons.ByCode(value) ?? IconMeaning.Other);
        }
        if (value.Length == 1 && value[0] < 0x80) return char.IsControl(value[0]) ? null : value;

        // Fonts mix these codes up freely; printed they all are a hyphen.
        if (value is "\u00AD" or "\u2010" or "\u2011") return "-";
        if (value is [>= '\uE000' and <= '\uF8FF']) return PrivateUse(value);
        var text = HasPresentationForm(value) ? UnicodeText.DecomposeCompatibility(value) : value;
        text = UnicodeText.Compose(text);
        return text.Length == 1 && (char.IsControl(text[0]) || text[0] == '\uFFFD') ? null : text;
    }

    /// <summary>ﬁ, ﬂ, ﬃ and their like (U+FB00–FB06), and the joined forms of Hebrew and Arabic letters: the only compatibility characters taken apart; ² and № stay as printed.</summary>
    private static bool HasPresentationForm(string value) =>
        value.AsSpan().IndexOfAnyInRange('\uFB00', '\uFDFF') >= 0 || value.AsSpan().IndexOfAnyInRange('\uFE70', '\uFEFC') >= 0;

    /// <summary>Private-use codes: Adobe's small capitals and old figures, the list marks of symbol fonts, else pictograms.</summary>
    private static string PrivateUse(string value) => value[0] switch
    {
        >= '\uF730' and <= '\uF739' or >= '\uF761' and <= '\uF77A' or >= '\uF7E0' and <= '\uF7FE' => ((char)(value[0] - 0xF700)).ToString(),
        '\uF0B7' or '\uF0A7' or '\uF0D8' or '\uF0FC' or '\uF076' or '\uF06C' or '\uF0A8' or '\uF06E' => Bullet,
        '\uF02D' => "-",
        _ => Icons.Of(IconFont.Unknown.ByCode(value) ?? IconMeaning.Other),
    };
}
