using System.Text;

namespace Resumai.Server.Tests.Hostile;

/// <summary>Fonts in PDF: tables that claim ranges without end, glyphs that draw themselves, programs that run long.</summary>
internal static class HostilePdfFonts
{
    private const string Hex = "BT /F 12 Tf 40 700 Td <0045007800700065> Tj ET ";

    public static IReadOnlyList<HostileFile> All { get; } =
    [
        new("font: a map of four billion codes", () => Composite("").Packed(7, "", s => s.Write(Map("<00000000> <FFFFFFFF> <0041>"))).Bytes(), "record", "corrupt_document", "too_complex", "no_text_found", "timed_out", "memory_exceeded"),
        new("font: a map of 65,536 codes, a thousand times", () => Composite("").Packed(7, "", s => s.Write(Map(Zip.Repeat("<0000> <FFFF> <0041>\n", 1000)))).Bytes(), "record", "corrupt_document", "too_complex", "no_text_found", "timed_out", "memory_exceeded"),
        new("font: widths of two billion glyphs", () => Composite("/W[0 2147483647 500]").Bytes(), "record", "corrupt_document", "too_complex", "no_text_found", "memory_exceeded", "timed_out"),
        new("font: simple widths of two billion letters", () => new Pdf().Set(5, "<</Type/Font/Subtype/TrueType/BaseFont/Arial/FirstChar 0/LastChar 2147483647/Widths[500]>>").Bytes(), "record", "corrupt_document"),
        new("font: letters that draw themselves", () => new Pdf()
            .Set(5, "<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 97/LastChar 97/Widths[500]/Encoding<</Differences[97/a]>>/CharProcs<</a 6 0 R>>/Resources<</Font<</F 5 0 R>>>>>>")
            .Stream(4, "", "BT /F 12 Tf 40 700 Td (aaaa) Tj ET"u8.ToArray()).Stream(6, "", "BT /F 12 Tf (aaaaaaaaaa) Tj ET"u8.ToArray()).Bytes(), "record", "corrupt_document", "no_text_found", "too_complex", "parser_crashed"),
        new("font: a descendant of itself", () => new Pdf(Hex).Set(5, "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[5 0 R]>>").Bytes(), "record", "corrupt_document", "no_text_found", "parser_crashed"),
        new("font: an encoding that uses itself", () => new Pdf(Hex).Set(5, "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding 6 0 R/DescendantFonts[8 0 R]>>")
            .Set(8, "<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>").Stream(6, "/Type/CMap/CMapName/A/UseCMap 6 0 R", Map("<0000> <FFFF> <0041>")).Bytes(),
            "record", "corrupt_document", "no_text_found", "parser_crashed"),
        new("font: subroutines that call each other ten billion times", () => CffFont(Subroutines()), "record", "corrupt_document", "no_text_found", "timed_out"),
        new("font: a Type 1 program of rubbish", () => new Pdf().Set(5, "<</Type/Font/Subtype/Type1/BaseFont/A/FontDescriptor 6 0 R/FirstChar 0/LastChar 255>>").Set(6, "<</Type/FontDescriptor/FontName/A/Flags 4/FontFile 7 0 R>>")
            .Packed(7, "/Length1 9000000/Length2 0/Length3 0", s => s.Write(Encoding.Latin1.GetBytes("%!PS-AdobeFont-1.0\n" + Zip.Repeat("/a{[<<", 1_500_000)))).Bytes(), "record", "corrupt_document", "no_text_found", "too_complex", "parser_crashed"),
    ];

    private static Pdf Composite(string widths) => new Pdf(Hex)
        .Set(5, "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>")
        .Set(6, $"<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500{widths}>>")
        .Stream(7, "", Map("<0000> <FFFF> <0000>"));

    private static byte[] Map(string ranges) => Encoding.Latin1.GetBytes(
        $"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n1 beginbfrange\n{ranges}\nendbfrange\nendcmap end end");

    private static byte[] CffFont(byte[] cff) => new Pdf()
        .Set(5, "<</Type/Font/Subtype/Type1/BaseFont/A/FontDescriptor 6 0 R/FirstChar 69/LastChar 69/Widths[500]/Encoding/WinAnsiEncoding>>")
        .Set(6, "<</Type/FontDescriptor/FontName/A/Flags 32/FontBBox[0 0 1000 1000]/FontFile3 7 0 R>>").Packed(7, "/Subtype/Type1C", s => s.Write(cff)).Bytes();

    /// <summary>A font in the compact format (Adobe Technical Note 5176) whose letter E calls a subroutine that calls the next ten times, ten deep.</summary>
    private static byte[] Subroutines()
    {
        // Operand n - 107 for up to 1,240 subroutines; 10 is callsubr, 29 callgsubr, 11 return, 14 endchar.
        var globals = Enumerable.Range(0, 10).Select(i => i == 9 ? (byte[])[139, 139, 21, 11] : [.. Enumerable.Repeat<byte[]>([(byte)(139 - 107 + i + 1), 29], 10).SelectMany(c => c), 11]).ToArray();
        byte[] letter = [.. Enumerable.Repeat<byte[]>([139 - 107, 29], 10).SelectMany(c => c), 14];
        byte[] header = [1, 0, 4, 2];
        var (names, strings, subroutines, letters) = (Index([65]), Index(), Index(globals), Index([14], letter));
        // Charset with glyph 1 = "E" (standard string 38).
        byte[] charset = [0, 0, 38];
        var before = header.Length + names.Length + Index(new byte[12]).Length + strings.Length + subroutines.Length;
        byte[] top = [.. Number(before), 15, .. Number(before + charset.Length), 17];
        return [.. header, .. names, .. Index(top), .. strings, .. subroutines, .. charset, .. letters];
    }

    private static byte[] Number(int value) => [29, (byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];

    private static byte[] Index(params byte[][] items)
    {
        if (items.Length == 0) return [0, 0];
        var (bytes, at) = (new List<byte> { 0, (byte)items.Length, 2, 0, 1 }, 1);
        foreach (var item in items)
        {
            at += item.Length;
            bytes.AddRange([(byte)(at >> 8), (byte)at]);
        }
        return [.. bytes, .. items.SelectMany(i => i)];
    }
}
