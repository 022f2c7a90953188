using Microsoft.EntityFrameworkCore;
using Resumai.Server.Files;
using Resumai.Server.Jobs;
using Resumai.Server.Storage;

namespace Resumai.Server.Assets;

/// <summary>
/// Removes assets with all that was made of them. The rows go first, in one transaction: a file whose removal is cut off is an orphan
/// that the sweep takes, and a parse still running finds no job to write its result to.
/// </summary>
public sealed class AssetDeletion(IFileStore files, AssetSignals signals)
{
    /// <returns>How many there were.</returns>
    public async Task<int> DeleteAsync(ServerDb db, IQueryable<Asset> assets, CancellationToken cancellation)
    {
        List<Guid> ids;
        await using (var write = await db.BeginWriteAsync(cancellation))
        {
            ids = await assets.Select(a => a.Id).ToListAsync(cancellation);
            // Jobs before assets, as whoever works on them locks them.
            await db.Jobs.Where(j => ids.Contains(j.AssetId)).ExecuteDeleteAsync(cancellation);
            await db.Assets.Where(a => ids.Contains(a.Id)).ExecuteDeleteAsync(cancellation);
            await write.CommitAsync();
        }
        foreach (var id in ids)
        {
            await files.DeleteOrLeaveAsync(id);
            signals.Changed(id);
        }
        if (ids.Count > 0) await db.ForgetDeletedAsync(cancellation);
        return ids.Count;
    }
}
