using Microsoft.EntityFrameworkCore;

namespace Resumai.Server.Storage;

internal static class AssetLock
{
    /// <summary>
    /// Keeps an asset's row for this transaction and reads it, untracked: nobody deletes, reparses or tags it meanwhile. Null when it is not
    /// among these.
    /// </summary>
    public static async Task<Asset?> LockAsync(this IQueryable<Asset> assets, ServerDb db, Guid id, CancellationToken cancellation) =>
        await assets.Where(a => a.Id == id).ExecuteUpdateAsync(s => s.SetProperty(a => a.Status, a => a.Status), cancellation) == 1
            ? await db.Assets.AsNoTracking().SingleAsync(a => a.Id == id, cancellation)
            : null;
}
