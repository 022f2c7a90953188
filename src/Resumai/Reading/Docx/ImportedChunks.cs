using DocumentFormat.OpenXml.Packaging;
using Resumai.Reading.Rtf;
using Resumai.Reading.Structure;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Resumai.Reading.Docx;

/// <summary>Documents of other formats that a document holds as a part and prints in its place (17.17.2.1, altChunk).</summary>
internal sealed class ImportedChunks(ReadLimits limits, HiddenText hidden)
{
    private long _left = limits.UnpackedBytes;

    public IEnumerable<Node> Read(W.AltChunk chunk, OpenXmlPart part)
    {
        if (chunk.Id?.Value is not { } id || !part.TryGetPartById(id, out var found)) return [];
        return Bytes(found) is { } bytes ? Read(bytes) : [];
    }

    private IEnumerable<Node> Read(byte[] bytes)
    {
        if (new RtfReader().Recognizes(bytes))
        {
            var parser = new RtfParser(bytes, hidden);
            return parser.Read() ? parser.Stories.BodyNodes : [];
        }
        if (DocxSignature.IsDocx(bytes)) return Package(bytes);
        return HtmlChunk.Recognizes(bytes) ? HtmlChunk.Read(bytes) : [];
    }

    /// <summary>A document in the document; what it in turn holds is not unpacked.</summary>
    private IEnumerable<Node> Package(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        if (!PackageGuard.IsWithin(stream, limits with { UnpackedBytes = _left })) return [];
        stream.Position = 0;
        using var word = WordprocessingDocument.Open(stream, isEditable: false);
        if (word.MainDocumentPart is not { Document.Body: { } body } main) return [];
        return new DocxBlocks(main, new StyleSheet(main), hidden, limits with { UnpackedBytes = 0 }).Read(body, main, Shades.Page(main));
    }

    private byte[]? Bytes(OpenXmlPart part)
    {
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var copy = new MemoryStream();
        var buffer = new byte[81920];
        while (stream.Read(buffer) is > 0 and var read)
        {
            if ((_left -= read) < 0) return null;
            copy.Write(buffer, 0, read);
        }
        return copy.ToArray();
    }
}
