using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Resumai.Server.Settings;
using Resumai.Server.Storage;

namespace Resumai.Server.Jobs;

/// <summary>The jobs and who has them: the truth, whatever hands them out. Thread-safe.</summary>
public sealed class JobTable(IDbContextFactory<ServerDb> databases, TimeProvider clock, QueueOptions options)
{
    private static readonly string[] Environments = [ApiKeys.KeyEnvironment.Live, ApiKeys.KeyEnvironment.Test];

    private readonly string _owner = ServerName.Own;
    private readonly ConcurrentDictionary<string, Guid> _servedLast = new();
    private readonly LeaseWatch _watch = new(clock, options.Lease);

    /// <summary>Leases the next job: live before test, accounts in turn, oldest first; null when there is none.</summary>
    public async Task<JobLease?> LeaseNextAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await ReleaseDeadAsync(db, cancellation);
        // Looking costs the writers nothing; most looks of an idle server find nothing.
        if (!await db.Jobs.AnyAsync(j => j.LeasedUntil == null, cancellation)) return null;

        await using var write = await db.BeginWriteAsync(cancellation);
        var job = await NextAsync(db, dispatched: null, cancellation);
        if (job is not null) await GrantAsync(db, job, cancellation);
        await write.CommitAsync();
        return job is null ? null : LeaseOf(job);
    }

    /// <summary>Leases a certain job; null when it is gone or another has it.</summary>
    public async Task<JobLease?> LeaseAsync(Guid assetId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var write = await db.BeginWriteAsync(cancellation);
        var job = (await db.Taking($"SELECT * FROM jobs WHERE asset_id = {assetId} AND leased_until IS NULL").ToListAsync(cancellation)).SingleOrDefault();
        if (job is null) return null;
        await GrantAsync(db, job, cancellation);
        await write.CommitAsync();
        return LeaseOf(job);
    }

    /// <summary>Marks the next jobs that were not dispatched as such, in the order they would be leased.</summary>
    public async Task<IReadOnlyList<Guid>> DispatchNextAsync(int most, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = clock.UtcNow();
        await ReleaseDeadAsync(db, cancellation);
        if (!await db.Jobs.AnyAsync(j => j.LeasedUntil == null && j.DispatchedAt == null, cancellation)) return [];

        var dispatched = new List<Guid>();
        await using var write = await db.BeginWriteAsync(cancellation);
        while (dispatched.Count < most && await NextAsync(db, dispatched: false, cancellation) is { } job)
        {
            job.DispatchedAt = now;
            await db.SaveChangesAsync(cancellation);
            dispatched.Add(job.AssetId);
        }
        await write.CommitAsync();
        return dispatched;
    }

    /// <summary>Takes back what <see cref="DispatchNextAsync"/> marked: it did not arrive.</summary>
    public async Task UndispatchAsync(IReadOnlyList<Guid> assetIds, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await db.Jobs.Where(j => assetIds.Contains(j.AssetId)).ExecuteUpdateAsync(s => s.SetProperty(j => j.DispatchedAt, (DateTime?)null), cancellation);
    }

    /// <summary>The same for all that wait though they were dispatched so long ago, or, as clocks jump, so far in the future.</summary>
    public async Task<int> UndispatchOlderThanAsync(TimeSpan age, CancellationToken cancellation)
    {
        var (oldest, youngest) = (clock.UtcNow() - age, clock.UtcNow() + age);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var overdue = db.Jobs.Where(j => j.LeasedUntil == null && (j.DispatchedAt < oldest || j.DispatchedAt > youngest));
        // Looking costs the writers nothing, and hardly ever finds any.
        return !await overdue.AnyAsync(cancellation) ? 0 : await overdue
            .ExecuteUpdateAsync(s => s.SetProperty(j => j.DispatchedAt, (DateTime?)null), cancellation);
    }

    /// <inheritdoc cref="IJobQueue.RenewAsync"/>
    public async Task<bool> RenewAsync(JobLease lease, CancellationToken cancellation)
    {
        var until = clock.UtcNow() + options.Lease;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var write = await db.BeginWriteAsync(cancellation);
        var renewed = await db.Jobs.Held(lease).ExecuteUpdateAsync(s => s.SetProperty(j => j.LeasedUntil, until), cancellation);
        await write.CommitAsync();
        return renewed == 1;
    }

    /// <inheritdoc cref="IJobQueue.ReturnAsync"/>
    public async Task ReturnAsync(JobLease lease, bool hostEnded, CancellationToken cancellation)
    {
        var ends = hostEnded ? 1 : 0;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var write = await db.BeginWriteAsync(cancellation);
        var returned = await db.Jobs.Held(lease).ExecuteUpdateAsync(s => s
            .SetProperty(j => j.LeasedUntil, (DateTime?)null)
            .SetProperty(j => j.LeasedBy, (string?)null)
            .SetProperty(j => j.DispatchedAt, (DateTime?)null)
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
    }

    private static JobLease LeaseOf(Job job) => new(job.AssetId, job.AccountId, job.Environment, job.Lease, job.HostEnds, job.Takeovers, job.EnqueuedAt, job.TraceParent);

    private async Task ReleaseDeadAsync(ServerDb db, CancellationToken cancellation)
    {
        if (!_watch.IsDue()) return;
        var leases = await db.Jobs.Where(j => j.LeasedUntil != null).Select(j => new SeenLease(j.AssetId, j.Lease, j.LeasedUntil!.Value)).ToListAsync(cancellation);
        // One by one: whoever holds several rows at a time could wait for another who does.
        foreach (var dead in _watch.Dead(leases))
        {
            await db.Jobs.Where(j => j.AssetId == dead.AssetId && j.Lease == dead.Number && j.LeasedUntil == dead.Until).ExecuteUpdateAsync(s => s
                .SetProperty(j => j.LeasedUntil, (DateTime?)null)
                .SetProperty(j => j.LeasedBy, (string?)null)
                .SetProperty(j => j.DispatchedAt, (DateTime?)null)
                .SetProperty(j => j.Takeovers, j => j.Takeovers + 1), cancellation);
        }
    }

    private async Task GrantAsync(ServerDb db, Job job, CancellationToken cancellation)
    {
        (job.Lease, job.LeasedUntil, job.LeasedBy) = (job.Lease + 1, clock.UtcNow() + options.Lease, _owner);
        await db.SaveChangesAsync(cancellation);
        await db.Assets.Where(a => a.Id == job.AssetId).ExecuteUpdateAsync(s => s.SetProperty(a => a.Status, AssetStatus.Processing), cancellation);
    }

    /// <summary>The oldest waiting job of the account after the one served last, taken for this transaction.</summary>
    /// <param name="dispatched">False: only of those that were not; null: of all.</param>
    private async Task<Job?> NextAsync(ServerDb db, bool? dispatched, CancellationToken cancellation)
    {
        foreach (var environment in Environments)
        {
            var last = _servedLast.GetValueOrDefault(environment);
            if ((await FirstAsync(last) ?? await FirstAsync(Guid.Empty)) is not { } job) continue;
            _servedLast[environment] = job.AccountId;
            return job;

            async Task<Job?> FirstAsync(Guid after) => (await db.Taking(dispatched is null
                ? (FormattableString)$"""
                    SELECT * FROM jobs WHERE environment = {environment} AND leased_until IS NULL AND account_id > {after}
                    ORDER BY account_id, enqueued_at, asset_id LIMIT 1
                    """
                : $"""
                    SELECT * FROM jobs WHERE environment = {environment} AND leased_until IS NULL AND dispatched_at IS NULL AND account_id > {after}
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
