using System.Buffers.Binary;

namespace Resumai.Hosting;

/// <summary>Reads and writes frames. Not thread-safe: one reader and one writer a stream.</summary>
public static class FrameStream
{
    /// <summary>Most bytes of a payload, 256 MiB: what claims more is not speaking the protocol.</summary>
    public const int MaxPayload = 256 * 1024 * 1024;

    private const int HeaderBytes = 5;

    /// <summary>The next frame, or null when the stream ended between frames.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a frame.</exception>
    /// <exception cref="EndOfStreamException">The stream ended inside a frame.</exception>
    public static async ValueTask<Frame?> ReadAsync(Stream stream, CancellationToken cancellation = default)
    {
        var header = new byte[HeaderBytes];
        var got = await stream.ReadAtLeastAsync(header, HeaderBytes, throwOnEndOfStream: false, cancellation);
        if (got == 0) return null;
        if (got < HeaderBytes) throw new EndOfStreamException();

        var length = BinaryPrimitives.ReadInt32LittleEndian(header);
        if (length is < 0 or > MaxPayload || !Enum.IsDefined((FrameKind)header[4])) throw new InvalidDataException("Not a frame of the parse-host protocol.");
        var payload = new byte[length];
        await stream.ReadExactlyAsync(payload, cancellation);
        return new Frame((FrameKind)header[4], payload);
    }

    /// <summary>Writes and flushes one frame.</summary>
    public static async ValueTask WriteAsync(Stream stream, FrameKind kind, ReadOnlyMemory<byte> payload, CancellationToken cancellation = default)
    {
        var header = new byte[HeaderBytes];
        BinaryPrimitives.WriteInt32LittleEndian(header, payload.Length);
        header[4] = (byte)kind;
        await stream.WriteAsync(header, cancellation);
        await stream.WriteAsync(payload, cancellation);
        await stream.FlushAsync(cancellation);
    }
}
