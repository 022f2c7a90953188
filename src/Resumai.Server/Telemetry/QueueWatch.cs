using Microsoft.EntityFrameworkCore;
using Resumai.Server.ApiKeys;
using Resumai.Server.Settings;
using Resumai.Server.Storage;

namespace Resumai.Server.Telemetry;

/// <summary>Looks at the queue every ten seconds for its gauges; while the database is away they stand still. They are of the whole database, so one server is enough to look.</summary>
internal sealed class QueueWatch(IDbContextFactory<ServerDb> databases, ServerMeter meter, TimeProvider clock, ILogger<QueueWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        do
        {
            try
            {
                meter.SeeQueue(await LookAsync(stoppingToken));
            }
            // What is measured must never end what is measured.
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning("The queue could not be looked at: {Reason}", e.GetBaseException().Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<IReadOnlyList<QueueState>> LookAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = clock.UtcNow();
        var seen = await db.Jobs.GroupBy(j => new { j.Environment, Waits = j.LeasedUntil == null })
            .Select(g => new { g.Key.Environment, g.Key.Waits, Count = g.Count(), Oldest = g.Min(j => j.EnqueuedAt) }).ToListAsync(cancellation);
        return [.. new[] { KeyEnvironment.Live, KeyEnvironment.Test }.Select(environment =>
        {
            var (waiting, leased) = (seen.Find(s => s.Environment == environment && s.Waits), seen.Find(s => s.Environment == environment && !s.Waits));
            return new QueueState(environment, waiting?.Count ?? 0, leased?.Count ?? 0, waiting is null ? TimeSpan.Zero : now - waiting.Oldest);
        })];
    }
}
