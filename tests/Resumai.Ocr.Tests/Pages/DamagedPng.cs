using System.Buffers.Binary;
using System.IO.Compression;
using Resumai.Tests.Reading.Mutations;

namespace Resumai.Ocr.Tests.Pages;

/// <summary>A PNG whose packing and checksums are right and whose rows are damaged.</summary>
internal static class DamagedPng
{
    private const int Width = 500, Height = 700;
    private const uint Polynomial = 0xEDB88320;

    public static byte[] Of(IMutation mutation, Random random)
    {
        // A row is the number of its filter and its pixels.
        var rows = new byte[Height * (Width + 1)];
        for (var i = 0; i < rows.Length; i++) rows[i] = (byte)(i % (Width + 1) == 0 ? i / (Width + 1) % 5 : i * 7 % 251);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zlib.Write(mutation.Damage(rows, random));
        byte[] head = [0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(head, Width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), Height);
        return [0x89, .. "PNG\r\n\x1a\n"u8, .. Chunk("IHDR"u8, head), .. Chunk("IDAT"u8, packed.ToArray()), .. Chunk("IEND"u8, [])];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, byte[] data)
    {
        var chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        type.CopyTo(chunk.AsSpan(4));
        data.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Sum(chunk.AsSpan(4, 4 + data.Length)));
        return chunk;
    }

    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var b in bytes)
        {
            sum ^= b;
            for (var bit = 0; bit < 8; bit++) sum = (sum & 1) != 0 ? (sum >> 1) ^ Polynomial : sum >> 1;
        }
        return ~sum;
    }
}
