using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Resumai.Server.Settings;
using Resumai.Server.Storage;

namespace Resumai.Server.Jobs;

/// <summary>
/// Hands out jobs from the table itself: a signal wakes this process at once, hints of the database and polling find what other processes left.
/// </summary>
public sealed class DatabaseJobQueue : IJobQueue, IDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly string[] Environments = [ApiKeys.KeyEnvironment.Live, ApiKeys.KeyEnvironment.Test];

    private readonly string _owner = $"{Environment.MachineName}/{Environment.ProcessId}";
    private readonly SemaphoreSlim _signal = new(0);
    private readonly ConcurrentDictionary<string, Guid> _servedLast = new();
    private readonly IDbContextFactory<ServerDb> _databases;
    private readonly TimeProvider _clock;
    private readonly QueueOptions _options;
    private readonly INotices _notices;

    public DatabaseJobQueue(IDbContextFactory<ServerDb> databases, TimeProvider clock, QueueOptions options, INotices notices)
    {
        (_databases, _clock, _options, _notices) = (databases, clock, options, notices);
        notices.Listen(INotices.Jobs, _ => Wake());
    }

    public void Announce()
    {
        Wake();
        _notices.Send(INotices.Jobs, "");
    }

    public Task WaitAsync(CancellationToken cancellation) => _signal.WaitAsync(Poll, cancellation);

    public async Task<JobLease?> LeaseAsync(CancellationToken cancellation)
    {
        await using var db = await _databases.CreateDbContextAsync(cancellation);
        var now = _clock.UtcNow();
        // Looking costs the writers nothing; most looks of an idle server find nothing.
        if (!await db.Jobs.AnyAsync(j => j.LeasedUntil == null || j.LeasedUntil < now, cancellation)) return null;

        await using var write = await db.BeginWriteAsync(cancellation);
        foreach (var dead in await db.Taking($"SELECT * FROM jobs WHERE leased_until < {now}").ToListAsync(cancellation))
        {
            (dead.LeasedUntil, dead.LeasedBy, dead.Takeovers) = (null, null, dead.Takeovers + 1);
        }
        await db.SaveChangesAsync(cancellation);
        var job = await NextAsync(db, cancellation);
        if (job is not null)
        {
            (job.Lease, job.LeasedUntil, job.LeasedBy) = (job.Lease + 1, now + _options.Lease, _owner);
            await db.SaveChangesAsync(cancellation);
            await db.Assets.Where(a => a.Id == job.AssetId).ExecuteUpdateAsync(s => s.SetProperty(a => a.Status, AssetStatus.Processing), cancellation);
        }
        await write.CommitAsync();
        // There may be more, and others of this process that wait.
        if (job is not null) Wake();
        return job is null ? null : new JobLease(job.AssetId, job.AccountId, job.Environment, job.Lease, job.HostEnds, job.Takeovers);
    }

    public async Task<bool> RenewAsync(JobLease lease, CancellationToken cancellation)
    {
        var until = _clock.UtcNow() + _options.Lease;
        await using var db = await _databases.CreateDbContextAsync(cancellation);
        await using var write = await db.BeginWriteAsync(cancellation);
        var renewed = await db.Jobs.Held(lease).ExecuteUpdateAsync(s => s.SetProperty(j => j.LeasedUntil, until), cancellation);
        await write.CommitAsync();
        return renewed == 1;
    }

    public async Task ReturnAsync(JobLease lease, bool hostEnded, CancellationToken cancellation)
    {
        var ends = hostEnded ? 1 : 0;
        await using var db = await _databases.CreateDbContextAsync(cancellation);
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

    private void Wake()
    {
        if (_signal.CurrentCount == 0) _signal.Release();
    }

    /// <summary>The oldest job of the account after the one served last, taken for this transaction.</summary>
    private async Task<Job?> NextAsync(ServerDb db, CancellationToken cancellation)
    {
        foreach (var environment in Environments)
        {
            var last = _servedLast.GetValueOrDefault(environment);
            if ((await FirstAsync(last) ?? await FirstAsync(Guid.Empty)) is not { } job) continue;
            _servedLast[environment] = job.AccountId;
            return job;

            async Task<Job?> FirstAsync(Guid after) => (await db.Taking($"""
                SELECT * FROM jobs WHERE environment = {environment} AND leased_until IS NULL AND account_id > {after}
                ORDER BY account_id, enqueued_at, asset_id LIMIT 1
                """).ToListAsync(cancellation)).SingleOrDefault();
        }
        return null;
    }
}

internal static class HeldJobs
{
    /// <summary>The job, while the lease is still its newest: the fence that every write of a result passes.</summary>
    public static IQueryable<Job> Held(this IQueryable<Job> jobs, JobLease lease) =>
        jobs.Where(j => j.AssetId == lease.AssetId && j.Lease == lease.Number);

    /// <summary>Passes the fence and keeps it for this transaction: nobody takes the job over or ends it meanwhile.</summary>
    public static async Task<bool> LockAsync(this IQueryable<Job> jobs, JobLease lease, CancellationToken cancellation) =>
        await jobs.Held(lease).ExecuteUpdateAsync(s => s.SetProperty(j => j.Lease, j => j.Lease), cancellation) == 1;
}
