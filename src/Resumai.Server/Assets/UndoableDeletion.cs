using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Resumai.Server.ApiKeys;
using Resumai.Server.Errors;
using Resumai.Server.Jobs;
using Resumai.Server.Settings;
using Resumai.Server.Storage;

namespace Resumai.Server.Assets;

/// <summary>
/// Deletes assets so that they can come back for 30 days. For everybody they are gone at once: their rows leave the environment that keys,
/// lists and the index of duplicates look in. Thread-safe.
/// </summary>
public sealed class UndoableDeletion(AssetSignals signals, IJobQueue queue, TimeProvider clock)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    /// <summary>Assets of test keys go a day after their upload, deleted or not.</summary>
    private static readonly TimeSpan TestKept = TimeSpan.FromHours(24);

    /// <param name="environment">Of the asset: <c>live</c> or <c>test</c>.</param>
    /// <returns>How long it can be undone; null when the account has no such asset there.</returns>
    public async Task<DeletedAsset?> DeleteAsync(ServerDb db, Guid accountId, string environment, Guid id, CancellationToken cancellation)
    {
        var now = clock.UtcNow();
        await using var write = await db.BeginWriteAsync(cancellation);
        var assets = db.Assets.Where(a => a.Id == id && a.AccountId == accountId && a.Environment == environment);
        if (await assets.AsNoTracking().SingleOrDefaultAsync(cancellation) is not { } asset) return null;
        // Jobs before assets, as whoever works on them locks them.
        await db.Jobs.Where(j => j.AssetId == id).ExecuteDeleteAsync(cancellation);
        var place = PlaceOf(id);
        if (await assets.ExecuteUpdateAsync(s => s.SetProperty(a => a.Environment, place), cancellation) == 0) return null;
        await db.DisplayRows.Where(r => r.AssetId == id).ExecuteDeleteAsync(cancellation);
        await db.AssetTags.Where(t => t.AssetId == id).ExecuteDeleteAsync(cancellation);
        var until = now + Kept;
        if (environment == KeyEnvironment.Test && asset.UploadedAt + TestKept < until) until = asset.UploadedAt + TestKept;
        var deleted = new DeletedAsset { AssetId = id, Environment = environment, DeletedAt = now, UndoUntil = until };
        db.DeletedAssets.Add(deleted);
        await db.SaveChangesAsync(cancellation);
        await write.CommitAsync();
        signals.Changed(id);
        return deleted;
    }

    /// <summary>Brings a deleted asset back as it was; one that was not finished is put in line again.</summary>
    /// <param name="finish">Called in the transaction with the asset; what it answers is given in place of null, and nothing is written.</param>
    /// <returns>Null when it is back; else 404, or 409 when the same bytes were uploaded again.</returns>
    public async Task<IResult?> UndoAsync(ServerDb db, Guid accountId, string environment, Guid id, Func<Asset, Task<IResult?>> finish, CancellationToken cancellation)
    {
        var now = clock.UtcNow();
        await using var write = await db.BeginWriteAsync(cancellation);
        var undone = await db.DeletedAssets.Where(d => d.AssetId == id && d.Environment == environment && d.UndoUntil > now
            && db.Assets.Any(a => a.Id == id && a.AccountId == accountId)).ExecuteDeleteAsync(cancellation);
        if (undone == 0) return ApiErrors.AssetNotFound.Problem();
        var asset = await db.Assets.SingleAsync(a => a.Id == id, cancellation);
        db.Entry(asset).Property(a => a.Environment).CurrentValue = environment;
        if (!AssetStatus.IsFinal(asset.Status)) asset.Status = AssetStatus.Queued;
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException e) when (db.RefusalOf(e) == Uniqueness.Index)
        {
            db.ChangeTracker.Clear();
            var first = await db.Assets.AsNoTracking().SingleOrDefaultAsync(
                a => a.AccountId == accountId && a.Environment == environment && a.Sha256 == asset.Sha256 && a.Status != AssetStatus.Failed, cancellation);
            // Gone since the index refused: the next try finds room.
            return first is null ? ApiErrors.Unavailable.Problem().RetryAfter(1) : AssetIntake.Duplicate(first);
        }
        var tags = JsonSerializer.Deserialize<string[]>(asset.TagsJson)!;
        db.AssetTags.AddRange(tags.Select(tag => new AssetTag { AssetId = id, AccountId = accountId, Environment = environment, Tag = tag }));
        await db.SaveChangesAsync(cancellation);
        if (AssetStatus.IsFinal(asset.Status)) await AssetTagging.ShowAsync(db, asset, cancellation);
        else await Reparsing.QueueAsync(db, asset, now, cancellation);
        if (await finish(asset) is { } other) return other;
        await write.CommitAsync();
        signals.Changed(id);
        if (!AssetStatus.IsFinal(asset.Status)) queue.Announce();
        return null;
    }

    private static string PlaceOf(Guid id) => $"deleted:{id}";
}
