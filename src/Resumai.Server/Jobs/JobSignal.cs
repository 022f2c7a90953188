using Resumai.Server.Storage;

namespace Resumai.Server.Jobs;

/// <summary>Wakes who waits for jobs, in this process and, where the database passes hints, in others. Thread-safe.</summary>
internal sealed class JobSignal : IDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim _signal = new(0);
    private readonly INotices _notices;

    public JobSignal(INotices notices)
    {
        _notices = notices;
        notices.Listen(INotices.Jobs, _ => Wake());
    }

    public void Announce()
    {
        Wake();
        _notices.Send(INotices.Jobs, "");
    }

    /// <summary>Only in this process.</summary>
    public void Wake()
    {
        if (_signal.CurrentCount == 0) _signal.Release();
    }

    /// <summary>Returns at a signal, and after a while without: another process may have left work.</summary>
    public Task WaitAsync(CancellationToken cancellation) => _signal.WaitAsync(Poll, cancellation);

    public void Dispose() => _signal.Dispose();
}
