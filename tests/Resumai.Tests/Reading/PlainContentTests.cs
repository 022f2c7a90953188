using System.Text;
using Resumai.Reading.Pdf;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Graphics.Operations.MarkedContent;
using UglyToad.PdfPig.Graphics.Operations.TextShowing;
using UglyToad.PdfPig.Tokens;

namespace Resumai.Tests.Reading;

/// <summary>Content read without PdfPig's scanner says what PdfPig's scanner says of it.</summary>
public class PlainContentTests
{
    [Theory]
    [InlineData("q 1 0 0 -1 72.25 700 cm BT /F1 9.96264 Tf 1 0 0 1 0 0 Tm (a) Tj ET Q")]
    [InlineData("BT/F 12 Tf(a\\(b\\)c(d)e\\\\)Tj<0041 42>Tj[(A)-120.5(B)+3<4>.5(C)]TJ 3 -4.125 Td ET")]
    [InlineData("BT (\\101\\12z\\8\\n\\r\\t\\b\\f\\x\\\r\n\nnext\\\nline) Tj (\u00e4\u00ff\u00fe) Tj ET")]
    [InlineData("BT 1 2 (a) \" (b) ' T* 14 TL 2 Tr .3 Tc -0.5 Tw 90 Tz ET")]
    [InlineData("/Span <</ActualText (\u00fe\u00ff\0f\0i) /MCID 12 /Lang(de) /Sub<</A[1 2 3]/B<4142>>> >> BDC (x) Tj EMC /P /Name BDC EMC /Artifact BMC EMC")]
    [InlineData("0.1 0.25 1 rg 1 0 0 RG .5 g 0 0 0 1 k /Cs1 cs 0.3 scn /P1 scn [3 2] 0 d 0.75 w 1 J 2 j 10 M /G0 gs")]
    [InlineData("10 20 m 30 40 l 1 2 3 4 5 6 c 1 2 3 4 v 1 2 3 4 y h 0 0 5 5 re W n f* B S s b")]
    [InlineData("0.000000012345 123456789.123456789 Td 1 Td () Tj [] TJ 00012 -00.5 Td foo /A /B gs")]
    [InlineData("")]
    public void Plain_content_is_read_as_PdfPig_reads_it(string content)
    {
        var operations = PlainContent.Read(Encoding.Latin1.GetBytes(content));
        Said(operations.ShouldNotBeNull()).ShouldBe(Said(Parse("%a comment is not plain\n" + content)));
    }

    [Theory]
    [InlineData("BI /W 1 /H 1 /BPC 8 /CS /G ID x EI (a) Tj")]
    [InlineData("% a comment\n(a) Tj")]
    [InlineData("(never closed Tj")]
    [InlineData("<00zz> Tj")]
    [InlineData("[(a) [(b)] TJ")]
    [InlineData("1-2 0 Td")]
    [InlineData("/A#20B gs")]
    [InlineData("1 0 ) Td")]
    [InlineData("(a\\777) Tj")]
    [InlineData("((a)\r\n/F 12 Tf")]
    [InlineData("<</A 1 0 R>> BDC")]
    [InlineData("\u00e9 Tj")]
    [InlineData("12e3 w")]
    [InlineData("endstream")]
    public void What_is_rare_or_damaged_is_left_to_PdfPig(string content) => PlainContent.Read(Encoding.Latin1.GetBytes(content)).ShouldBeNull();

    private static IReadOnlyList<IGraphicsStateOperation> Parse(string content) =>
        new ContentParser().Parse(1, new MemoryInputBytes(Encoding.Latin1.GetBytes(content)), new ParsingOptions().Logger);

    private static string[] Said(IEnumerable<IGraphicsStateOperation> operations) => [.. operations.Select(Said)];

    private static string Said(IGraphicsStateOperation operation) => operation switch
    {
        ShowText text => "Tj " + Hex(text.Text, text.Bytes),
        MoveToNextLineShowText text => "' " + Hex(text.Text, text.Bytes),
        MoveToNextLineShowTextWithSpacing text => $"\" {text.WordSpacing} {text.CharacterSpacing} " + Hex(text.Text, text.Bytes),
        ShowTextsWithPositioning row => "TJ " + string.Join(' ', row.Array.Select(t => t switch { HexToken h => Hex(null, h.Memory), StringToken s => Hex(null, s.GetBytes()), _ => t.ToString() })),
        BeginMarkedContentWithProperties marked => $"BDC {marked.Name} {marked.PropertyDictionaryName} {(marked.Properties is { } p ? Said(p) : "")}",
        _ => Written(operation),
    };

    private static string Said(IToken token) => token switch
    {
        DictionaryToken dictionary => "<<" + string.Join(' ', dictionary.Data.Select(d => d.Key + ":" + Said(d.Value))) + ">>",
        StringToken text => $"({text.Data}|{Hex(null, text.GetBytes())})",
        HexToken text => $"<{text.Data}|{Hex(null, text.Memory)}>",
        ArrayToken array => "[" + string.Join(' ', array.Data.Select(Said)) + "]",
        _ => token.ToString()!,
    };

    private static string Hex(string? text, ReadOnlyMemory<byte> bytes) => Convert.ToHexString(text is null ? bytes.Span : Encoding.Latin1.GetBytes(text));

    private static string Written(IGraphicsStateOperation operation)
    {
        using var stream = new MemoryStream();
        operation.Write(stream);
        return Encoding.Latin1.GetString(stream.ToArray());
    }
}
