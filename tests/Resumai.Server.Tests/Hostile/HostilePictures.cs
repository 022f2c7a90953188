using System.Buffers.Binary;

namespace Resumai.Server.Tests.Hostile;

/// <summary>Picture files that claim more than fits, or hide it beside the pixels.</summary>
internal static class HostilePictures
{
    public static IReadOnlyList<HostileFile> All { get; } =
    [
        new("png: 40,000 x 40,000 pixels", () => Png(40_000, 40_000, Pdf.Pack(s => Zip.Fill(s, 0, 200_000_000 + 40_000))), "too_complex"),
        new("png: two billion pixels wide", () => Png(int.MaxValue, 1, Pdf.Pack(s => Zip.Fill(s, 0, 300_000_000))), "too_complex", "corrupt_document"),
        new("png: 9,999 x 9,999 pixels", () => Png(9999, 9999, Pdf.Pack(s => Zip.Fill(s, 0, 9999 * 1251L))), "no_text_found"),
        new("png: a text of a gigabyte", () => Png(10, 10, Pdf.Pack(s => Zip.Fill(s, 0, 30)), [.. "a\0\0"u8, .. Pdf.Pack(s => Zip.Fill(s, (byte)'a', 1_000_000_000))]), "no_text_found", "corrupt_document", "too_complex"),
        new("png: noise of 6,000 x 6,000 pixels", () => Png(6000, 6000, Pdf.Pack(s => Noise(s, 6000 * 751))), "record", "no_text_found", "corrupt_document", "timed_out"),
        new("jpeg: 60,000 x 60,000 pixels", () => [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xFF, 0xC0, 0, 11, 8, 0xEA, 0x60, 0xEA, 0x60, 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, .. new byte[1000], 0xFF, 0xD9], "too_complex", "corrupt_document"),
        new("tiff: 40,000 x 40,000 pixels", () => Tiff(40_000, 0), "too_complex", "corrupt_document"),
        new("tiff: pages in a circle", () => Tiff(100, 8), "record", "no_text_found", "corrupt_document", "too_many_pages"),
        new("webp: 16,383 x 16,383 pixels", () => [.. "RIFF"u8, 30, 0, 0, 0, .. "WEBPVP8L"u8, 17, 0, 0, 0, 0x2F, 0xFE, 0xFF, 0xFF, 0x0F, .. new byte[13]], "too_complex", "corrupt_document"),
    ];

    private static byte[] Png(int width, int height, byte[] pixels, byte[]? text = null)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(file, "IHDR"u8, [.. Big(width), .. Big(height), 1, 0, 0, 0, 0]);
        if (text is not null) Chunk(file, "zTXt"u8, text);
        Chunk(file, "IDAT"u8, pixels);
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static void Chunk(Stream file, ReadOnlySpan<byte> kind, byte[] data)
    {
        byte[] body = [.. kind, .. data];
        file.Write(Big(data.Length));
        file.Write(body);
        file.Write(Big((int)Crc(body)));
    }

    private static byte[] Tiff(int side, int next)
    {
        (ushort Tag, ushort Kind, int Value)[] entries = [(256, 4, side), (257, 4, side), (258, 3, 1), (259, 3, 1), (262, 3, 1), (273, 4, 200), (277, 3, 1), (278, 4, side), (279, 4, 1000)];
        var file = new byte[1200];
        "II*\0"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), 8);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(8), (ushort)entries.Length);
        for (var i = 0; i < entries.Length; i++)
        {
            var at = file.AsSpan(10 + i * 12);
            BinaryPrimitives.WriteUInt16LittleEndian(at, entries[i].Tag);
            BinaryPrimitives.WriteUInt16LittleEndian(at[2..], entries[i].Kind);
            BinaryPrimitives.WriteInt32LittleEndian(at[4..], 1);
            BinaryPrimitives.WriteInt32LittleEndian(at[8..], entries[i].Value);
        }
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(10 + entries.Length * 12), next);
        return file;
    }

    private static void Noise(Stream stream, int bytes)
    {
        var noise = new byte[bytes];
        new Random(1).NextBytes(noise);
        stream.Write(noise);
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
        }
        return ~crc;
    }

    private static byte[] Big(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
