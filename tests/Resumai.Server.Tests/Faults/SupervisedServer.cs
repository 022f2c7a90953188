using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Faults;

/// <summary>A server process that is started again after it was killed, as often as it takes, as systemd or Kubernetes would.</summary>
public sealed class SupervisedServer(string name, string data, (string Key, string Value)[] settings) : IAsyncDisposable
{
    private readonly List<ResumaiProcess> _ended = [];
    private volatile ResumaiProcess? _process;

    public string Name => name;

    /// <summary>Where it listens, or did when it was last there.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>What it has written, under all its process ids.</summary>
    public string Log => string.Join('\n', _ended.Append(_process!).Select(p => p.Log));

    /// <summary>It has ended though nobody killed it.</summary>
    public bool HasEnded => _process!.HasEnded;

    public int Id => _process!.Id;

    public async Task StartAsync()
    {
        await Eventually.TrueAsync(async () =>
        {
            try
            {
                _process = await ResumaiProcess.ServeAsync(data, settings);
                return true;
            }
            // The database is away: it says so and ends.
            catch (InvalidOperationException e) when (e.Message.Contains("cannot be used", StringComparison.Ordinal))
            {
                return false;
            }
        });
        Address = _process!.Address;
    }

    /// <summary>Waits until it says that it and all its engines work.</summary>
    public Task AnswersAsync() => Eventually.TrueAsync(async () =>
    {
        using var http = new HttpClient();
        using var ready = await http.GetAsync(new Uri(Address, "/readyz"));
        return ready.IsSuccessStatusCode && (await ready.JsonAsync())["engines"]!.AsObject().All(e => e.Value!.Text("status") == "up");
    });

    /// <summary>kill -9; the parse hosts that it had are gone as well when this returns.</summary>
    public async Task KillAsync()
    {
        var process = _process!;
        var children = Processes.DescendantsOf(process.Id);
        await process.KillAsync();
        await Eventually.TrueAsync(() => !children.Any(Processes.Runs));
        _ended.Add(process);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { } process) await process.DisposeAsync();
        foreach (var ended in _ended) await ended.DisposeAsync();
    }
}
