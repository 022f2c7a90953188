using System.Security.Cryptography;
using Resumai.Hosting;
using Resumai.Ocr.Raster;
using Resumai.Reading;

namespace Resumai.Ocr.Pages;

/// <summary>
/// Draws pages of PDFs and pictures in colour, so that the places of values lie where the picture shows them: a page whose text was recognised is
/// cut out, turned and straightened as it was for that. Not thread-safe: it keeps what it read of the last document, for its next page.
/// </summary>
public sealed class PageDrawer : IPageDrawer
{
    private byte[] _lastHash = [];
    private ReadResult? _last;

    /// <inheritdoc/>
    public DrawingResult Draw(ReadOnlyMemory<byte> document, DrawingRequest request)
    {
        var read = Read(document, request.Limits);
        if (read.Document is not { } source) return read.Error!;
        var isPicture = Reading.Image.ImageReader.All.Any(r => r.Format == source.Format);
        if (!isPicture && source.Format != Reading.DocumentFormat.Pdf) return DrawingResult.NoSuchPage;
        var (images, error) = PageSource.Open(document, source, request.Limits);
        if (images is null) return error!;
        using (images)
        {
            if (request.Page < 1 || request.Page > images.Count || (!isPicture && request.Page > source.Pages.Count)) return DrawingResult.NoSuchPage;
            // Of a picture all pages are alike until they are read.
            var page = isPicture ? source.Pages[0] : source.Pages[request.Page - 1];
            var drawn = page.Unread.Count > 0 && !UncoveredPart.IsUpright(page) ? Straightened(images, page, request) : AsItIs(images, page, request);
            return drawn is null ? ParseError.Corrupt : drawn;
        }
    }

    private ReadResult Read(ReadOnlyMemory<byte> document, ReadLimits limits)
    {
        var hash = SHA256.HashData(document.Span);
        if (_last is null || !hash.AsSpan().SequenceEqual(_lastHash)) (_last, _lastHash) = (DocumentReaders.Read(document, limits), hash);
        return _last;
    }

    private static DrawnPage? AsItIs(IPageImages images, Page page, DrawingRequest request)
    {
        if (page is not { Width: > 0, Height: > 0 }) return null;
        var (columns, rows) = Size(page.Width, page.Height, request.Width);
        if (images.Draw(request.Page, columns) is not { } image) return null;
        // What draws and what reads may differ about a page's shape by a pixel; or it could only be drawn larger.
        var picture = image.Width == columns && image.Height == rows ? new PagePicture(columns, rows, image.Colors.AsMemory(0, columns * rows * 3))
            : InColors(image, channel => Straightening.Fit(channel, 0, columns, rows));
        return new DrawnPage(page.Width, page.Height, PngWriter.Write(picture));
    }

    private static DrawnPage? Straightened(IPageImages images, Page page, DrawingRequest request)
    {
        if (images.Render(request.Page) is not { } image) return null;
        var straight = UncoveredPart.Of(image, page);
        var turn = ScanTurn.Find(straight, request.Boxes);
        var turned = turn is 90 or 270;
        var (width, height) = turned ? (straight.HeightInPoints, straight.WidthInPoints) : (straight.WidthInPoints, straight.HeightInPoints);
        var (columns, rows) = Size(width, height, request.Width);
        var picture = InColors(image, channel => (turned ? straight.Steps!.Draw(channel, rows, columns) : straight.Steps!.Draw(channel, columns, rows)).Turned(turn));
        return new DrawnPage(width, height, PngWriter.Write(picture));
    }

    private static (int Columns, int Rows) Size(double width, double height, int most)
    {
        var columns = (int)Math.Min(Math.Clamp(most, 1, DrawnPage.MostPixels), Math.Floor(Math.Sqrt(DrawnPage.MostPixels * width / height)));
        columns = Math.Max(1, columns);
        return (columns, (int)Math.Clamp(Math.Round(columns * height / width), 1, DrawnPage.MostPixels / columns));
    }

    private static PagePicture InColors(PageImage image, Func<GrayImage, GrayImage> draw)
    {
        var rgb = Array.Empty<byte>();
        var (width, height) = (0, 0);
        for (var channel = 0; channel < 3; channel++)
        {
            var drawn = draw(Channel(image, channel));
            if (channel == 0) (width, height, rgb) = (drawn.Width, drawn.Height, new byte[drawn.Width * drawn.Height * 3]);
            for (int i = 0, at = channel; i < drawn.Pixels.Length; i++, at += 3) rgb[at] = drawn.Pixels[i];
        }
        return new PagePicture(width, height, rgb);
    }

    private static GrayImage Channel(PageImage image, int channel)
    {
        var gray = new GrayImage(image.Width, image.Height);
        for (int i = 0, at = channel; i < gray.Pixels.Length; i++, at += 3) gray.Pixels[i] = image.Colors[at];
        return gray;
    }
}
