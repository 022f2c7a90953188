using System.Buffers.Binary;

namespace Resumai.Hosting;

/// <summary>Looks at a PNG (ISO/IEC 15948) without decoding it.</summary>
internal static class PngOutline
{
    private const int LengthAndName = 8, Crc = 4, HeaderLength = 13;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>
    /// True for one image of red, green and blue, 8 bits each, of at most so many pixels, and nothing else: a header, data and an end, no texts,
    /// profiles, animations or bytes behind.
    /// </summary>
    public static bool IsPlain(ReadOnlySpan<byte> png, int mostPixels)
    {
        if (!png.StartsWith(Signature)) return false;
        var rest = png[Signature.Length..];
        if (Chunk(ref rest, "IHDR"u8) is not { Length: HeaderLength } header) return false;
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(header), BinaryPrimitives.ReadUInt32BigEndian(header[4..]));
        if (width == 0 || height == 0 || (ulong)width * height > (ulong)mostPixels) return false;
        // Depth, colour, compression, filter, interlacing.
        if (!header[8..].SequenceEqual((ReadOnlySpan<byte>)[8, 2, 0, 0, 0])) return false;
        var parts = 0;
        while (!Chunk(ref rest, "IDAT"u8).IsEmpty) parts++;
        return parts > 0 && rest.Length == LengthAndName + Crc && Begins(rest, "IEND"u8, 0);
    }

    /// <summary>What the next chunk holds, if it has this name; else nothing, and the rest stays.</summary>
    private static ReadOnlySpan<byte> Chunk(ref ReadOnlySpan<byte> rest, ReadOnlySpan<byte> name)
    {
        if (rest.Length < LengthAndName + Crc) return [];
        var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
        if (length > rest.Length - LengthAndName - Crc || !Begins(rest, name, length)) return [];
        var content = rest.Slice(LengthAndName, (int)length);
        rest = rest[(LengthAndName + (int)length + Crc)..];
        return content;
    }

    private static bool Begins(ReadOnlySpan<byte> chunk, ReadOnlySpan<byte> name, uint length) =>
        BinaryPrimitives.ReadUInt32BigEndian(chunk) == length && chunk[4..].StartsWith(name);
}
