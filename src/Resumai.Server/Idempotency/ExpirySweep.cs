using Microsoft.EntityFrameworkCore;
using Resumai.Server.Settings;
using Resumai.Server.Storage;

namespace Resumai.Server.Idempotency;

/// <summary>Deletes stored answers that are older than 24 h, at start and then every quarter of an hour.</summary>
internal sealed class ExpirySweep(IDbContextFactory<ServerDb> databases, TimeProvider time, ILogger<ExpirySweep> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(15), time);
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "Expired idempotency rows could not be deleted; the next sweep tries again.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    internal async Task SweepAsync(CancellationToken cancellationToken)
    {
        var oldest = time.UtcNow() - IdempotentRequests.Kept;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await db.BeginWriteAsync(cancellationToken);
        await db.Idempotency.Where(i => i.CreatedAt <= oldest).ExecuteDeleteAsync(cancellationToken);
        await write.CommitAsync();
    }
}
