using System.Buffers.Binary;

namespace Resumai.Hosting;

/// <summary>The picture of a page, laid under the places of its values.</summary>
/// <param name="Width">Points of the page as it was read: what the boxes of evidence are in.</param>
/// <param name="Height">The same.</param>
/// <param name="Png">One image, 8 bits a channel, red, green and blue.</param>
public sealed record DrawnPage(double Width, double Height, ReadOnlyMemory<byte> Png)
{
    /// <summary>Most pixels of a picture.</summary>
    public const int MostPixels = 2_500_000;
    /// <summary>Most bytes of a picture: its pixels as they are, and a little.</summary>
    public const int MostBytes = (MostPixels * 3) + (1 << 18);

    private const int SizeBytes = 2 * sizeof(double);
    private const double LargestPage = 20_000;

    /// <summary>As a frame carries it.</summary>
    public ReadOnlyMemory<byte> ToPayload()
    {
        var payload = new byte[SizeBytes + Png.Length];
        BinaryPrimitives.WriteDoubleLittleEndian(payload, Width);
        BinaryPrimitives.WriteDoubleLittleEndian(payload.AsSpan(sizeof(double)), Height);
        Png.CopyTo(payload.AsMemory(SizeBytes));
        return payload;
    }

    /// <summary>What a frame carries, looked at as something that nobody is trusted with: null when it is no page within the bounds.</summary>
    public static DrawnPage? Of(ReadOnlyMemory<byte> payload)
    {
        if (payload.Length is <= SizeBytes or > SizeBytes + MostBytes) return null;
        var (width, height) = (BinaryPrimitives.ReadDoubleLittleEndian(payload.Span), BinaryPrimitives.ReadDoubleLittleEndian(payload.Span[sizeof(double)..]));
        var png = payload[SizeBytes..];
        return width is > 0 and <= LargestPage && height is > 0 and <= LargestPage && PngOutline.IsPlain(png.Span, MostPixels) ? new DrawnPage(width, height, png) : null;
    }
}
