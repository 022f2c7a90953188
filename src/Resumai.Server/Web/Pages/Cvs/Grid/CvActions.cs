using Microsoft.EntityFrameworkCore;
using Resumai.Server.ApiKeys;
using Resumai.Server.Assets;
using Resumai.Server.Settings;
using Resumai.Server.Storage;

namespace Resumai.Server.Web.Pages.Cvs.Grid;

/// <summary>What is done to many CVs of an account at once: one after the other, each as the API does it. Thread-safe.</summary>
internal sealed class CvActions(IDbContextFactory<ServerDb> databases, AssetTagging tagging, UndoableDeletion deletion, AssetDeletion final, TimeProvider clock)
{
    /// <summary>A deleted CV that can come back.</summary>
    public sealed record Deleted(Guid Id, string Filename, DateTime DeletedAt, DateTime UndoUntil);

    /// <summary>Of the deleted that are shown.</summary>
    public const int MostShown = 1_000;

    /// <summary>Adds and removes tags. A CV that is gone, or would have too many, is passed over.</summary>
    /// <param name="progress">Told how many were looked at.</param>
    /// <returns>How many have the tags now.</returns>
    public async Task<int> TagAsync(Guid accountId, IReadOnlyList<Guid> ids, IReadOnlyList<string> add, IReadOnlyList<string> remove, Func<int, Task> progress, CancellationToken cancellation)
    {
        var tagged = 0;
        await EachAsync(ids, async (db, id) =>
        {
            if (await tagging.ChangeAsync(db, Live(db, accountId), id, add, remove, cancellation)) tagged++;
        }, progress, cancellation);
        return tagged;
    }

    /// <summary>Deletes so that it can be undone for 30 days.</summary>
    /// <returns>What was deleted.</returns>
    public async Task<IReadOnlyList<Guid>> DeleteAsync(Guid accountId, IReadOnlyList<Guid> ids, Func<int, Task> progress, CancellationToken cancellation)
    {
        var deleted = new List<Guid>();
        await EachAsync(ids, async (db, id) =>
        {
            if (await deletion.DeleteAsync(db, accountId, KeyEnvironment.Live, id, cancellation) is not null) deleted.Add(id);
        }, progress, cancellation);
        return deleted;
    }

    /// <summary>Brings deleted CVs back.</summary>
    /// <returns>How many are back; the others are gone for good, or their files were uploaded again.</returns>
    public async Task<int> RestoreAsync(Guid accountId, IReadOnlyList<Guid> ids, Func<int, Task> progress, CancellationToken cancellation)
    {
        var restored = 0;
        await EachAsync(ids, async (db, id) =>
        {
            if (await deletion.UndoAsync(db, accountId, KeyEnvironment.Live, id, _ => Task.FromResult<IResult?>(null), cancellation) is null) restored++;
        }, progress, cancellation);
        return restored;
    }

    /// <summary>What can come back, last deleted first.</summary>
    public async Task<IReadOnlyList<Deleted>> DeletedAsync(Guid accountId)
    {
        var now = clock.UtcNow();
        await using var db = await databases.CreateDbContextAsync();
        return await db.DeletedAssets.Where(d => d.Environment == KeyEnvironment.Live && d.UndoUntil > now)
            .Join(db.Assets.Where(a => a.AccountId == accountId), d => d.AssetId, a => a.Id, (d, a) => new { d, a.Filename })
            .OrderByDescending(x => x.d.DeletedAt).ThenBy(x => x.d.AssetId).Take(MostShown)
            .Select(x => new Deleted(x.d.AssetId, x.Filename, x.d.DeletedAt, x.d.UndoUntil)).ToListAsync();
    }

    /// <summary>Deletes for good what was deleted so that it could come back.</summary>
    public async Task DeleteForGoodAsync(Guid accountId, Guid id)
    {
        await using var db = await databases.CreateDbContextAsync();
        await final.DeleteAsync(db, db.Assets.Where(a => a.Id == id && a.AccountId == accountId
            && db.DeletedAssets.Any(d => d.AssetId == id && d.Environment == KeyEnvironment.Live)), CancellationToken.None);
    }

    private static IQueryable<Asset> Live(ServerDb db, Guid accountId) => db.Assets.Where(a => a.AccountId == accountId && a.Environment == KeyEnvironment.Live);

    private async Task EachAsync(IReadOnlyList<Guid> ids, Func<ServerDb, Guid, Task> act, Func<int, Task> progress, CancellationToken cancellation)
    {
        for (var i = 0; i < ids.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            await using var db = await databases.CreateDbContextAsync(cancellation);
            await act(db, ids[i]);
            if ((i + 1) % 20 == 0) await progress(i + 1);
        }
    }
}
