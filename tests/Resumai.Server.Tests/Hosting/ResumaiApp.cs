using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Resumai.Server.Accounts;
using Resumai.Server.ApiKeys;
using Resumai.Server.Jobs.Hosts;
using Resumai.Server.Settings;
using Resumai.Server.Storage;

namespace Resumai.Server.Tests.Hosting;

/// <summary>
/// The real host in this process, on a free loopback port, with a real database of its own (a SQLite file unless told) and a data folder, both
/// deleted at the end. Limits and waits are high unless a setting says otherwise.
/// <code>
/// await using var app = await ResumaiApp.StartAsync();
/// var anna = await app.AccountAsync(credits: 20);
/// var response = await anna.Http.GetAsync("account");
/// </code>
/// </summary>
public sealed class ResumaiApp : IAsyncDisposable
{
    private readonly Dictionary<string, string?> _settings;
    private readonly Engine _engine;
    private readonly IReadOnlyList<(string Key, string Value)> _database;
    private readonly Action<IServiceCollection>? _adjust;
    private readonly List<HttpClient> _clients = [];
    private WebApplication _app = null!;
    private int _accounts;
    private readonly bool _hasOwnHosts;
    private ParseHostPool? _hosts;
    /// <summary>Folder and database are somebody else's.</summary>
    private bool _isGuest;

    private ResumaiApp(Dictionary<string, string?> settings, Action<IServiceCollection>? adjust, Engine engine, IReadOnlyList<(string Key, string Value)> database, bool hasOwnHosts) =>
        (_settings, _adjust, _engine, _database, _hasOwnHosts) = (settings, adjust, engine, database, hasOwnHosts);

    /// <summary>Settings for a test that stops or kills parse hosts, or counts them.</summary>
    public static IReadOnlyList<(string Key, string Value)> OwnHosts { get; } = [("ParseHost:Count", "1")];

    public string DataFolder { get; private init; } = "";

    /// <summary>"http://127.0.0.1:PORT"; another one after a restart.</summary>
    public Uri Address { get; private set; } = null!;

    public IServiceProvider Services => _app.Services;

    /// <summary>The clock of the server: moves on by itself, and at once when told.</summary>
    public MovableTime Time { get; private init; } = new();

    /// <summary>What the server logged.</summary>
    public LogLines Log { get; } = new();

    /// <summary>Makes database commands fail when told.</summary>
    public PlantedFault Fault { get; } = new();

    /// <param name="settings">Settings as in <c>resumai.json</c>, e.g. <c>("RateLimits:Free:PerMinute", "3")</c>. With any about parse hosts or their sandbox it starts hosts of its own, else it has <see cref="WarmHosts"/>.</param>
    /// <param name="adjust">A last word on services.</param>
    /// <param name="engine">What keeps the rows; null: SQLite.</param>
    public static async Task<ResumaiApp> StartAsync(IEnumerable<(string Key, string Value)>? settings = null, Action<IServiceCollection>? adjust = null,
        Engine? engine = null)
    {
        engine ??= Engine.Sqlite;
        var values = new Dictionary<string, string?>
        {
            ["RateLimits:Free:PerMinute"] = "1000000",
            ["RateLimits:Free:PerDay"] = "1000000",
            ["RateLimits:Paid:PerMinute"] = "1000000",
            ["RateLimits:Paid:PerDay"] = "1000000",
            ["RateLimits:FailedAuthentications"] = "1000000",
            ["RateLimits:AccessRequests"] = "1000000",
            ["Idempotency:WaitSeconds"] = "60",
            ["ParseHost:Count"] = "1",
            ["ParseHost:Path"] = Programs.CommandLine,
            ["ParseHost:TimeLimitSeconds"] = "240",
            ["ParseHost:CpuLimitSeconds"] = "240",
        };
        var folder = Directory.CreateTempSubdirectory("resumai-test-").FullName;
        var database = await engine.CreateAsync(folder);
        foreach (var (key, value) in database.Concat(settings ?? [])) values[key] = value;
        var app = new ResumaiApp(values, adjust, engine, database, hasOwnHosts: !WarmHosts.Serve((settings ?? []).Select(s => s.Key))) { DataFolder = folder };
        await app.StartAsync();
        return app;
    }

    /// <summary>Another server beside this one, with the same database, data folder and clock; dispose it before this.</summary>
    /// <param name="adjust">A last word on its services; null: the same as this one's.</param>
    public async Task<ResumaiApp> BesideAsync(Action<IServiceCollection>? adjust = null)
    {
        var app = new ResumaiApp(_settings, adjust ?? _adjust, Engine.Sqlite, [], _hasOwnHosts) { DataFolder = DataFolder, Time = Time, _isGuest = true };
        await app.StartAsync();
        return app;
    }

    /// <summary>A server on what another process has left, which parses nothing; it leaves all behind too.</summary>
    public static async Task<ResumaiApp> LookAsync(string dataFolder, IReadOnlyList<(string Key, string Value)> database)
    {
        var app = new ResumaiApp(database.ToDictionary(s => s.Key, s => (string?)s.Value), Workers.None, Engine.Sqlite, [], hasOwnHosts: true) { DataFolder = dataFolder, _isGuest = true };
        await app.StartAsync();
        return app;
    }

    /// <summary>Stops the host gracefully and starts another on the same folder.</summary>
    /// <param name="stopped">It was stopped already.</param>
    public async Task RestartAsync(bool stopped = false)
    {
        if (!stopped) await StopAsync();
        await StartAsync();
    }

    /// <summary>Stops the host gracefully; the folder stays.</summary>
    public async Task StopAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_hosts is not null) WarmHosts.TakeBack(_hosts);
        _hosts = null;
    }

    /// <summary>A client without a key; relative addresses are under the API ("account", "files/upload").</summary>
    public HttpClient Anonymous() => Client(key: null);

    /// <summary>A client that sends this key.</summary>
    public HttpClient Client(string? key)
    {
        var client = new HttpClient { BaseAddress = new Uri(Address, ServerHost.ApiPath + "/"), Timeout = Eventually.Longest };
        if (key is not null) client.DefaultRequestHeaders.Add("Authorization", $"Bearer {key}");
        _clients.Add(client);
        return client;
    }

    /// <summary>A new account with its credits and a key; all scopes unless told.</summary>
    public Task<TestAccount> AccountAsync(long credits = 0, string tier = Tier.Free, bool test = false, params IReadOnlyList<string> scopes) =>
        WriteAsync(async db =>
        {
            var email = $"account{Interlocked.Increment(ref _accounts)}-{Guid.NewGuid():N}@test.example";
            var account = (await Services.GetRequiredService<AccountOpening>().OpenAsync(db, email, tier, credits, isOperator: false))!;
            var issued = await Services.GetRequiredService<KeyIssuer>().IssueAsync(db, account.Id, test ? KeyEnvironment.Test : KeyEnvironment.Live,
                "test", scopes.Count == 0 ? Scopes.All : scopes);
            return new TestAccount(this, account.Id, email, issued);
        });

    /// <summary>Another key for an account.</summary>
    public Task<IssuedKey> KeyAsync(Guid accountId, string environment = KeyEnvironment.Live, DateTime? expiresAt = null, params IReadOnlyList<string> scopes) =>
        WriteAsync(db => Services.GetRequiredService<KeyIssuer>().IssueAsync(db, accountId, environment, "more", scopes.Count == 0 ? Scopes.All : scopes, expiresAt));

    /// <summary>Looks into the database.</summary>
    public async Task<T> ReadAsync<T>(Func<ServerDb, Task<T>> read)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<ServerDb>>().CreateDbContextAsync();
        return await read(db);
    }

    /// <summary>Changes the database in one write transaction.</summary>
    public async Task<T> WriteAsync<T>(Func<ServerDb, Task<T>> write)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<ServerDb>>().CreateDbContextAsync();
        await using var transaction = await db.BeginWriteAsync();
        var result = await write(db);
        await transaction.CommitAsync();
        return result;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients) client.Dispose();
        await StopAsync();
        if (_isGuest) return;
        await _engine.DropAsync(_database);
        Directory.Delete(DataFolder, recursive: true);
    }

    private async Task StartAsync()
    {
        var configuration = ServerConfiguration.Load(DataFolder, "http://127.0.0.1:0", _settings);
        _app = ServerHost.Build(configuration, services =>
        {
            services.AddSingleton<TimeProvider>(Time);
            services.AddSingleton<IInterceptor>(Fault);
            services.AddLogging(logs => logs.ClearProviders().AddProvider(Log));
            // A console that reports a broken connection says why.
            services.Configure<HubOptions>(hub => hub.EnableDetailedErrors = true);
            if (!_hasOwnHosts) _hosts = WarmHosts.Lend(services);
            _adjust?.Invoke(services);
        });
        await _app.PrepareAndStartAsync();
        Address = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }
}
