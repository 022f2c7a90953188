namespace Resumai.Server.Assets;

/// <summary>
/// A request's body that counts what is read of it, boundaries and part headers too, and ends at the first byte too many: a body in
/// chunks is bounded like one with a Content-Length.
/// </summary>
internal sealed class CountedBody(Stream body, long most) : Stream
{
    private long _bytes;

    /// <summary>More was sent than is taken.</summary>
    public bool Exceeded { get; private set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Exceeded) return 0;
        var read = await body.ReadAsync(buffer, cancellationToken);
        _bytes += read;
        Exceeded = _bytes > most;
        return Exceeded ? 0 : read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    public override void Flush() => throw new NotSupportedException();
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
