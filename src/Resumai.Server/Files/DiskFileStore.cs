using System.Runtime.CompilerServices;

namespace Resumai.Server.Files;

/// <summary>Files in 256 folders under one root: <c>ab/{id}</c> by the id's last digits (the first are its time), <c>incoming/</c> until kept.</summary>
public sealed class DiskFileStore : IFileStore
{
    private readonly string _root;
    private readonly string _incoming;

    /// <param name="root">Folder of the store; created when missing. One file system: files are moved inside it.</param>
    public DiskFileStore(string root)
    {
        _root = root;
        _incoming = Path.Combine(root, "incoming");
        Directory.CreateDirectory(_incoming);
        // All at once and before any file: a folder made between two uploads could be lost with the one that did not flush it.
        for (var shard = 0; shard < 256; shard++) Directory.CreateDirectory(Path.Combine(root, shard.ToString("x2")));
        Folder.Flush(root);
    }

    public IncomingFile Receive() => new(Path.Combine(_incoming, Guid.CreateVersion7().ToString("N")));

    public Task KeepAsync(IncomingFile file, Guid assetId, CancellationToken cancellation)
    {
        file.Flush();
        var path = PathOf(assetId);
        File.Move(file.Path, path, overwrite: false);
        Folder.Flush(Path.GetDirectoryName(path)!);
        return Task.CompletedTask;
    }

    public Stream? OpenRead(Guid assetId)
    {
        try
        {
            return new FileStream(PathOf(assetId), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024, FileOptions.Asynchronous);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    public Task DeleteAsync(Guid assetId, CancellationToken cancellation)
    {
        File.Delete(PathOf(assetId));
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<Guid> ListOlderThanAsync(DateTime time, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var file in new DirectoryInfo(_root).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            cancellation.ThrowIfCancellationRequested();
            if (file.LastWriteTimeUtc >= time) continue;
            // What a killed server left half received has no asset and never will have.
            if (file.DirectoryName == _incoming) file.Delete();
            else if (Guid.TryParseExact(file.Name, "N", out var assetId)) yield return assetId;
            await Task.Yield();
        }
    }

    private string PathOf(Guid assetId)
    {
        var name = assetId.ToString("N");
        return Path.Combine(_root, name[^2..], name);
    }
}
