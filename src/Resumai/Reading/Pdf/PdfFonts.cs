using System.Runtime.CompilerServices;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;

namespace Resumai.Reading.Pdf;

/// <summary>Fonts, glyphs and colours of one document, each worked out once.</summary>
internal sealed class PdfFonts
{
    private readonly Dictionary<(IFont Font, double Size, int? Color, bool Bold), Font> _fonts = new(new SameFont());
    private readonly Dictionary<IFont, FontGlyphs> _glyphs = new(ReferenceEqualityComparer.Instance);
    private (IFont Font, double Size, int? Color, bool Bold) _lastKey;
    private Font? _lastFont;
    private (IFont Font, FontGlyphs Glyphs)? _lastGlyphs;
    private (IColor Color, int? Value)? _lastColor;

    public Font Of(IFont font, double size, int? color, bool stroked)
    {
        var key = (font, size, color, stroked);
        if (_lastFont is not null && ReferenceEquals(_lastKey.Font, font) && _lastKey.Size == size && _lastKey.Color == color && _lastKey.Bold == stroked) return _lastFont;
        if (!_fonts.TryGetValue(key, out var known))
        {
            var name = FontNames.Family(NameOf(font));
            var bold = stroked || font.Details.IsBold || font.Details.Weight >= 600 || FontNames.SayBold(name);
            known = _fonts[key] = new Font(name, size, bold, font.Details.IsItalic || FontNames.SayItalic(name), color);
        }
        (_lastKey, _lastFont) = (key, known);
        return known;
    }

    public KnownGlyph Glyph(IFont font, int code, IPdfTokenScanner scanner)
    {
        if (_lastGlyphs is not { } last || !ReferenceEquals(last.Font, font))
        {
            if (!_glyphs.TryGetValue(font, out var glyphs)) _glyphs[font] = glyphs = new FontGlyphs(font, NameOf(font), scanner);
            _lastGlyphs = last = (font, glyphs);
        }
        return last.Glyphs.Of(code);
    }

    private static string NameOf(IFont font) => font.Details.Name is { Length: > 0 } name ? name : font.Name?.Data ?? "";

    /// <summary>0xRRGGBB; null for patterns and what cannot be worked out.</summary>
    public int? Color(IColor? color)
    {
        if (color is null) return null;
        if (_lastColor is { } last && ReferenceEquals(last.Color, color)) return last.Value;
        var value = Value(color);
        _lastColor = (color, value);
        return value;
    }

    private static int? Value(IColor color)
    {
        if (color is PatternColor) return null;
        var (red, green, blue) = color.ToRGBValues();
        return (Part(red) << 16) | (Part(green) << 8) | Part(blue);
    }

    private static int Part(double value) => (int)Math.Round(Math.Clamp(value, 0, 1) * 255);

    private sealed class SameFont : IEqualityComparer<(IFont Font, double Size, int? Color, bool Bold)>
    {
        public bool Equals((IFont Font, double Size, int? Color, bool Bold) x, (IFont Font, double Size, int? Color, bool Bold) y) =>
            ReferenceEquals(x.Font, y.Font) && x.Size == y.Size && x.Color == y.Color && x.Bold == y.Bold;

        public int GetHashCode((IFont Font, double Size, int? Color, bool Bold) key) => HashCode.Combine(RuntimeHelpers.GetHashCode(key.Font), key.Size, key.Color, key.Bold);
    }
}
