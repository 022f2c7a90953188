using Microsoft.EntityFrameworkCore;
using Resumai.Server.Files;
using Resumai.Server.Storage;

namespace Resumai.Server.Backups;

/// <summary>
/// Brings a backup back: files first and the database last, so that one that was cut off can be run again. The database is then brought to this
/// version. What was leased when the backup was taken is leased again.
/// </summary>
internal sealed class BackupReading(IServiceProvider services, IDatabaseEngine engine, IDatabaseCopy copy, IDbContextFactory<ServerDb> databases, IFileStore files)
{
    /// <exception cref="BackupException">It cannot be restored.</exception>
    public async Task<BackupManifest> RunAsync(BackupFolder folder, CancellationToken cancellation)
    {
        var manifest = await folder.ReadAsync(cancellation);
        if (manifest.Engine != engine.Name) throw new BackupException($"The backup is of {manifest.Engine}, and Database:Engine is {engine.Name}.");
        await using (var db = await databases.CreateDbContextAsync(cancellation))
        {
            if (!db.Database.GetMigrations().Contains(manifest.Migration)) throw new BackupException($"The backup was made by a later version ({manifest.Migration}).");
        }
        await copy.RequireEmptyAsync(cancellation);
        var source = new DiskFileStore(folder.Files);
        await foreach (var id in source.ListOlderThanAsync(DateTime.MaxValue, cancellation))
        {
            if (await source.CopyAsync(files, id, sha256: null, cancellation) is null) throw new BackupException($"The file of asset {id} cannot be copied.");
        }
        await copy.ReadAsync(folder.Path, cancellation);
        await services.PrepareDatabaseAsync(cancellation);
        return manifest;
    }
}
