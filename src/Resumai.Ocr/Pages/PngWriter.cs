using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Resumai.Ocr.Pages;

/// <summary>Writes pictures as PNG (ISO/IEC 15948): one image, 8 bits a channel, filter "up".</summary>
public static class PngWriter
{
    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(n => Enumerable.Range(0, 8).Aggregate((uint)n, (c, _) => (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1))];

    public static byte[] Write(PagePicture picture)
    {
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), picture.Height);
        (header[8], header[9]) = (8, 2);
        Chunk(png, "IHDR", header);
        Chunk(png, "IDAT", Compressed(picture));
        Chunk(png, "IEND", []);
        return png.ToArray();
    }

    private static byte[] Compressed(PagePicture picture)
    {
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Fastest))
        {
            var stride = picture.Width * 3;
            var (row, above) = (new byte[stride + 1], new byte[stride]);
            row[0] = 2;
            for (var y = 0; y < picture.Height; y++)
            {
                var pixels = picture.Rgb.Span.Slice(y * stride, stride);
                for (var x = 0; x < pixels.Length; x++) row[x + 1] = (byte)(pixels[x] - above[x]);
                zlib.Write(row);
                pixels.CopyTo(above);
            }
        }
        return data.ToArray();
    }

    private static void Chunk(MemoryStream png, string name, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(name), .. data];
        var crc = uint.MaxValue;
        foreach (var b in body) crc = CrcTable[(crc ^ b) & 0xFF] ^ (crc >> 8);
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~crc);
        png.Write(number);
    }
}
