using System.Threading.Channels;
using Resumai.Hosting;
using Resumai.Server.Settings;
using Resumai.Server.Telemetry;

namespace Resumai.Server.Jobs.Hosts;

/// <summary>Warm parse hosts, each for one document at a time. Thread-safe.</summary>
public sealed class ParseHostPool : IAsyncDisposable
{
    private readonly Sandbox _sandbox;
    private readonly SandboxOptions _sandboxOptions;
    private readonly IReadOnlyList<ParseHost> _hosts;
    private readonly DrawingHost _drawing;
    private readonly Channel<ParseHost> _idle = Channel.CreateUnbounded<ParseHost>();

    /// <param name="data">What no host may read, where it can be kept from it.</param>
    public ParseHostPool(ParseHostOptions options, SandboxOptions sandboxOptions, ILogger<ParseHostPool> logger, DataFolder? data = null, ServerMeter? meter = null)
    {
        _sandboxOptions = sandboxOptions;
        _sandbox = new Sandbox(sandboxOptions, options, data?.Path, logger);
        var starter = new ParseHostStarter(options, _sandbox, logger);
        _hosts = [.. Enumerable.Range(0, options.Count).Select(_ => new ParseHost(starter, options, logger, meter))];
        foreach (var host in _hosts) _idle.Writer.TryWrite(host);
        _drawing = new DrawingHost(_sandbox, options, logger, meter);
    }

    /// <summary>How many documents are parsed at a time.</summary>
    public int Count => _hosts.Count;

    /// <summary>What keeps the hosts from the network and files; null before the first was up.</summary>
    public SandboxLevel? Sandbox => _sandbox.Level;

    /// <summary>How each of them is.</summary>
    internal IReadOnlyList<HostReport> Reports => [.. _hosts.Select(h => h.Report)];

    /// <summary>Ids of the processes that serve now.</summary>
    public IReadOnlyList<int> ProcessIds => [.. _hosts.Select(h => h.ProcessId).OfType<int>()];

    /// <summary>Starts all hosts in the background; where a sandbox is required, waits for one to say that it has it.</summary>
    /// <exception cref="InvalidSettingsException">A sandbox is required and this machine gives none.</exception>
    public async Task PrepareAsync()
    {
        foreach (var host in _hosts) host.Warm();
        if (!_sandboxOptions.Required) return;
        try
        {
            await _hosts[0].ReadyAsync();
        }
        catch (ParseHostUnavailableException e)
        {
            throw new InvalidSettingsException([e.Message]);
        }
    }

    /// <summary>Has the next idle host parse a document, as <see cref="ParseHost.ParseAsync"/> does; waits for one.</summary>
    /// <exception cref="ParseHostUnavailableException">No host can be started: nothing is said about the document.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the host that was busy with it has been ended.</exception>
    public async Task<HostAnswer> ParseAsync(HostRequest request, ReadOnlyMemory<byte> document, Action<StageReport> stage, CancellationToken cancellation)
    {
        var host = await _idle.Reader.ReadAsync(cancellation);
        try
        {
            return await host.ParseAsync(request, document, stage, cancellation);
        }
        finally
        {
            _idle.Writer.TryWrite(host);
        }
    }

    /// <summary>Has a host of its own draw a page, so that nobody's document waits for it. Needs no <see cref="PrepareAsync"/>: servers that do not parse draw too.</summary>
    /// <returns>Null when too many wait already.</returns>
    /// <exception cref="ParseHostUnavailableException">No host can be started.</exception>
    public Task<HostAnswer?> DrawAsync(DrawingRequest request, ReadOnlyMemory<byte> document, CancellationToken cancellation) => _drawing.DrawAsync(request, document, cancellation);

    /// <summary>Starts the host that draws, if it does not run, so that the first page does not wait for it.</summary>
    public void PrepareToDraw() => _drawing.Warm();

    public async ValueTask DisposeAsync()
    {
        await _drawing.DisposeAsync();
        foreach (var host in _hosts) await host.DisposeAsync();
    }
}
