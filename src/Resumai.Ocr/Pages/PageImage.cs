using Resumai.Ocr.Raster;

namespace Resumai.Ocr.Pages;

/// <summary>The picture of a page: three bytes a pixel (red, green, blue), line after line without padding.</summary>
/// <param name="WidthInPoints">Width of the page, 0 when the file does not say how large a pixel is.</param>
internal sealed record PageImage(int Width, int Height, byte[] Colors, double WidthInPoints, double HeightInPoints);

/// <summary>The pictures of a document's pages. Not thread-safe.</summary>
internal interface IPageImages : IDisposable
{
    /// <summary>Pages of the document.</summary>
    int Count { get; }

    /// <summary>The picture of a page (from 1), or null when it cannot be made.</summary>
    PageImage? Render(int page);

    /// <summary>The same for people to look at: so many pixels wide, if it can be drawn at a size; else as it is.</summary>
    PageImage? Draw(int page, int columns) => Render(page);
}
