using System.Security.Cryptography;

namespace Resumai.Server.Files;

/// <summary>A file being received: hashed and counted as it is written to a temporary place, which disappears with this object.</summary>
public sealed class IncomingFile(string path) : IAsyncDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly FileStream _stream = new(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete, 0, FileOptions.Asynchronous);
    private byte[]? _sha256;

    /// <summary>Where it lies until it is kept.</summary>
    public string Path => path;

    /// <summary>Bytes received so far.</summary>
    public long Size { get; private set; }

    /// <summary>SHA-256 of what was received; nothing can be written after it was asked for.</summary>
    public byte[] Sha256 => _sha256 ??= _hash.GetHashAndReset();

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        await _stream.WriteAsync(bytes, cancellation);
        _hash.AppendData(bytes.Span);
        Size += bytes.Length;
    }

    /// <summary>Its first bytes.</summary>
    /// <param name="count">At most <see cref="Size"/>.</param>
    public async Task<byte[]> ReadAsync(int count, CancellationToken cancellation)
    {
        var bytes = new byte[count];
        _stream.Position = 0;
        await _stream.ReadExactlyAsync(bytes, cancellation);
        return bytes;
    }

    /// <summary>Returns when the bytes would survive a loss of power.</summary>
    public void Flush() => _stream.Flush(flushToDisk: true);

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        _hash.Dispose();
        // Gone already when the file was kept: it was moved.
        File.Delete(path);
    }
}
