namespace Resumai.Reading;

/// <summary>A file format, recognised by its bytes.</summary>
/// <param name="Name">As users say it: "PDF", "DOCX".</param>
/// <param name="ContentType">IANA media type.</param>
public sealed record DocumentFormat(string Name, string ContentType)
{
    public static DocumentFormat Pdf { get; } = new("PDF", "application/pdf");
    public static DocumentFormat Png { get; } = new("PNG", "image/png");
    public static DocumentFormat Jpeg { get; } = new("JPEG", "image/jpeg");
    public static DocumentFormat Tiff { get; } = new("TIFF", "image/tiff");
    public static DocumentFormat Webp { get; } = new("WebP", "image/webp");
    public static DocumentFormat Heic { get; } = new("HEIC", "image/heic");
    public static DocumentFormat Docx { get; } = new("DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    public static DocumentFormat Odt { get; } = new("ODT", "application/vnd.oasis.opendocument.text");
    public static DocumentFormat Rtf { get; } = new("RTF", "application/rtf");
    public static DocumentFormat Doc { get; } = new("DOC", "application/msword");
}
