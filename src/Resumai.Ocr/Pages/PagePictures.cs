using Resumai.Ocr.Raster;
using Resumai.Reading;

namespace Resumai.Ocr.Pages;

/// <summary>The picture of a page for people: red, green, blue, a byte each, line after line.</summary>
public sealed record PagePicture(int Width, int Height, ReadOnlyMemory<byte> Rgb);

/// <summary>
/// Draws pages of PDFs and opens the pages of images, with what recognition uses for it. A page whose text was recognised is
/// shown straightened and evenly lit, as it was read: the places of its words are on that page. Thread-safe.
/// </summary>
public static class PagePictures
{
    /// <summary>False where neither PDFium nor Poppler is installed: images can be opened all the same.</summary>
    public static bool CanDrawPdf => PdfiumLibrary.IsInstalled || PopplerPages.Program is not null;

    /// <param name="document">As read from the bytes.</param>
    /// <param name="page">From 1.</param>
    /// <returns>Null when the page has no picture or cannot be drawn.</returns>
    public static PagePicture? Render(ReadOnlyMemory<byte> bytes, SourceDocument document, int page)
    {
        if (document.Pages.All(p => p.Width <= 0)) return null;
        using var images = PageSource.Open(bytes, document, new ReadLimits()).Images;
        if (images is null || page > images.Count || images.Render(page) is not { } image) return null;
        var read = document.Pages[page - 1];
        return read.Recognized && !UncoveredPart.IsUpright(read) ? Colored(StraightPage.Of(image).Image) : new PagePicture(image.Width, image.Height, image.Colors.AsMemory(0, image.Width * image.Height * 3));
    }

    private static PagePicture Colored(GrayImage gray)
    {
        var colors = new byte[gray.Width * gray.Height * 3];
        for (var i = 0; i < colors.Length; i++) colors[i] = gray.Pixels[i / 3];
        return new PagePicture(gray.Width, gray.Height, colors);
    }
}
