using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Resumai.Reading.Pdf;

/// <summary>
/// The advances that a font's dictionary lists (ISO 32000-1, 9.2.4 and 9.7.4.3). PdfPig would work out the outline of a glyph
/// before it tells the same.
/// </summary>
internal sealed class FontAdvances
{
    private const double DefaultOfComposite = 1000;
    private readonly Dictionary<int, double> _listed;
    private readonly double? _default;

    private FontAdvances(Dictionary<int, double> listed, double? @default) => (_listed, _default) = (listed, @default);

    /// <summary>Null where the dictionary does not list them in the plain way.</summary>
    public static FontAdvances? Of(DictionaryToken font, IPdfTokenScanner scanner)
    {
        if (!font.TryGet(NameToken.Subtype, scanner, out NameToken? kind)) return null;
        if (kind.Data == "Type0") return Composite(font, scanner);
        if (kind.Data is not ("TrueType" or "Type1")
            || !font.TryGet(NameToken.FontDescriptor, scanner, out DictionaryToken? descriptor)
            || !(kind.Data == "Type1" ? descriptor.ContainsKey(NameToken.FontFile) || descriptor.ContainsKey(NameToken.FontFile3) : descriptor.ContainsKey(NameToken.FontFile2))
            || !font.TryGet(NameToken.FirstChar, scanner, out NumericToken? first) || !font.TryGet(NameToken.Widths, scanner, out ArrayToken? widths)) return null;
        var listed = new Dictionary<int, double>(widths.Length);
        for (var i = 0; i < widths.Length; i++)
        {
            if (widths[i] is not NumericToken width) return null;
            // As PdfPig does, to the last bit.
            listed[first.Int + i] = kind.Data == "TrueType" ? width.Data * 0.001 : width.Data / 1000.0;
        }
        return new FontAdvances(listed, null);
    }

    /// <summary>In font sizes; null where the dictionary does not tell.</summary>
    public double? Of(int code) => _listed.TryGetValue(code, out var advance) ? advance : _default;

    /// <summary>Of fonts whose codes are the numbers of their glyphs.</summary>
    private static FontAdvances? Composite(DictionaryToken font, IPdfTokenScanner scanner)
    {
        if (!font.TryGet(NameToken.Encoding, scanner, out NameToken? encoding) || encoding.Data != "Identity-H"
            || !font.TryGet(NameToken.DescendantFonts, scanner, out ArrayToken? descendants) || descendants.Length == 0
            || !UglyToad.PdfPig.Parser.Parts.DirectObjectFinder.TryGet(descendants[0], scanner, out DictionaryToken? glyphs)) return null;
        var usual = glyphs.TryGet(NameToken.Dw, scanner, out NumericToken? given) ? given.Data : DefaultOfComposite;
        var listed = new Dictionary<int, double>();
        if (glyphs.TryGet(NameToken.W, scanner, out ArrayToken? runs) && !Read(runs.Data, listed)) return null;
        return new FontAdvances(listed, usual / 1000.0);
    }

    /// <summary>"first [advances]" and "first last advance" by turns.</summary>
    private static bool Read(IReadOnlyList<IToken> runs, Dictionary<int, double> listed)
    {
        for (var i = 0; i + 1 < runs.Count;)
        {
            if (runs[i] is not NumericToken first) return false;
            if (runs[i + 1] is ArrayToken advances)
            {
                for (var n = 0; n < advances.Length; n++)
                {
                    if (advances[n] is not NumericToken advance) return false;
                    listed[first.Int + n] = advance.Data / 1000.0;
                }
                i += 2;
            }
            else
            {
                if (i + 2 >= runs.Count || runs[i + 1] is not NumericToken last || runs[i + 2] is not NumericToken advance || last.Int - first.Int is < 0 or > ushort.MaxValue) return false;
                for (var code = first.Int; code <= last.Int; code++) listed[code] = advance.Data / 1000.0;
                i += 3;
            }
        }
        return true;
    }
}
