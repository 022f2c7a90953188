using ImageMagick;
using Resumai.Reading;

namespace Resumai.Ocr.Pages;

/// <summary>The frames of a picture file, upright as its EXIF orientation says.</summary>
internal sealed class ImageFile : IPageImages
{
    private const double PointsPerInch = 72, CentimetresPerInch = 2.54;
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly MagickFormat _format;
    private readonly long _mostPixels;

    private ImageFile(ReadOnlyMemory<byte> bytes, MagickFormat format, long mostPixels, int count) =>
        (_bytes, _format, _mostPixels, Count) = (bytes, format, mostPixels, count);

    public int Count { get; }

    static ImageFile()
    {
        // What a file claims must not take the machine: pixels beyond these are an error of the file. Nothing goes to disk. Sides may be long
        // enough that a picture that is too large for us can say so.
        ResourceLimits.Width = ResourceLimits.Height = 100_000;
        ResourceLimits.Area = 200_000_000;
        ResourceLimits.Memory = ResourceLimits.MaxMemoryRequest = 800_000_000;
        ResourceLimits.Disk = 0;
        ResourceLimits.Thread = 1;
    }

    /// <summary>Opens the file without decoding its pixels, or says why not.</summary>
    public static (ImageFile? File, ParseError? Error) Open(ReadOnlyMemory<byte> bytes, Reading.DocumentFormat format, ReadLimits limits)
    {
        var coder = Coder(format);
        try
        {
            using var frames = new MagickImageCollection();
            frames.Ping(bytes.Span, new MagickReadSettings { Format = coder });
            if (frames.Count == 0) return (null, ParseError.Corrupt);
            if (frames.Any(f => (long)f.Width * f.Height > limits.Pixels)) return (null, ParseError.TooComplex);
            // Only TIFF has pages; further frames of the others are thumbnails or an animation.
            var count = coder == MagickFormat.Tiff ? frames.Count : 1;
            return count > limits.Pages ? (null, ParseError.TooManyPages) : (new ImageFile(bytes, coder, limits.Pixels, count), null);
        }
        catch (MagickResourceLimitErrorException)
        {
            return (null, ParseError.TooComplex);
        }
        catch (MagickException)
        {
            return (null, ParseError.Corrupt);
        }
    }

    public PageImage? Render(int page)
    {
        try
        {
            var settings = new MagickReadSettings { Format = _format, FrameIndex = (uint)(page - 1), FrameCount = 1 };
            // Photographs hold more pixels than reading needs: the decoder gives the next size above this one at once.
            if (_format == MagickFormat.Jpeg) settings.SetDefine(MagickFormat.Jpeg, "size", "2600x2600");
            using var image = new MagickImage(_bytes.Span, settings);
            if ((long)image.Width * image.Height > _mostPixels) return null;
            return ToPage(image);
        }
        catch (MagickException)
        {
            return null;
        }
    }

    private static PageImage? ToPage(MagickImage image)
    {
        var (x, y) = DotsPerInch(image);
        var (declaredWidth, declaredHeight) = ((int)image.Width, (int)image.Height);
        image.AutoOrient();
        if (image.Width != declaredWidth && image.Width == declaredHeight) (x, y) = (y, x);
        if (RenderSize.ScaleOf(image.Width, image.Height) is < 1 and var scale)
        {
            image.Scale(new Percentage(scale * 100));
            (x, y) = (x * scale, y * scale);
        }
        image.BackgroundColor = MagickColors.White;
        image.Alpha(AlphaAction.Remove);
        image.ColorSpace = ColorSpace.sRGB;
        image.Depth = 8;
        var (width, height) = ((int)image.Width, (int)image.Height);
        // Half the time of writing them as a file of the format RGB, which appends each pixel to a stream.
        using var pixels = image.GetPixelsUnsafe();
        return pixels.ToByteArray(PixelMapping.RGB) is not { } colors ? null : new PageImage(width, height, colors, x > 0 ? width / x * PointsPerInch : 0, y > 0 ? height / y * PointsPerInch : 0);
    }

    private static (double X, double Y) DotsPerInch(MagickImage image)
    {
        var scale = image.Density.Units switch
        {
            DensityUnit.PixelsPerInch => 1,
            DensityUnit.PixelsPerCentimeter => CentimetresPerInch,
            _ => 0,
        };
        return (image.Density.X * scale, image.Density.Y * scale);
    }

    private static MagickFormat Coder(Reading.DocumentFormat format) =>
        format == Reading.DocumentFormat.Png ? MagickFormat.Png
        : format == Reading.DocumentFormat.Jpeg ? MagickFormat.Jpeg
        : format == Reading.DocumentFormat.Tiff ? MagickFormat.Tiff
        : format == Reading.DocumentFormat.Webp ? MagickFormat.WebP
        : MagickFormat.Heic;

    public void Dispose()
    {
        // Frames are decoded and released one at a time.
    }
}
