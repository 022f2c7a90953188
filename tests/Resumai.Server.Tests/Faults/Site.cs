using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Faults;

/// <summary>Everything that a service runs on, of real parts: servers as processes, and the engines that they use.</summary>
public abstract class Site : IAsyncDisposable
{
    private const int Accounts = 2;
    private const int ClientsOfEach = 2;
    private readonly List<IAsyncDisposable> _parts = [];

    public string Data { get; protected init; } = "";

    public abstract string Name { get; }

    /// <summary>What can happen to it; the first <see cref="Kills"/> are ends of its parts.</summary>
    public IReadOnlyList<Fault> Faults { get; private set; } = [];

    /// <summary>Those that are kill -9 of a part.</summary>
    public IEnumerable<Fault> Kills => Faults.Where(f => f.Name.StartsWith("kill ", StringComparison.Ordinal));

    /// <summary>The one that clients know.</summary>
    public SupervisedServer Api => Servers[0];

    public IReadOnlyList<SupervisedServer> Servers { get; private set; } = [];

    public IReadOnlyList<Uploader> Clients { get; private set; } = [];

    /// <summary>All that clients were told is accepted, since the site was started.</summary>
    public List<AcceptedUpload> Accepted { get; } = [];

    /// <summary>Where its rows and files are, without what hands out jobs or counts requests.</summary>
    public IReadOnlyList<(string Key, string Value)> Storage { get; private set; } = [];

    /// <summary>Looks at what it has stored, beside it; no connection is left for the next look, as its other end may have been killed by then.</summary>
    public Task<ResumaiApp> LookAsync() =>
        ResumaiApp.LookAsync(Data, [.. Storage.Select(s => s.Key == "Database:Connection" ? (s.Key, s.Value + ";Pooling=false") : s)]);

    protected async Task StartAsync()
    {
        Storage = await StartEnginesAsync();
        var keys = new List<string>();
        await using (var looking = await LookAsync())
        {
            for (var i = 0; i < Accounts; i++) keys.Add((await looking.AccountAsync(credits: 1_000_000)).Key);
        }
        Servers = NewServers();
        await Task.WhenAll(Servers.Select(s => s.StartAsync()));
        Faults = NewFaults();
        Clients = [.. keys.SelectMany((key, a) => Enumerable.Range(0, ClientsOfEach).Select(c => new Uploader($"client{a}{c}", key, () => Api.Address)))];
    }

    /// <summary>Starts the engines; the settings that say where rows and files are.</summary>
    protected abstract Task<IReadOnlyList<(string Key, string Value)>> StartEnginesAsync();

    protected abstract IReadOnlyList<SupervisedServer> NewServers();

    protected abstract IReadOnlyList<Fault> NewFaults();

    /// <summary>To be ended with the site, the last first.</summary>
    protected T Keep<T>(T part) where T : IAsyncDisposable
    {
        lock (_parts) _parts.Add(part);
        return part;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in Clients) client.Dispose();
        foreach (var server in Servers) await server.DisposeAsync();
        foreach (var part in Enumerable.Reverse(_parts)) await part.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Data, recursive: true);
        GC.SuppressFinalize(this);
    }
}
