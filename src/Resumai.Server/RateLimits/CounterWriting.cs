using Microsoft.EntityFrameworkCore;
using Resumai.Server.ApiKeys;
using Resumai.Server.Settings;
using Resumai.Server.Storage;

namespace Resumai.Server.RateLimits;

/// <summary>
/// Writes day counts, counts by endpoint and last uses together, every second and at the end: a crash forgets a second of them at most.
/// Days that are over are deleted after a month, and those of accounts that are gone.
/// </summary>
internal sealed class CounterWriting(
    IDbContextFactory<ServerDb> databases, RequestCounters counters, EndpointUse endpoints, KeyUse use, FailedAuthentications failed, AccessRequestCounter requests, TimeProvider time, ILogger<CounterWriting> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private const int TidyingPauses = 60;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        for (var pauses = 1; await timer.WaitForNextTickAsync(stoppingToken); pauses++)
        {
            try
            {
                await WriteAsync();
                if (pauses % TidyingPauses == 0) await TidyAsync();
            }
            catch (Exception e)
            {
                log.LogError(e, "Request counts could not be written; they are kept for the next second.");
            }
        }
    }

    /// <summary>The web server has stopped before this: nothing is counted any more.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync();
    }

    internal async Task WriteAsync()
    {
        if (use.IsEmpty && endpoints.IsEmpty && !counters.HasUnwritten()) return;
        var asked = new List<(EndpointUse.Use, long)>();
        var written = new List<(Guid, DateOnly, long)>();
        try
        {
            await using var db = await databases.CreateDbContextAsync();
            await using var write = await db.BeginWriteAsync();
            await counters.WriteAsync(db, written, CancellationToken.None);
            await endpoints.WriteAsync(db, asked, CancellationToken.None);
            await use.WriteAsync(db, CancellationToken.None);
            await write.CommitAsync();
        }
        catch
        {
            await counters.PutBackAsync(written);
            endpoints.PutBack(asked);
            throw;
        }
    }

    private async Task TidyAsync()
    {
        failed.ForgetOld();
        requests.ForgetOld();
        await counters.RetireIdleAsync();
        var oldest = DateOnly.FromDateTime(time.UtcNow()).AddDays(-31);
        await using var db = await databases.CreateDbContextAsync();
        await db.DayCounts.Where(d => d.Day < oldest || !db.Accounts.Any(a => a.Id == d.AccountId)).ExecuteDeleteAsync();
        await db.EndpointCounts.Where(c => c.Day < oldest || !db.Accounts.Any(a => a.Id == c.AccountId)).ExecuteDeleteAsync();
    }
}
