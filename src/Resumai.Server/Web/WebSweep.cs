using Microsoft.EntityFrameworkCore;
using Resumai.Server.Settings;
using Resumai.Server.Storage;

namespace Resumai.Server.Web;

/// <summary>How long the app keeps what is about people and is not theirs to delete.</summary>
/// <param name="Requests">Requests for access, from their decision on, or from their sending where nobody decided.</param>
/// <param name="Audit">What was written down.</param>
public sealed record WebKeeping(TimeSpan Requests, TimeSpan Audit)
{
    public static WebKeeping Read(SettingsReader settings) => new(
        TimeSpan.FromDays(settings.Integer("AccessRequests:KeepDays", 180, 1, 3650)),
        TimeSpan.FromDays(settings.Integer("Audit:KeepDays", 400, 1, 3650)));
}

/// <summary>Deletes what is older than that, at start and then every hour.</summary>
internal sealed class WebSweep(IDbContextFactory<ServerDb> databases, WebKeeping keeping, TimeProvider time, ILogger<WebSweep> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), time);
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "Old requests and entries could not be deleted; the next sweep tries again.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    internal async Task SweepAsync(CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        var (requests, entries) = (now - keeping.Requests, now - keeping.Audit);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await db.BeginWriteAsync(cancellationToken);
        await db.AccessRequests.Where(r => (r.DecidedAt ?? r.CreatedAt) <= requests).ExecuteDeleteAsync(cancellationToken);
        await db.AuditEntries.Where(e => e.At <= entries).ExecuteDeleteAsync(cancellationToken);
        await db.SupportConsents.Where(c => c.Until <= now).ExecuteDeleteAsync(cancellationToken);
        await write.CommitAsync();
    }
}
