using Resumai.Reading.Structure;

namespace Resumai.Reading.Rtf;

/// <summary>Reads Rich Text Format (specification 1.9.1) as Word, LibreOffice and older programs write it.</summary>
public sealed class RtfReader : IDocumentReader
{
    public DocumentFormat Format => DocumentFormat.Rtf;

    public bool Recognizes(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes.StartsWith(new byte[] { 0xEF, 0xBB, 0xBF }) ? bytes[3..] : bytes;
        return bytes.TrimStart(" \t\r\n"u8).StartsWith("{\\rtf"u8);
    }

    public ReadResult Read(ReadOnlyMemory<byte> bytes, ReadLimits limits)
    {
        try
        {
            var deep = false;
            var result = StructuredDocument.Read(DocumentFormat.Rtf, limits, (writer, hidden) => deep = !Write(bytes, writer, hidden));
            return deep ? ParseError.TooComplex : result;
        }
        // A damaged file may hold anything where a number or a code page is expected.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return ParseError.Corrupt;
        }
    }

    private static bool Write(ReadOnlyMemory<byte> bytes, StructureWriter writer, HiddenText hidden)
    {
        var parser = new RtfParser(bytes, hidden);
        if (!parser.Read()) return false;
        var stories = parser.Stories;
        foreach (var header in stories.Headers()) writer.Write(ParagraphPlace.Header, header);
        writer.Write(ParagraphPlace.Body, stories.BodyNodes);
        foreach (var note in stories.Notes) writer.Write(ParagraphPlace.Footnote, note);
        foreach (var footer in stories.Footers()) writer.Write(ParagraphPlace.Footer, footer);
        return true;
    }
}
