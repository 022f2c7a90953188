namespace Resumai.Reading.Image;

/// <summary>
/// Reads pictures of documents: PNG, JPEG, TIFF, WebP, HEIC. It only tells them apart; their pixels are opened where their text is
/// recognised, so that the parser itself holds no decoder.
/// </summary>
public sealed class ImageReader : IDocumentReader
{
    private readonly Func<ReadOnlySpan<byte>, bool> _recognizes;

    private ImageReader(DocumentFormat format, Func<ReadOnlySpan<byte>, bool> recognizes) => (Format, _recognizes) = (format, recognizes);

    public static IReadOnlyList<ImageReader> All { get; } =
    [
        new(DocumentFormat.Png, ImageSignature.IsPng),
        new(DocumentFormat.Jpeg, ImageSignature.IsJpeg),
        new(DocumentFormat.Tiff, ImageSignature.IsTiff),
        new(DocumentFormat.Webp, ImageSignature.IsWebp),
        new(DocumentFormat.Heic, ImageSignature.IsHeic),
    ];

    public DocumentFormat Format { get; }

    public bool Recognizes(ReadOnlySpan<byte> bytes) => _recognizes(bytes);

    /// <summary>One page nothing is known of: its size and its fellows show when it is opened. Only TIFF has pages, which are counted.</summary>
    public ReadResult Read(ReadOnlyMemory<byte> bytes, ReadLimits limits) =>
        new SourceDocument
        {
            Format = Format, Pages = [new Page { Number = 1, Unread = [new UnreadRegion(Box.None, UnreadCause.Picture)] }],
            PageCount = Format == DocumentFormat.Tiff ? TiffFrames.Count(bytes.Span, limits.Pages) : 1,
        };
}
