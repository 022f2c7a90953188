using Microsoft.EntityFrameworkCore;
using Resumai.Server.Errors;
using Resumai.Server.Jobs;
using Resumai.Server.Settings;
using Resumai.Server.Storage;
using Resumai.Server.Telemetry;

namespace Resumai.Server.Assets;

/// <summary>
/// Puts documents in line once more. No credit is taken, and none given back: while the parse runs, and when it fails, the record that
/// was there stays. Thread-safe.
/// </summary>
public sealed class Reparsing(IJobQueue queue, AssetSignals signals, TimeProvider clock)
{
    /// <param name="assets">Those that the caller may know of.</param>
    /// <param name="finish">Called in the transaction with the asset; what it answers is given in place of null, and nothing is written.</param>
    /// <returns>Null when the document is in line; else 404, or 409 for one that is in line already or has failed.</returns>
    public async Task<IResult?> ReparseAsync(ServerDb db, IQueryable<Asset> assets, Guid id, Func<Asset, Task<IResult?>> finish, CancellationToken cancellation)
    {
        await using var write = await db.BeginWriteAsync(cancellation);
        var begun = await assets.Where(a => a.Id == id && a.Status == AssetStatus.Completed)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.Status, AssetStatus.Queued), cancellation);
        if (await assets.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancellation) is not { } asset) return ApiErrors.AssetNotFound.Problem();
        if (begun == 0) return asset.Status == AssetStatus.Failed ? ApiErrors.AssetFailed.Problem(asset.ErrorMessage ?? "") : ApiErrors.AssetNotReady.Problem(asset.Status).RetryAfter(2);
        await QueueAsync(db, asset, clock.UtcNow(), cancellation);
        if (await finish(asset) is { } other) return other;
        await write.CommitAsync();
        signals.Changed(id);
        queue.Announce();
        return null;
    }

    /// <summary>Puts an asset's job in line inside the caller's transaction, its stages to be done.</summary>
    internal static async Task QueueAsync(ServerDb db, Asset asset, DateTime now, CancellationToken cancellation)
    {
        await db.Tasks.Where(t => t.AssetId == asset.Id).ExecuteUpdateAsync(s => s
            .SetProperty(t => t.Status, AssetStatus.Queued)
            .SetProperty(t => t.StartedAt, (DateTime?)null)
            .SetProperty(t => t.FinishedAt, (DateTime?)null), cancellation);
        db.Jobs.Add(new Job
        {
            AssetId = asset.Id,
            AccountId = asset.AccountId,
            Environment = asset.Environment,
            EnqueuedAt = now,
            // Above every lease of the jobs before it: a late result of theirs must not pass for this one's.
            Lease = new DateTimeOffset(now).ToUnixTimeMilliseconds(),
            TraceParent = ServerTraces.Context,
        });
        await db.SaveChangesAsync(cancellation);
    }
}
