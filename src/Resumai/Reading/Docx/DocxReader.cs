using System.Runtime.InteropServices;
using DocumentFormat.OpenXml.Packaging;
using Resumai.Reading.Structure;

namespace Resumai.Reading.Docx;

/// <summary>
/// Reads Word documents (ECMA-376, transitional and strict, also templates and those with macros): paragraphs with their formats,
/// tables, text boxes, headers and footers, in reading order.
/// </summary>
public sealed class DocxReader : IDocumentReader
{
    public DocumentFormat Format => DocumentFormat.Docx;

    public bool Recognizes(ReadOnlySpan<byte> bytes) => DocxSignature.IsDocx(bytes) || DocxSignature.IsEncrypted(bytes);

    public ReadResult Read(ReadOnlyMemory<byte> bytes, ReadLimits limits)
    {
        if (DocxSignature.IsEncrypted(bytes.Span)) return ParseError.Encrypted;
        try
        {
            using var stream = MemoryMarshal.TryGetArray(bytes, out var array)
                ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false) : new MemoryStream(bytes.ToArray(), writable: false);
            if (!PackageGuard.IsWithin(stream, limits)) return ParseError.TooComplex;

            stream.Position = 0;
            using var word = WordprocessingDocument.Open(stream, isEditable: false);
            if (word.MainDocumentPart is not { Document.Body: not null } main) return ParseError.Corrupt;

            return StructuredDocument.Read(DocumentFormat.Docx, limits, (writer, hidden) => DocxDocument.Write(main, writer, hidden, limits));
        }
        // Zip, XML and the package layer each have their own exceptions for damage, and odd documents make the SDK throw more.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return ParseError.Corrupt;
        }
    }
}
