namespace Resumai.Reading;

/// <summary>Reads the text of pictures. Implementations are thread-safe.</summary>
public interface ITextRecognizer
{
    /// <summary>
    /// The document with the <see cref="Page.Unread"/> places of its pages read: glyphs with their confidence, and warnings where it is low.
    /// Says <c>ocr_unavailable</c> where the machine lacks what it needs, and why where the picture cannot be opened. Throws nothing for bad input.
    /// </summary>
    ReadResult Recognize(ReadOnlyMemory<byte> bytes, SourceDocument document, ReadLimits limits);
}

/// <summary>Recognition where there is none installed.</summary>
public sealed class NoTextRecognizer : ITextRecognizer
{
    public ReadResult Recognize(ReadOnlyMemory<byte> bytes, SourceDocument document, ReadLimits limits) => ParseError.OcrUnavailable;
}
