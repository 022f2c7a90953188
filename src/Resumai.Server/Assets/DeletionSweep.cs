using Microsoft.EntityFrameworkCore;
using Resumai.Server.Settings;
using Resumai.Server.Storage;

namespace Resumai.Server.Assets;

/// <summary>Removes for good what was deleted and can no longer be brought back: at start and then every quarter of an hour.</summary>
internal sealed class DeletionSweep(IDbContextFactory<ServerDb> databases, AssetDeletion deletion, TimeProvider clock, ILogger<DeletionSweep> logger) : BackgroundService
{
    /// <summary>An undo of the last moment may be on its way.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);
    private const int Batch = 100;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(15), clock);
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                logger.LogError(e, "Deleted assets could not be removed for good; the next sweep tries again");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    internal async Task SweepAsync(CancellationToken cancellation)
    {
        var latest = clock.UtcNow() - Slack;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var due = db.DeletedAssets.Where(d => d.UndoUntil <= latest).OrderBy(d => d.UndoUntil).Take(Batch).Select(d => d.AssetId);
        var assets = db.Assets.Where(a => due.Contains(a.Id));
        while (await due.AnyAsync(cancellation)) await deletion.DeleteAsync(db, assets, cancellation);
    }
}
