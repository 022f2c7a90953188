using Resumai.Knowledge;
using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Resumai.Reading.Pdf;

/// <summary>A glyph of a font.</summary>
/// <param name="Text">What it says; null when it prints nothing.</param>
/// <param name="IsMapped">False when the font does not say it and the code itself was taken.</param>
/// <param name="SizeFactor">How many times larger the font is drawn than its size says.</param>
/// <param name="Width">Advance, in font sizes.</param>
internal readonly record struct KnownGlyph(string? Text, bool IsMapped, double SizeFactor, double Width);

/// <summary>What the codes of one font stand for, each looked up once.</summary>
internal sealed class FontGlyphs
{
    /// <summary>Text of a glyph that the font does not know.</summary>
    public const string Nameless = "\uFFFD";
    private readonly Dictionary<int, KnownGlyph> _known = [];
    private readonly IFont _font;
    private readonly string _name;
    private readonly IPdfTokenScanner _scanner;
    private readonly IconFont? _icons;
    private readonly double _sizeFactor;
    private readonly bool _isOfSymbols;
    private readonly FontAdvances? _advances;
    private Dictionary<int, string>? _names;

    public FontGlyphs(IFont font, string name, IPdfTokenScanner scanner)
    {
        (_font, _name, _scanner) = (font, name, scanner);
        // Fonts that are not embedded are replaced and take the other's name.
        _icons = IconFont.Named(name) ?? IconFont.Named(font.Name?.Data ?? "");
        _isOfSymbols = GlyphText.IsOfSymbols(name);
        _sizeFactor = font is IType3Font ? Type3Size() : 1;
        _advances = FontDictionary() is { } dictionary ? FontAdvances.Of(dictionary, scanner) : null;
    }

    public KnownGlyph Of(int code)
    {
        if (_known.TryGetValue(code, out var glyph)) return glyph;
        return _known[code] = Find(code);
    }

    private KnownGlyph Find(int code)
    {
        var mapped = _font.TryGetUnicode(code, out var unicode) && !string.IsNullOrEmpty(unicode);
        var value = mapped ? unicode! : code is > 0 and <= 0xFFFF && !char.IsSurrogate((char)code) ? ((char)code).ToString() : "";
        var width = _advances?.Of(code) ?? _font.GetBoundingBox(code).Width;
        if (_icons is not null && Icon(code, value) is { } icon) return new KnownGlyph(icon, true, _sizeFactor, width);
        // Something is printed, and nobody says what.
        var text = GlyphText.Of(value, _isOfSymbols ? _name : null) ?? (mapped ? null : Nameless);
        return new KnownGlyph(text, mapped && value != Nameless, _sizeFactor, width);
    }

    private string? Icon(int code, string value)
    {
        if (string.IsNullOrWhiteSpace(value) && !Names().ContainsKey(code)) return null;
        var meaning = Names().TryGetValue(code, out var name) ? _icons!.ByName(name) : null;
        return Icons.Of(meaning ?? (value.Length > 0 ? _icons!.ByCode(value) : null) ?? IconMeaning.Other);
    }

    /// <summary>The glyph names that the font dictionary gives its codes (/Differences).</summary>
    private Dictionary<int, string> Names()
    {
        if (_names is not null) return _names;
        _names = [];
        if (FontDictionary() is { } font && font.TryGet(NameToken.Encoding, _scanner, out DictionaryToken? encoding)
            && encoding.TryGet(NameToken.Differences, _scanner, out ArrayToken? differences))
        {
            var code = 0;
            foreach (var token in differences.Data)
            {
                if (token is NumericToken number) code = number.Int;
                else if (token is NameToken name) _names[code++] = name.Data;
            }
        }
        return _names;
    }

    private DictionaryToken? FontDictionary() =>
        _font.Details.FontDictionaryReference is { } reference && DirectObjectFinder.TryGet(new IndirectReferenceToken(reference), _scanner, out DictionaryToken? dictionary) ? dictionary : null;

    /// <summary>
    /// Type 3 fonts choose their own unit: bitmap fonts of old programs are drawn at size 1 and scaled by their matrix. The
    /// widest advance is about an em of text.
    /// </summary>
    private double Type3Size()
    {
        var widest = 0.0;
        for (var code = 0; code < 256; code++)
        {
            try
            {
                widest = Math.Max(widest, _font.GetBoundingBox(code).Width);
            }
            // PdfPig knows no width for codes the font lacks and says so in many ways.
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                continue;
            }
        }
        return widest is > 0.3 and < 3 or 0 || !double.IsFinite(widest) ? 1 : widest;
    }
}
