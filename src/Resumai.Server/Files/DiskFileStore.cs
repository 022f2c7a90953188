using System.Runtime.CompilerServices;

namespace Resumai.Server.Files;

/// <summary>Files in 256 folders under one root: <c>ab/{id}</c> by the id's last digits (the first are its time), <c>incoming/</c> until kept.</summary>
public sealed class DiskFileStore : IFileStore
{
    private readonly string _root;
    private readonly IncomingFolder _incoming;

    /// <param name="root">Folder of the store; created when missing. One file system: files are moved inside it.</param>
    public DiskFileStore(string root)
    {
        _root = root;
        _incoming = new IncomingFolder(root);
        // All at once and before any file: a folder made between two uploads could be lost with the one that did not flush it.
        for (var shard = 0; shard < 256; shard++) Directory.CreateDirectory(Path.Combine(root, shard.ToString("x2")));
        Folder.Flush(root);
    }

    public IncomingFile Receive() => _incoming.Receive();

    public Task KeepAsync(IncomingFile file, Guid assetId, CancellationToken cancellation)
    {
        file.Flush();
        var path = PathOf(assetId);
        File.Move(file.Path, path, overwrite: false);
        Folder.Flush(Path.GetDirectoryName(path)!);
        return Task.CompletedTask;
    }

    public Task<Stream?> OpenReadAsync(Guid assetId, CancellationToken cancellation)
    {
        try
        {
            return Task.FromResult<Stream?>(new FileStream(PathOf(assetId), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024, FileOptions.Asynchronous));
        }
        catch (FileNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public Task DeleteAsync(Guid assetId, CancellationToken cancellation)
    {
        File.Delete(PathOf(assetId));
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<Guid> ListOlderThanAsync(DateTime time, [EnumeratorCancellation] CancellationToken cancellation)
    {
        _incoming.DeleteOlderThan(time);
        foreach (var file in new DirectoryInfo(_root).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            cancellation.ThrowIfCancellationRequested();
            if (file.LastWriteTimeUtc >= time || file.DirectoryName == _incoming.Path) continue;
            if (Guid.TryParseExact(file.Name, "N", out var assetId)) yield return assetId;
            await Task.Yield();
        }
    }

    private string PathOf(Guid assetId)
    {
        var name = assetId.ToString("N");
        return Path.Combine(_root, name[^2..], name);
    }
}
