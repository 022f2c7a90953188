using System.Text;

namespace Resumai.Reading.Rtf;

/// <summary>Code pages of Windows character sets (specification 1.9.1, "Font table", <c>\fcharset</c>).</summary>
internal static class RtfCodePages
{
    private const int SymbolSet = 2;

    /// <summary>The encoding of a font's bytes, null for a symbol font.</summary>
    public static Encoding? Encoding(RtfFont? font, int documentPage)
    {
        if (font?.Charset == SymbolSet) return null;
        return Page(font?.CodePage ?? OfCharset(font?.Charset) ?? documentPage) ?? Page(1252)!;
    }

    private static int? OfCharset(int? charset) => charset switch
    {
        0 => 1252, 77 => 10000, 128 => 932, 129 => 949, 130 => 1361, 134 => 936, 136 => 950, 161 => 1253, 162 => 1254, 163 => 1258, 177 => 1255,
        178 => 1256, 186 => 1257, 204 => 1251, 222 => 874, 238 => 1250, 254 => 437, 255 => 850, _ => null,
    };

    private static Encoding? Page(int number)
    {
        if (number == 65001) return System.Text.Encoding.UTF8;
        // The provider throws for numbers that are no code page at all.
        if (number is <= 0 or > 65535) return null;
        return CodePagesEncodingProvider.Instance.GetEncoding(number);
    }
}
