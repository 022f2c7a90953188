namespace Resumai.Reading;

/// <summary>The registered formats, in the order they are tried.</summary>
public static class DocumentReaders
{
    public static IReadOnlyList<IDocumentReader> All { get; } = [new Pdf.PdfReader(), new Docx.DocxReader(), new Odt.OdtReader(), new Rtf.RtfReader(), new Doc.DocReader(), .. Image.ImageReader.All];

    /// <summary>Names of the formats read, as users say them ("PDF", "DOCX").</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(r => r.Format.Name)];

    /// <summary>The reader for these bytes, or null when the format is not read.</summary>
    public static IDocumentReader? Recognize(ReadOnlySpan<byte> bytes)
    {
        foreach (var reader in All)
        {
            if (reader.Recognizes(bytes)) return reader;
        }
        return null;
    }

    public static ReadResult Read(ReadOnlyMemory<byte> bytes, ReadLimits limits) =>
        Recognize(bytes.Span)?.Read(bytes, limits) ?? ParseError.Corrupt;
}
