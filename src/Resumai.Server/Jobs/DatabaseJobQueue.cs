using Resumai.Server.Storage;

namespace Resumai.Server.Jobs;

/// <summary>
/// Hands out jobs from the table itself: a signal wakes this process at once, hints of the database and polling find what other processes left.
/// </summary>
public sealed class DatabaseJobQueue(JobTable table, INotices notices) : IJobQueue, IDisposable
{
    private readonly JobSignal _signal = new(notices);

    public void Announce() => _signal.Announce();

    public Task WaitAsync(CancellationToken cancellation) => _signal.WaitAsync(cancellation);

    public async Task<JobLease?> LeaseAsync(CancellationToken cancellation)
    {
        var lease = await table.LeaseNextAsync(cancellation);
        // There may be more, and others of this process that wait.
        if (lease is not null) _signal.Wake();
        return lease;
    }

    public Task<bool> RenewAsync(JobLease lease, CancellationToken cancellation) => table.RenewAsync(lease, cancellation);

    public async Task ReturnAsync(JobLease lease, bool hostEnded, CancellationToken cancellation)
    {
        await table.ReturnAsync(lease, hostEnded, cancellation);
        Announce();
    }

    public Task EndedAsync(JobLease lease) => Task.CompletedTask;

    public void Dispose() => _signal.Dispose();
}
