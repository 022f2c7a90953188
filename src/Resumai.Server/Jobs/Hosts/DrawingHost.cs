using Resumai.Hosting;
using Resumai.Server.Telemetry;

namespace Resumai.Server.Jobs.Hosts;

/// <summary>
/// The one parse host that draws pages for people to look at: started when somebody first looks, ended when nobody has for a while. One page at a
/// time, in the order asked for. Thread-safe.
/// </summary>
internal sealed class DrawingHost : IAsyncDisposable
{
    /// <summary>Most processor time for one page.</summary>
    private static readonly TimeSpan MostCpu = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan KeptWarm = TimeSpan.FromMinutes(5);
    /// <summary>Who waits longer than for so many pages has no use for the picture.</summary>
    private const int MostWaiting = 64;

    private readonly ParseHost _host;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Timer _ending;
    private int _waiting;
    private bool _isDisposed;

    public DrawingHost(Sandbox sandbox, ParseHostOptions options, ILogger logger, ServerMeter? meter)
    {
        var limits = options with { Count = 1, TimeLimit = options.TimeLimit / 4, CpuLimit = options.CpuLimit < MostCpu ? options.CpuLimit : MostCpu, PageTime = TimeSpan.Zero };
        _host = new ParseHost(new ParseHostStarter(limits, sandbox, logger), limits, logger, meter);
        _ending = new Timer(_ => _ = EndAsync());
    }

    public void Warm()
    {
        // Somebody is drawing: it is up, or will be.
        if (!_turn.Wait(TimeSpan.Zero)) return;
        if (!_isDisposed) _host.Warm();
        _ending.Change(KeptWarm, Timeout.InfiniteTimeSpan);
        _turn.Release();
    }

    /// <param name="cancellation">Of the wait; a page that is being drawn is finished.</param>
    /// <returns>Null when too many wait.</returns>
    /// <exception cref="ParseHostUnavailableException">No host can be started.</exception>
    public async Task<HostAnswer?> DrawAsync(DrawingRequest request, ReadOnlyMemory<byte> document, CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref _waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            return null;
        }
        try
        {
            await _turn.WaitAsync(cancellation);
            try
            {
                return _isDisposed ? null : await _host.DrawAsync(request, document, CancellationToken.None);
            }
            finally
            {
                if (!_isDisposed) _ending.Change(KeptWarm, Timeout.InfiniteTimeSpan);
                _turn.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    private async Task EndAsync()
    {
        // In use: the timer is set anew after it.
        if (!await _turn.WaitAsync(TimeSpan.Zero)) return;
        try
        {
            await _host.DisposeAsync();
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        _isDisposed = true;
        await _ending.DisposeAsync();
        await _host.DisposeAsync();
        _turn.Release();
    }
}
