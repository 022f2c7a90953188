namespace Resumai.Reading.Image;

/// <summary>The first bytes of the picture formats.</summary>
internal static class ImageSignature
{
    public static bool IsPng(ReadOnlySpan<byte> bytes) => bytes.Length > 8 && bytes[0] == 0x89 && bytes[1..].StartsWith("PNG\r\n"u8) && bytes[6] == 0x1A && bytes[7] == 0x0A;

    public static bool IsJpeg(ReadOnlySpan<byte> bytes) => bytes.Length > 2 && bytes[0] == 0xFF && bytes[1] == 0xD8 && bytes[2] == 0xFF;

    /// <summary>Both byte orders, and BigTIFF.</summary>
    public static bool IsTiff(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("II*\0"u8) || bytes.StartsWith("MM\0*"u8) || bytes.StartsWith("II+\0"u8) || bytes.StartsWith("MM\0+"u8);

    public static bool IsWebp(ReadOnlySpan<byte> bytes) => bytes.Length >= 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8);

    /// <summary>An ISO base media file whose brands name HEVC-coded pictures (ISO/IEC 23008-12, annex B).</summary>
    public static bool IsHeic(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 16 || !bytes[4..].StartsWith("ftyp"u8)) return false;
        var size = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes);
        var end = (int)Math.Min(Math.Min(size, 256), bytes.Length);
        for (var i = 8; i + 4 <= end; i += 4)
        {
            // Bytes 12–15 are the version of the brand before them.
            if (i == 12) continue;
            var brand = bytes.Slice(i, 4);
            if (brand.SequenceEqual("heic"u8) || brand.SequenceEqual("heix"u8) || brand.SequenceEqual("heim"u8) || brand.SequenceEqual("heis"u8)) return true;
        }
        return false;
    }
}
