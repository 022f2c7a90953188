using System.Text;

namespace Resumai.Server.Tests.Hostile;

/// <summary>PDF: trees that are none, content without end, streams that grow.</summary>
internal static class HostilePdfs
{
    private const string Form = "/Type/XObject/Subtype/Form/BBox[0 0 600 800]";

    public static IReadOnlyList<HostileFile> All { get; } =
    [
        new("pdf: 2,000 pages", () => Pages(2000), "too_many_pages"),
        new("pdf: a page tree in a circle", () => new Pdf().Set(2, "<</Type/Pages/Kids[3 0 R 6 0 R]/Count 3>>").Set(6, "<</Type/Pages/Parent 2 0 R/Kids[2 0 R 6 0 R]/Count 2>>").Bytes(), "record", "corrupt_document", "too_complex"),
        new("pdf: a page tree that says it has two billion pages", () => new Pdf().Set(2, "<</Type/Pages/Kids[3 0 R]/Count 2147483647>>").Bytes(), "record", "corrupt_document", "too_many_pages"),
        new("pdf: a page tree 30,000 deep", DeepTree, "record", "corrupt_document", "too_complex", "parser_crashed"),
        new("pdf: a form that draws itself", () => new Pdf("/A Do " + Pdf.Words, "/XObject<</A 6 0 R>>").Stream(6, Form + "/Resources<</XObject<</A 6 0 R>>>>", Encoding.Latin1.GetBytes("/A Do /A Do")).Bytes(), "record"),
        new("pdf: forms that multiply", Multiplying, "too_complex"),
        new("pdf: content that inflates to 300 MB", () => new Pdf().Packed(4, "", s => Zip.Fill(s, (byte)' ', 300_000_000)).Bytes(), "too_complex"),
        new("pdf: content packed twice", () => new Pdf().Stream(4, "/Filter[/FlateDecode/FlateDecode]", Pdf.Pack(s => s.Write(Pdf.Pack(t => Zip.Fill(t, (byte)' ', 800_000_000))))).Bytes(), "too_complex"),
        new("pdf: content packed by LZW, a thousandfold", () => new Pdf().Stream(4, "/Filter/LZWDecode", Lzw(300)).Bytes(), "too_complex", "memory_exceeded", "corrupt_document"),
        new("pdf: content packed by run lengths", () => new Pdf().Stream(4, "/Filter/RunLengthDecode", RunLengths(9_000_000)).Bytes(), "too_complex", "memory_exceeded"),
        new("pdf: a million tiny runs of text", () => new Pdf().Packed(4, "", s => s.Write(Encoding.Latin1.GetBytes("BT /F 1 Tf 40 700 Td " + Zip.Repeat("(a) Tj ", 1_000_000) + "ET"))).Bytes(), "record", "too_complex", "no_text_found", "timed_out"),
        new("pdf: 300,000 letters over the whole page", () => new Pdf().Packed(4, "", s => { for (var i = 0; i < 300_000; i++) s.Write(Encoding.Latin1.GetBytes($"BT /F 5 Tf {i * 7 % 590} {i / 375} Td ({(char)('a' + i % 26)}) Tj ET\n")); }).Bytes(), "record", "too_complex", "timed_out"),
        new("pdf: a million letters in one place", () => new Pdf().Packed(4, "", s => { for (var i = 0; i < 500_000; i++) s.Write(Encoding.Latin1.GetBytes($"BT /F .001 Tf 300 {400 + i % 97 * .01:0.00} Td ({(char)('a' + i % 26)}{(char)('a' + i / 26 % 26)}) Tj ET\n")); }).Bytes(), "record", "too_complex", "no_text_found", "timed_out"),
        new("pdf: 400,000 lines drawn", () => new Pdf().Packed(4, "", s => { s.Write(Encoding.Latin1.GetBytes(Pdf.Words)); for (var i = 0; i < 400_000; i++) s.Write(Encoding.Latin1.GetBytes($"{i % 600} {i / 600} m {i % 599} {i % 800} l S\n")); }).Bytes(), "record", "too_complex", "timed_out"),
        new("pdf: arrays in arrays in the content", () => new Pdf().Packed(4, "", s => s.Write(Encoding.Latin1.GetBytes(Zip.Repeat("[", 2_000_000) + Pdf.Words))).Bytes(), "record", "corrupt_document", "too_complex", "no_text_found", "parser_crashed"),
        new("pdf: arrays in arrays in an object", () => new Pdf().Set(6, Zip.Repeat("[", 1_000_000)).Set(1, "<</Type/Catalog/Pages 2 0 R/X 6 0 R/OCProperties 6 0 R>>").Bytes(), "record", "corrupt_document", "parser_crashed"),
        new("pdf: dictionaries in dictionaries in the trailer", () => new Pdf().Bytes("/X" + Zip.Repeat("<</X", 500_000)), "record", "corrupt_document", "parser_crashed"),
        new("pdf: tables of references in a circle", () => new Pdf().Bytes("/Prev $table"), "record", "corrupt_document"),
        new("pdf: the length of a stream in the stream", () => new Pdf().Set(4, "<</Length 4 0 R>>\nstream\n" + Pdf.Words + "\nendstream").Bytes(), "record", "corrupt_document"),
        new("pdf: objects in a stream that contains itself", () => new Pdf().Packed(6, "/Type/ObjStm/N 2/First 10/Extends 6 0 R", s => s.Write("6 0 7 1  <<>> <<>>"u8)).Set(3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents[4 0 R 6 0 R 7 0 R]/Resources<</Font<</F 5 0 R>>>>>>").Bytes(), "record", "corrupt_document"),
        new("pdf: a polyglot with a DOCX and a page of HTML", () => [.. "<html><script>alert(1)</script>"u8, .. new Pdf().Bytes(), .. Zip.Docx(Zip.Paragraph("Other"))], "record", "corrupt_document"),
        new("pdf: scripts and programs to be started", () => new Pdf().Set(1, "<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(while(1){})>>/AA<</WC<</S/Launch/F(/usr/bin/touch)>>>>>>").Bytes(), "record"),
        new("pdf: a page of a billion points", () => new Pdf().Set(3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 1000000000 1000000000]/UserUnit 1000000/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>").Bytes(), "record", "corrupt_document", "no_text_found"),
        new("pdf: half a million links", () => new Pdf().Set(3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>/Annots[" + Zip.Repeat("6 0 R ", 500_000) + "]>>")
            .Set(6, "<</Type/Annot/Subtype/Link/Rect[40 690 200 715]/A<</S/URI/URI(https://firma.example/)>>>>").Bytes(), "record", "too_complex", "timed_out"),
    ];

    private static byte[] Pages(int count)
    {
        var pdf = new Pdf().Set(2, $"<</Type/Pages/Kids[{string.Concat(Enumerable.Range(10, count).Select(i => $"{i} 0 R "))}]/Count {count}>>");
        for (var i = 0; i < count; i++) pdf.Set(10 + i, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>");
        return pdf.Bytes();
    }

    private static byte[] DeepTree()
    {
        const int depth = 30_000;
        var pdf = new Pdf().Set(2, "<</Type/Pages/Kids[10 0 R]/Count 1>>");
        for (var i = 0; i < depth; i++) pdf.Set(10 + i, $"<</Type/Pages/Parent {(i == 0 ? 2 : 9 + i)} 0 R/Kids[{(i == depth - 1 ? 3 : 11 + i)} 0 R]/Count 1>>");
        return pdf.Bytes();
    }

    private static byte[] Multiplying()
    {
        var pdf = new Pdf("/A Do", "/XObject<</A 10 0 R>>");
        for (var i = 0; i < 12; i++) pdf.Stream(10 + i, $"{Form}/Resources<</XObject<</A {11 + i} 0 R>>>>", Encoding.Latin1.GetBytes(Zip.Repeat("/A Do ", 20)));
        return pdf.Stream(22, Form, "0 g"u8.ToArray()).Bytes();
    }

    /// <summary>Codes that each stand for one letter more than the one before: a kilobyte becomes a megabyte.</summary>
    private static byte[] Lzw(int rounds)
    {
        var (bytes, pending, bits) = (new List<byte>(), 0L, 0);
        for (var round = 0; round < rounds; round++)
        {
            Write(256, 9);
            Write(' ', 9);
            for (var code = 258; code < 4095; code++) Write(code, code + 1 < 512 ? 9 : code + 1 < 1024 ? 10 : code + 1 < 2048 ? 11 : 12);
        }
        Write(257, 12);
        return [.. bytes];

        void Write(int code, int width)
        {
            (pending, bits) = ((pending << width) | (long)code, bits + width);
            for (; bits >= 8; bits -= 8) bytes.Add((byte)(pending >> (bits - 8)));
            pending &= (1L << bits) - 1;
        }
    }

    private static byte[] RunLengths(int bytes)
    {
        var packed = new byte[bytes];
        for (var i = 0; i + 1 < bytes; i += 2) (packed[i], packed[i + 1]) = (129, (byte)' ');
        packed[^1] = 128;
        return packed;
    }
}
