using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Resumai.Master;
using Resumai.Server.Conventions;
using Resumai.Server.Data;
using Resumai.Server.Storage;

namespace Resumai.Server.Assets;

/// <summary>Gives assets other tags. Thread-safe.</summary>
public sealed class AssetTagging
{
    /// <summary>Writes an asset's tags, and with them its display row and what is searched, in one transaction.</summary>
    /// <param name="assets">Those that the caller may know of.</param>
    /// <param name="tags">Checked, each once.</param>
    /// <returns>The asset as it is now; null when it is not among these.</returns>
    public async Task<Asset?> SetAsync(ServerDb db, IQueryable<Asset> assets, Guid id, IReadOnlyList<string> tags, CancellationToken cancellation)
    {
        await using var write = await db.BeginWriteAsync(cancellation);
        if (await WriteAsync(db, assets, id, tags, cancellation) is not { } asset) return null;
        await write.CommitAsync();
        return asset;
    }

    /// <summary>Adds and removes tags, in one transaction that nobody else's change comes into.</summary>
    /// <param name="assets">Those that the caller may know of.</param>
    /// <param name="add">Checked.</param>
    /// <returns>False when the asset is not among these, or would have more tags than one may have: nothing is written then.</returns>
    public async Task<bool> ChangeAsync(ServerDb db, IQueryable<Asset> assets, Guid id, IReadOnlyList<string> add, IReadOnlyList<string> remove, CancellationToken cancellation)
    {
        await using var write = await db.BeginWriteAsync(cancellation);
        if (await assets.LockAsync(db, id, cancellation) is not { } asset) return false;
        var before = JsonSerializer.Deserialize<string[]>(asset.TagsJson)!;
        string[] tags = [.. before.Union(add).Except(remove)];
        if (tags.Length > UploadLimits.Tags) return false;
        if (tags.SequenceEqual(before)) return true;
        await WriteAsync(db, assets, id, tags, cancellation);
        await write.CommitAsync();
        return true;
    }

    /// <summary>Writes the display row of an asset that has a record, inside the caller's transaction.</summary>
    internal static async Task ShowAsync(ServerDb db, Asset asset, CancellationToken cancellation)
    {
        if (await db.Masters.AsNoTracking().SingleOrDefaultAsync(m => m.AssetId == asset.Id, cancellation) is not { } row) return;
        var record = JsonSerializer.Deserialize(RecordBytes.Unpack(row.Record), MasterJson.Compact.MasterRecord)!;
        await DisplayIndex.WriteAsync(db, asset, record, cancellation);
    }

    private static async Task<Asset?> WriteAsync(ServerDb db, IQueryable<Asset> assets, Guid id, IReadOnlyList<string> tags, CancellationToken cancellation)
    {
        var json = JsonSerializer.Serialize(tags, JsonForm.Options);
        if (await assets.Where(a => a.Id == id).ExecuteUpdateAsync(s => s.SetProperty(a => a.TagsJson, json), cancellation) == 0) return null;
        var asset = await db.Assets.AsNoTracking().SingleAsync(a => a.Id == id, cancellation);
        await db.AssetTags.Where(t => t.AssetId == id).ExecuteDeleteAsync(cancellation);
        db.AssetTags.AddRange(tags.Select(tag => new AssetTag { AssetId = id, AccountId = asset.AccountId, Environment = asset.Environment, Tag = tag }));
        await db.SaveChangesAsync(cancellation);
        await ShowAsync(db, asset, cancellation);
        return asset;
    }
}
