using Microsoft.EntityFrameworkCore;
using Resumai.Server.Storage;

namespace Resumai.Server.Files;

/// <summary>Removes files that no asset has: an upload or a deletion was cut off between file and row. At start and then every hour.</summary>
internal sealed class OrphanSweep(IFileStore files, IDbContextFactory<ServerDb> databases, ILogger<OrphanSweep> logger) : BackgroundService
{
    /// <summary>Younger files may belong to a transaction that has not committed yet.</summary>
    private static readonly TimeSpan Age = TimeSpan.FromHours(1);
    private const int Batch = 500;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1));
        do
        {
            try
            {
                // The files' times are the machine's, whatever clock the server runs by.
                await SweepAsync(TimeProvider.System.GetUtcNow().UtcDateTime - Age, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                logger.LogError(e, "Orphaned files could not be removed; the next sweep tries again");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    internal async Task SweepAsync(DateTime olderThan, CancellationToken cancellation)
    {
        var batch = new List<Guid>(Batch);
        await foreach (var id in files.ListOlderThanAsync(olderThan, cancellation))
        {
            batch.Add(id);
            if (batch.Count == Batch) await RemoveOrphansAsync(batch, cancellation);
        }
        await RemoveOrphansAsync(batch, cancellation);
    }

    private async Task RemoveOrphansAsync(List<Guid> batch, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var kept = await db.Assets.Where(a => batch.Contains(a.Id)).Select(a => a.Id).ToHashSetAsync(cancellation);
        foreach (var id in batch.Where(id => !kept.Contains(id)))
        {
            logger.LogInformation("Removing the file of asset {AssetId}, which has no row", id);
            await files.DeleteAsync(id, cancellation);
        }
        batch.Clear();
    }
}
