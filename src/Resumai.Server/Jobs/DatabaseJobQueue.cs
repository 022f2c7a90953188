using Microsoft.EntityFrameworkCore;
using Resumai.Server.Settings;
using Resumai.Server.Storage;

namespace Resumai.Server.Jobs;

/// <summary>Hands out jobs from the table itself: a signal wakes this process at once, polling finds what other processes left.</summary>
public sealed class DatabaseJobQueue(IDbContextFactory<ServerDb> databases, TimeProvider clock, QueueOptions options) : IJobQueue, IDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly string[] Environments = [ApiKeys.KeyEnvironment.Live, ApiKeys.KeyEnvironment.Test];

    private readonly string _owner = $"{Environment.MachineName}/{Environment.ProcessId}";
    private readonly SemaphoreSlim _signal = new(0);
    private readonly Dictionary<string, Guid> _servedLast = [];

    public void Announce()
    {
        if (_signal.CurrentCount == 0) _signal.Release();
    }

    public Task WaitAsync(CancellationToken cancellation) => _signal.WaitAsync(Poll, cancellation);

    public async Task<JobLease?> LeaseAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = clock.UtcNow();
        // Looking costs the writers nothing; most looks of an idle server find nothing.
        if (!await db.Jobs.AnyAsync(j => j.LeasedUntil == null || j.LeasedUntil < now, cancellation)) return null;

        await using var write = await db.BeginWriteAsync(cancellation);
        await db.Jobs.Where(j => j.LeasedUntil < now).ExecuteUpdateAsync(s => s
            .SetProperty(j => j.LeasedUntil, (DateTime?)null)
            .SetProperty(j => j.LeasedBy, (string?)null)
            .SetProperty(j => j.Takeovers, j => j.Takeovers + 1), cancellation);
        var job = await NextAsync(db, cancellation);
        if (job is not null)
        {
            (job.Lease, job.LeasedUntil, job.LeasedBy) = (job.Lease + 1, now + options.Lease, _owner);
            await db.SaveChangesAsync(cancellation);
            await db.Assets.Where(a => a.Id == job.AssetId).ExecuteUpdateAsync(s => s.SetProperty(a => a.Status, AssetStatus.Processing), cancellation);
        }
        await write.CommitAsync();
        return job is null ? null : new JobLease(job.AssetId, job.AccountId, job.Environment, job.Lease, job.HostEnds, job.Takeovers);
    }

    public async Task<bool> RenewAsync(JobLease lease, CancellationToken cancellation)
    {
        var until = clock.UtcNow() + options.Lease;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var write = await db.BeginWriteAsync(cancellation);
        var renewed = await db.Jobs.Held(lease).ExecuteUpdateAsync(s => s.SetProperty(j => j.LeasedUntil, until), cancellation);
        await write.CommitAsync();
        return renewed == 1;
    }

    public async Task ReturnAsync(JobLease lease, bool hostEnded, CancellationToken cancellation)
    {
        var ends = hostEnded ? 1 : 0;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var write = await db.BeginWriteAsync(cancellation);
        var returned = await db.Jobs.Held(lease).ExecuteUpdateAsync(s => s
            .SetProperty(j => j.LeasedUntil, (DateTime?)null)
            .SetProperty(j => j.LeasedBy, (string?)null)
            .SetProperty(j => j.HostEnds, j => j.HostEnds + ends), cancellation);
        if (returned == 1)
        {
            await db.Assets.Where(a => a.Id == lease.AssetId).ExecuteUpdateAsync(s => s.SetProperty(a => a.Status, AssetStatus.Queued), cancellation);
            await db.Tasks.Where(t => t.AssetId == lease.AssetId).ExecuteUpdateAsync(s => s
                .SetProperty(t => t.Status, AssetStatus.Queued)
                .SetProperty(t => t.StartedAt, (DateTime?)null)
                .SetProperty(t => t.FinishedAt, (DateTime?)null), cancellation);
        }
        await write.CommitAsync();
        Announce();
    }

    public void Dispose() => _signal.Dispose();

    private async Task<Job?> NextAsync(ServerDb db, CancellationToken cancellation)
    {
        foreach (var environment in Environments)
        {
            var waiting = db.Jobs.Where(j => j.Environment == environment && j.LeasedUntil == null);
            var last = _servedLast.GetValueOrDefault(environment);
            var account = await FirstAsync(waiting.Where(j => j.AccountId > last)) ?? await FirstAsync(waiting);
            if (account is null) continue;
            _servedLast[environment] = account.Value;
            return await waiting.Where(j => j.AccountId == account).OrderBy(j => j.EnqueuedAt).ThenBy(j => j.AssetId).FirstAsync(cancellation);
        }
        return null;

        Task<Guid?> FirstAsync(IQueryable<Job> jobs) => jobs.OrderBy(j => j.AccountId).Select(j => (Guid?)j.AccountId).FirstOrDefaultAsync(cancellation);
    }
}

internal static class HeldJobs
{
    /// <summary>The job, while the lease is still its newest: the fence that every write of a result passes.</summary>
    public static IQueryable<Job> Held(this IQueryable<Job> jobs, JobLease lease) =>
        jobs.Where(j => j.AssetId == lease.AssetId && j.Lease == lease.Number);
}
