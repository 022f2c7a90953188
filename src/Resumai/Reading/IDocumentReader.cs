namespace Resumai.Reading;

/// <summary>Reads one file format. Implementations are stateless and thread-safe; adding a format is adding one to <see cref="DocumentReaders"/>.</summary>
public interface IDocumentReader
{
    DocumentFormat Format { get; }

    /// <summary>True when the bytes are of this format, judged by content alone. The first 64 KiB are enough for all but zip formats.</summary>
    bool Recognizes(ReadOnlySpan<byte> bytes);

    /// <summary>Reads the document, or says why it cannot be read. Throws nothing for bad input.</summary>
    ReadResult Read(ReadOnlyMemory<byte> bytes, ReadLimits limits);
}

/// <summary>A document, or the reason there is none.</summary>
public sealed record ReadResult(SourceDocument? Document, ParseError? Error)
{
    public static implicit operator ReadResult(SourceDocument document) => new(document, null);
    public static implicit operator ReadResult(ParseError error) => new(null, error);
}

/// <summary>Bounds of a document; beyond them reading stops with <c>too_many_pages</c> or <c>too_complex</c>.</summary>
public sealed record ReadLimits
{
    /// <summary>Most pages; default 100.</summary>
    public int Pages { get; init; } = 100;
    /// <summary>Most glyphs or characters in all; default 2,000,000.</summary>
    public int Characters { get; init; } = 2_000_000;
    /// <summary>Most pages whose text is recognised from their picture; what comes after them is left out with a <c>truncated</c> warning. Default 20.</summary>
    public int RecognizedPages { get; init; } = 20;
    /// <summary>Most pixels of one picture; default 100,000,000.</summary>
    public long Pixels { get; init; } = 100_000_000;
    /// <summary>Most bytes that a packed format (DOCX) may unpack to; default 200 MB.</summary>
    public long UnpackedBytes { get; init; } = 200_000_000;
}
