using System.Runtime.CompilerServices;

namespace Resumai.Server.Files;

/// <summary>Files in 256 folders under one root: <c>ab/{id}</c> by the id's last digits (the first are its time), <c>incoming/</c> until kept.</summary>
public sealed class DiskFileStore : IFileStore
{
    private readonly string _root;
    private readonly IncomingFolder _incoming;
    private readonly bool[] _isMade = new bool[256];

    /// <param name="root">Folder of the store; created when missing. One file system: files are moved inside it.</param>
    public DiskFileStore(string root)
    {
        _root = root;
        _incoming = new IncomingFolder(root);
    }

    public IncomingFile Receive() => _incoming.Receive();

    public Task KeepAsync(IncomingFile file, Guid assetId, CancellationToken cancellation)
    {
        file.Flush();
        var path = PathOf(assetId);
        MakeFolderOf(assetId);
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
        catch (Exception e) when (IsNotThere(e))
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public Task DeleteAsync(Guid assetId, CancellationToken cancellation)
    {
        try
        {
            File.Delete(PathOf(assetId));
        }
        catch (DirectoryNotFoundException e) when (IsNotThere(e))
        {
            // No file has ever been in its folder.
        }
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

    /// <summary>The file is not there: its folder may never have been made. Without the store's own folder (its disk is not mounted) nothing is said about any file.</summary>
    private bool IsNotThere(Exception e) => e is FileNotFoundException || (e is DirectoryNotFoundException && Directory.Exists(_root));

    /// <summary>Each server does this before its first file in a folder, also when it is there: its maker may not have flushed it yet, and it would be lost with the files of both.</summary>
    private void MakeFolderOf(Guid assetId)
    {
        var path = Path.GetDirectoryName(PathOf(assetId))!;
        ref var isMade = ref _isMade[Convert.ToByte(Path.GetFileName(path), 16)];
        if (Volatile.Read(ref isMade)) return;
        lock (_isMade)
        {
            Directory.CreateDirectory(path);
            Folder.Flush(_root);
            Volatile.Write(ref isMade, true);
        }
    }

    private string PathOf(Guid assetId)
    {
        var name = assetId.ToString("N");
        return Path.Combine(_root, name[^2..], name);
    }
}
