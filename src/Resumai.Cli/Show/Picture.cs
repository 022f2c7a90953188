using Resumai.Ocr.Pages;
using Resumai.Reading;

namespace Resumai.Cli.Show;

/// <summary>A raster picture: red, green, blue, a byte each, line after line.</summary>
internal sealed record Picture(int Width, int Height, byte[] Rgb)
{
    public const string NoRenderer = "Pages are drawn with PDFium (of LibreOffice) or Poppler's pdftoppm, and neither is installed (apt-get install poppler-utils). --format html draws the letters without them.";
    private const double PixelsPerPoint = 2;

    /// <summary>The page as its file draws it, two pixels a point; null when it cannot be drawn.</summary>
    public static Picture? Of(ReadOnlyMemory<byte> bytes, SourceDocument document, Page page) =>
        PagePictures.Render(bytes, document, page.Number) is { } drawn
            ? new Picture(drawn.Width, drawn.Height, drawn.Rgb.ToArray()).Scaled((int)Math.Ceiling(page.Width * PixelsPerPoint), (int)Math.Ceiling(page.Height * PixelsPerPoint))
            : null;

    /// <summary>In another size; each pixel is the mean of those it covers.</summary>
    public Picture Scaled(int width, int height)
    {
        var scaled = new byte[width * height * 3];
        for (var y = 0; y < height; y++)
        {
            var (top, bottom) = Covered(y, Height, height);
            for (var x = 0; x < width; x++)
            {
                var (left, right) = Covered(x, Width, width);
                Mean(left, top, right, bottom, scaled.AsSpan(((y * width) + x) * 3, 3));
            }
        }
        return new Picture(width, height, scaled);
    }

    /// <summary>Laid over another of the same size as ink on paper: white changes nothing.</summary>
    public Picture Over(Picture paper) => paper with { Rgb = [.. Rgb.Zip(paper.Rgb, (ink, under) => (byte)(ink * under / 255))] };

    public byte[] ToPng() => PngWriter.Write(new PagePicture(Width, Height, Rgb));

    private static (int From, int To) Covered(int at, int from, int to)
    {
        var first = (int)((long)at * from / to);
        return (first, Math.Max(first + 1, (int)((long)(at + 1) * from / to)));
    }

    private void Mean(int left, int top, int right, int bottom, Span<byte> mean)
    {
        var (red, green, blue) = (0, 0, 0);
        for (var y = top; y < bottom; y++)
        {
            for (var i = ((y * Width) + left) * 3; i < ((y * Width) + right) * 3; i += 3)
            {
                red += Rgb[i];
                green += Rgb[i + 1];
                blue += Rgb[i + 2];
            }
        }
        var count = (right - left) * (bottom - top);
        (mean[0], mean[1], mean[2]) = ((byte)(red / count), (byte)(green / count), (byte)(blue / count));
    }
}
