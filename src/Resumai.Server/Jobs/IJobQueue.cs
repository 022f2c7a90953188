namespace Resumai.Server.Jobs;

/// <summary>
/// Hands out the jobs of the job table, which is always the truth: a job is put in line by the upload's own transaction and leaves it by the
/// result's. Thread-safe.
/// </summary>
public interface IJobQueue
{
    /// <summary>Says that a job was committed; wakes who waits.</summary>
    void Announce();

    /// <summary>Returns when there may be work.</summary>
    Task WaitAsync(CancellationToken cancellation);

    /// <summary>The next job, leased to this process: live before test, accounts in turn, oldest first; null when there is none.</summary>
    Task<JobLease?> LeaseAsync(CancellationToken cancellation);

    /// <summary>Prolongs a lease; false when it is no longer the job's (taken over, or the asset was deleted).</summary>
    Task<bool> RenewAsync(JobLease lease, CancellationToken cancellation);

    /// <summary>Puts the job back in line for another try; nothing happens when the lease is no longer the job's.</summary>
    /// <param name="hostEnded">The parse host ended over it: that counts against the document.</param>
    Task ReturnAsync(JobLease lease, bool hostEnded, CancellationToken cancellation);

    /// <summary>Says that this process is through with the job: its result was written or refused, or it went back in line.</summary>
    Task EndedAsync(JobLease lease);
}

/// <summary>The right to work on a job until it is not renewed.</summary>
/// <param name="Number">The fence: a result is taken only while the job still has this number.</param>
/// <param name="HostEnds">Parse hosts that ended over it before.</param>
/// <param name="Takeovers">Servers that ended over it before.</param>
/// <param name="EnqueuedAt">When it was uploaded.</param>
/// <param name="TraceParent">The trace of the upload; null where nothing was traced.</param>
public sealed record JobLease(
    Guid AssetId, Guid AccountId, string Environment, long Number, int HostEnds, int Takeovers, DateTime EnqueuedAt, string? TraceParent);
