using Resumai.Reading;

namespace Resumai.Ocr.Pages;

/// <summary>Where the pictures of a document's pages come from.</summary>
internal static class PageSource
{
    public static (IPageImages? Images, ParseError? Error) Open(ReadOnlyMemory<byte> bytes, SourceDocument document, ReadLimits limits)
    {
        if (document.Format != Reading.DocumentFormat.Pdf)
        {
            var (file, error) = ImageFile.Open(bytes, document.Format, limits);
            return (file, error);
        }
        if (PdfiumLibrary.IsInstalled) return PdfiumPages.Open(bytes) is { } pages ? (pages, null) : (null, ParseError.Corrupt);
        return PopplerPages.Program is null ? (null, ParseError.OcrUnavailable) : (PopplerPages.Open(bytes, document.Pages.Count), null);
    }
}
