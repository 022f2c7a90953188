using Microsoft.EntityFrameworkCore;
using Resumai.Master;
using Resumai.Server.Accounts;
using Resumai.Server.Data;
using Resumai.Server.Data.Corrections;
using Resumai.Server.Settings;
using Resumai.Server.Storage;
using Resumai.Server.Telemetry;

namespace Resumai.Server.Jobs;

/// <summary>
/// Writes what became of a job, each in one transaction behind the fence: an asset is completed with its record and rows, or failed
/// with its credit back, exactly once, whoever else worked on it.
/// </summary>
public sealed class ParseResults(
    IDbContextFactory<ServerDb> databases, Wallet wallet, TimeProvider clock, AssetSignals signals, DrainRate drain, ServerMeter meter)
{
    /// <summary>Stores the record. False, and nothing happens, when the lease is no longer the job's.</summary>
    /// <param name="json">The record as the parser wrote it.</param>
    public Task<bool> CompleteAsync(JobLease lease, MasterRecord record, ReadOnlyMemory<byte> json, StageTimes stages, CancellationToken cancellation)
    {
        var packed = RecordBytes.Pack(json.Span);
        return EndAsync(lease, failure: null, stages, async (db, asset, tasks) =>
        {
            var shown = record;
            if (await db.Masters.SingleOrDefaultAsync(m => m.AssetId == asset.Id, cancellation) is { } before) shown = RecordEditing.Reparse(db, before, record, clock.UtcNow());
            else db.Masters.Add(new MasterRow { AssetId = asset.Id, AccountId = asset.AccountId, Record = packed, Revision = 1, UpdatedAt = clock.UtcNow() });
            asset.PageCount = record.Document.PageCount;
            await DisplayIndex.WriteAsync(db, asset, shown, cancellation);
            stages.StoreEnds();
            stages.WriteTo(tasks);
            (asset.Status, asset.ErrorCode, asset.ErrorMessage) = (AssetStatus.Completed, null, null);
            return 0;
        }, cancellation);
    }

    /// <summary>Fails the asset and gives its credit back. False, and nothing happens, when the lease is no longer the job's.</summary>
    public Task<bool> FailAsync(JobLease lease, ParseError error, StageTimes stages, CancellationToken cancellation) =>
        EndAsync(lease, error.Code, stages, async (db, asset, tasks) =>
        {
            // A parse of what has a record was free, and the record stays: the asset is as complete as before, and says why it was not parsed again.
            if (await db.Masters.AnyAsync(m => m.AssetId == asset.Id, cancellation))
            {
                stages.WriteFailureTo(tasks);
                (asset.Status, asset.ErrorCode, asset.ErrorMessage) = (AssetStatus.Completed, error.Code, error.Message);
                return 0;
            }
            var refunded = await wallet.RefundAsync(db, asset.AccountId, asset.Id, cancellation);
            stages.WriteFailureTo(tasks);
            (asset.Status, asset.ErrorCode, asset.ErrorMessage) = (AssetStatus.Failed, error.Code, error.Message);
            return refunded ? 1 : 0;
        }, cancellation);

    /// <summary>Shows how far the parse is.</summary>
    public async Task ProgressAsync(JobLease lease, StageTimes stages, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var write = await db.BeginWriteAsync(cancellation);
        if (!await db.Jobs.LockAsync(lease, cancellation)) return;
        stages.WriteTo(await db.Tasks.Where(t => t.AssetId == lease.AssetId).ToListAsync(cancellation));
        await db.SaveChangesAsync(cancellation);
        await write.CommitAsync();
    }

    /// <param name="failure">Its code; null: completed.</param>
    /// <param name="write">What is written; the credits it gave back.</param>
    private async Task<bool> EndAsync(
        JobLease lease, string? failure, StageTimes stages, Func<ServerDb, Asset, List<ParseTask>, Task<int>> write, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.BeginWriteAsync(cancellation);
        if (await db.Jobs.Held(lease).ExecuteDeleteAsync(cancellation) == 0) return false;
        // Locked before it is read: its tags may be changing, and its display row must have them.
        await db.Assets.LockAsync(db, lease.AssetId, cancellation);
        var asset = await db.Assets.SingleAsync(a => a.Id == lease.AssetId, cancellation);
        var tasks = await db.Tasks.Where(t => t.AssetId == lease.AssetId).ToListAsync(cancellation);
        var refunded = await write(db, asset, tasks);
        var now = clock.UtcNow();
        asset.CompletedAt = now;
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync();
        var spans = stages.Spans(now);
        ServerTraces.End(failure, spans);
        meter.JobEnded(now - lease.EnqueuedAt, failure, spans);
        if (refunded > 0) meter.CreditsRefunded(refunded);
        drain.JobEnded();
        signals.Changed(asset.Id);
        return true;
    }
}
