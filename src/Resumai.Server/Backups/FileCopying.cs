using Resumai.Server.Files;

namespace Resumai.Server.Backups;

internal static class FileCopying
{
    private const int Chunk = 1024 * 1024;

    /// <summary>Copies a document from one store to another where it is not yet. Its size; null when it is not there or not what it should be.</summary>
    /// <param name="sha256">Its hash, lower-case hex; null: it is not known.</param>
    public static async Task<long?> CopyAsync(this IFileStore from, IFileStore to, Guid assetId, string? sha256, CancellationToken cancellation)
    {
        await using var source = await from.OpenReadAsync(assetId, cancellation);
        if (source is null) return null;
        await using (var there = await to.OpenReadAsync(assetId, cancellation))
        {
            if (there?.Length == source.Length) return source.Length;
        }
        await using var file = to.Receive();
        var buffer = new byte[Chunk];
        for (int read; (read = await source.ReadAsync(buffer, cancellation)) > 0;) await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
        if (sha256 is not null && Convert.ToHexStringLower(file.Sha256) != sha256) return null;
        await to.DeleteAsync(assetId, cancellation);
        await to.KeepAsync(file, assetId, cancellation);
        return file.Size;
    }
}
