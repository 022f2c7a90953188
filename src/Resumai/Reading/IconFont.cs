using System.Globalization;
using Resumai.Knowledge;

namespace Resumai.Reading;

/// <summary>A font whose glyphs are pictograms, and what they mean.</summary>
internal sealed class IconFont
{
    private static readonly Lazy<IReadOnlyList<IconFont>> Known = new(() =>
        [.. TermFile.Read("icons.tsv").GroupBy(r => r.Language, StringComparer.Ordinal).Select(g => new IconFont(g.Key, g))]);

    private readonly string _part;
    private readonly Dictionary<string, IconMeaning> _meanings = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, IconMeaning> _letters = new(StringComparer.Ordinal);

    private IconFont(string part, IEnumerable<TermRow> rows)
    {
        _part = part;
        foreach (var row in rows)
        {
            var meaning = Enum.Parse<IconMeaning>(row.Kind);
            foreach (var key in row.Terms)
            {
                if (key.StartsWith("U+", StringComparison.Ordinal)) _letters[((char)int.Parse(key.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()] = meaning;
                else if (key.StartsWith("G+", StringComparison.Ordinal)) _letters[((char)int.Parse(key.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture)).ToString()] = meaning;
                else if (key.Length <= 2) _letters[key] = meaning;
                else _meanings[key] = meaning;
            }
        }
    }

    /// <summary>Stands for private-use codes of fonts that are not known: Font Awesome's, which most programs use.</summary>
    public static IconFont Unknown { get; } = Known.Value.Single(f => f._part == "*");

    /// <summary>The symbols that have a code of their own in Unicode.</summary>
    public static IconFont Symbols { get; } = Known.Value.Single(f => f._part == "unicode");

    /// <summary>The icon font of this name; null for fonts of text.</summary>
    public static IconFont? Named(string fontName)
    {
        foreach (var font in Known.Value)
        {
            if (font._part is not ("*" or "unicode") && fontName.Contains(font._part, StringComparison.OrdinalIgnoreCase)) return font;
        }
        return null;
    }

    /// <summary>By the character, or the last byte of a symbol font's private-use code (U+F028 is "(").</summary>
    public IconMeaning? ByCode(string value)
    {
        if (_letters.TryGetValue(value, out var meaning)) return meaning;
        if (value is [>= '\uF020' and <= '\uF0FF' and var c] && _letters.TryGetValue(((char)(c - 0xF000)).ToString(), out meaning)) return meaning;
        // Fonts of letters have their own codes; the others share Font Awesome's, or Unicode's symbols.
        return value.Length == 1 && value[0] < 0x2000 ? null : Unknown._letters.TryGetValue(value, out meaning) || Symbols._letters.TryGetValue(value, out meaning) ? meaning : null;
    }

    /// <summary>By the glyph's name: "phone", "fa-phone", "uniF095".</summary>
    public IconMeaning? ByName(string name)
    {
        if (name.Contains('_', StringComparison.Ordinal) && name[0] != '_') name = name.Replace('_', '-');
        if (_meanings.TryGetValue(name, out var meaning)) return meaning;
        var dash = name.IndexOf('-', StringComparison.Ordinal);
        if (dash is > 0 and <= 3 && _meanings.TryGetValue(name[(dash + 1)..], out meaning)) return meaning;
        return name.Length == 7 && name.StartsWith("uni", StringComparison.Ordinal) && int.TryParse(name.AsSpan(3), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code)
            ? ByCode(((char)code).ToString()) : null;
    }
}
