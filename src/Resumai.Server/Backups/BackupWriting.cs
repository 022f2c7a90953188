using Microsoft.EntityFrameworkCore;
using Resumai.Server.Files;
using Resumai.Server.Settings;
using Resumai.Server.Storage;

namespace Resumai.Server.Backups;

/// <summary>
/// Copies the database first, as it is at one instant, then the files: a file is kept before its rows are written, so none of them can be missing
/// but for assets deleted meanwhile.
/// </summary>
internal sealed class BackupWriting(IDatabaseEngine engine, IDatabaseCopy copy, IDbContextFactory<ServerDb> databases, IFileStore files, TimeProvider clock)
{
    /// <exception cref="BackupException">It cannot be made.</exception>
    public async Task<BackupManifest> RunAsync(BackupFolder folder, CancellationToken cancellation)
    {
        folder.Create();
        var takenAt = clock.UtcNow();
        await copy.WriteAsync(folder.Path, cancellation);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var migration = (await db.Database.GetAppliedMigrationsAsync(cancellation)).Last();
        var target = new DiskFileStore(folder.Files);
        var (copied, missing, bytes) = (0, 0, 0L);
        // Those that came meanwhile are copied too: their rows are not there when it is restored, and the sweep takes them.
        await foreach (var asset in db.Assets.AsNoTracking().Select(a => new { a.Id, a.Sha256 }).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (await files.CopyAsync(target, asset.Id, asset.Sha256, cancellation) is { } size) (copied, bytes) = (copied + 1, bytes + size);
            else missing++;
        }
        var manifest = new BackupManifest(engine.Name, migration, takenAt, copied, missing, bytes);
        await folder.FinishAsync(manifest);
        return manifest;
    }
}
