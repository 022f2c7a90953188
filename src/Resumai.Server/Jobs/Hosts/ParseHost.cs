using Resumai.Hosting;
using Resumai.Server.Telemetry;

namespace Resumai.Server.Jobs.Hosts;

/// <summary>Keeps one warm parse host and replaces it whenever it ends or has served long enough. One document at a time.</summary>
internal sealed class ParseHost(ParseHostStarter starter, ParseHostOptions options, ILogger logger, ServerMeter? meter) : IAsyncDisposable
{
    private Task<ParseHostProcess>? _warm;
    private int _documents;
    private volatile bool _isBusy;

    /// <summary>Id of the process that serves now, or null while none is up.</summary>
    public int? ProcessId => _warm is { IsCompletedSuccessfully: true } warm ? warm.Result.Id : null;

    public HostReport Report => _warm switch
    {
        { IsCompletedSuccessfully: true } warm => new HostReport(warm.Result.Id, _isBusy ? HostState.Busy : HostState.Idle, _documents, warm.Result.Memory >> 20),
        { IsCompleted: false } => new HostReport(null, HostState.Starting, 0, 0),
        _ => new HostReport(null, HostState.Down, 0, 0),
    };

    /// <summary>Starts a host in the background, so that the first document does not wait for it.</summary>
    public void Warm() => _warm ??= starter.StartAsync();

    /// <summary>Waits until a host is up.</summary>
    /// <exception cref="ParseHostUnavailableException">None can be started.</exception>
    public async Task ReadyAsync() => await TakeAsync();

    /// <summary>Has a host parse a document. Never throws for what a document does.</summary>
    /// <param name="stage">Told of the stages as they begin and end, on another thread.</param>
    /// <exception cref="ParseHostUnavailableException">No host can be started: nothing is said about the document.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the host that was busy with it has been ended.</exception>
    public Task<HostAnswer> ParseAsync(HostRequest request, ReadOnlyMemory<byte> document, Action<StageReport> stage, CancellationToken cancellation) =>
        AskAsync(process => process.ParseAsync(request, document, stage, cancellation), cancellation);

    /// <summary>Has a host draw a page, as <see cref="ParseAsync"/>.</summary>
    /// <exception cref="ParseHostUnavailableException">No host can be started.</exception>
    public Task<HostAnswer> DrawAsync(DrawingRequest request, ReadOnlyMemory<byte> document, CancellationToken cancellation) =>
        AskAsync(process => process.DrawAsync(request, document, cancellation), cancellation);

    private async Task<HostAnswer> AskAsync(Func<ParseHostProcess, Task<HostAnswer>> ask, CancellationToken cancellation)
    {
        var process = await TakeAsync();
        HostAnswer? answer = null;
        _isBusy = true;
        try
        {
            answer = await ask(process);
            return answer;
        }
        finally
        {
            _isBusy = false;
            if (answer is HostAnswer.Ended) meter?.HostReplaced("ended");
            if (answer is null or HostAnswer.Ended) await ReplaceAsync(process, cancellation.IsCancellationRequested);
            else Serve(process);
        }
    }

    /// <summary>Counts a document, and has a new host take over where this one has served long enough.</summary>
    private void Serve(ParseHostProcess process)
    {
        var megabytes = process.Memory / (1024 * 1024);
        if (++_documents < options.RecycleDocuments && megabytes <= options.RecycleMegabytes) return;
        logger.LogInformation("Parse host {ProcessId} is replaced after {Documents} documents, with {Megabytes} MiB", process.Id, _documents, megabytes);
        meter?.HostReplaced("recycled");
        _documents = 0;
        _warm = RecycleAsync(process);
    }

    private async Task<ParseHostProcess> RecycleAsync(ParseHostProcess process)
    {
        var next = starter.StartAsync();
        await process.DisposeAsync();
        return await next;
    }

    private async Task<ParseHostProcess> TakeAsync()
    {
        Warm();
        try
        {
            var process = await _warm!;
            if (!process.HasExited) return process;
            logger.LogWarning("Parse host {ProcessId} ended while idle; another takes its place", process.Id);
            meter?.HostReplaced("idle");
            await ReplaceAsync(process, stopping: false);
            return await _warm!;
        }
        catch (ParseHostUnavailableException)
        {
            _warm = null;
            throw;
        }
    }

    private async Task ReplaceAsync(ParseHostProcess process, bool stopping)
    {
        await process.DisposeAsync();
        (_warm, _documents) = (null, 0);
        if (!stopping) Warm();
    }

    public async ValueTask DisposeAsync()
    {
        if (_warm is not { } warm) return;
        _warm = null;
        try
        {
            await (await warm).DisposeAsync();
        }
        catch (ParseHostUnavailableException)
        {
            // There is nothing to end.
        }
    }
}

/// <summary>No parse host can be started: the installation or the machine is at fault, never a document.</summary>
public sealed class ParseHostUnavailableException(string message, Exception? cause = null) : Exception(message, cause);
