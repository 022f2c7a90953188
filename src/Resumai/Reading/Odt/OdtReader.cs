using System.Runtime.InteropServices;
using System.Xml.Linq;
using Resumai.Reading.Structure;
using static Resumai.Reading.Odt.OdtNames;

namespace Resumai.Reading.Odt;

/// <summary>Reads OpenDocument text documents and templates (ISO/IEC 26300): paragraphs with their formats, lists, tables, frames, headers and footers, notes.</summary>
public sealed class OdtReader : IDocumentReader
{
    public DocumentFormat Format => DocumentFormat.Odt;

    public bool Recognizes(ReadOnlySpan<byte> bytes) => OdtPackage.Recognizes(bytes);

    public ReadResult Read(ReadOnlyMemory<byte> bytes, ReadLimits limits)
    {
        try
        {
            using var stream = MemoryMarshal.TryGetArray(bytes, out var array)
                ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false) : new MemoryStream(bytes.ToArray(), writable: false);
            if (!PackageGuard.IsWithin(stream, limits)) return ParseError.TooComplex;

            stream.Position = 0;
            if (OdtPackage.Open(stream) is not { } package) return ParseError.Corrupt;
            if (package.Encrypted) return ParseError.Encrypted;
            return package.Content.Element(OfficeXml + "body")?.Element(OfficeXml + "text") is { } body
                ? StructuredDocument.Read(DocumentFormat.Odt, limits, (writer, hidden) => Write(package, body, writer, hidden)) : ParseError.Corrupt;
        }
        // Zip and XML each have their own exceptions for damage.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return ParseError.Corrupt;
        }
    }

    private static void Write(OdtPackage package, XElement body, StructureWriter writer, HiddenText hidden)
    {
        var ground = OdtMasterPages.Ground(package);
        var pages = new OdtBlocks(new OdtStyles(package.Styles), hidden);
        foreach (var header in OdtMasterPages.Headers(package)) writer.Write(ParagraphPlace.Header, pages.Read(header, ground));
        var text = new OdtBlocks(new OdtStyles(package.Styles, package.Content), hidden);
        writer.Write(ParagraphPlace.Body, text.Read(body, ground));
        foreach (var note in text.Notes) writer.Write(ParagraphPlace.Footnote, note);
        foreach (var footer in OdtMasterPages.Footers(package)) writer.Write(ParagraphPlace.Footer, pages.Read(footer, ground));
    }
}
