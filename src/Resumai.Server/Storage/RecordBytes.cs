using System.IO.Compression;

namespace Resumai.Server.Storage;

/// <summary>The form in which <see cref="MasterRow.Record"/> is kept: the record's JSON, compressed by brotli (RFC 7932).</summary>
public static class RecordBytes
{
    public static byte[] Pack(ReadOnlySpan<byte> json)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true)) brotli.Write(json);
        return packed.ToArray();
    }

    public static byte[] Unpack(byte[] packed)
    {
        using var json = new MemoryStream();
        using (var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress)) brotli.CopyTo(json);
        return json.ToArray();
    }
}
