using System.Runtime.CompilerServices;

namespace Resumai.Server.Files;

/// <summary>Files in folders under one root: <c>ab/cd/{id}</c> by the id's last digits (the first are its time), <c>incoming/</c> until kept.</summary>
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
    }

    public IncomingFile Receive() => new(Path.Combine(_incoming, Guid.CreateVersion7().ToString("N")));

    public Task KeepAsync(IncomingFile file, Guid assetId, CancellationToken cancellation)
    {
        file.Flush();
        var path = PathOf(assetId);
        var folder = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            Folder.Flush(Path.GetDirectoryName(folder)!);
            Folder.Flush(_root);
        }
        File.Move(file.Path, path, overwrite: false);
        Folder.Flush(folder);
        return Task.CompletedTask;
    }

    public Stream? OpenRead(Guid assetId)
    {
        try
        {
            return new FileStream(PathOf(assetId), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024, FileOptions.Asynchronous);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public Task DeleteAsync(Guid assetId, CancellationToken cancellation)
    {
        try
        {
            File.Delete(PathOf(assetId));
        }
        catch (DirectoryNotFoundException)
        {
            // No file of that folder was ever kept.
        }
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
        return Path.Combine(_root, name[^2..], name[^4..^2], name);
    }
}
