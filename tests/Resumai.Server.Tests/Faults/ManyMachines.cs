using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Faults;

/// <summary>One server that answers, two that parse; PostgreSQL, RabbitMQ, Redis, and an object store behind a relay.</summary>
public sealed class ManyMachines : Site
{
    private static readonly TimeSpan LongerThanLeases = TimeSpan.FromSeconds(4);

    private PostgresServer _postgres = null!;
    private RedisServer _redis = null!;
    private RabbitServer _rabbit = null!;
    private S3Server _store = null!;
    private StoreRelay _relay = null!;

    public override string Name => "many machines";

    public static async Task<Site> OpenAsync()
    {
        Engine.Postgres.Require();
        Engine.Require(RabbitServer.Missing);
        Engine.Require(RedisServer.Missing);
        S3Server.Require();
        var site = new ManyMachines { Data = Directory.CreateTempSubdirectory("resumai-faults-").FullName };
        await site.StartAsync();
        return site;
    }

    protected override async Task<IReadOnlyList<(string Key, string Value)>> StartEnginesAsync()
    {
        // Others of the collection use this one too, one after another.
        var rabbit = RabbitServer.SharedAsync();
        var (postgres, redis) = (PostgresServer.StartAsync(), RedisServer.StartAsync());
        _store = Keep(new S3Server());
        await _store.InitializeAsync();
        (_rabbit, _postgres, _redis) = (await rabbit, Keep(await postgres), Keep(await redis));
        _relay = Keep(new StoreRelay(_store.Port));
        return
        [
            ("Database:Engine", "postgresql"), ("Database:Connection", await _postgres.CreateDatabaseAsync()),
            .. _store.Settings.Where(s => s.Key != "Files:Endpoint"), ("Files:Endpoint", $"http://127.0.0.1:{_relay.Port}"),
        ];
    }

    protected override IReadOnlyList<SupervisedServer> NewServers()
    {
        (string Key, string Value)[] settings =
            [.. Storage, .. _rabbit.NewQueue(), .. _redis.Settings, ("Queue:LeaseSeconds", "3"), ("Queue:SilenceSeconds", "5"), ("ParseHost:Count", "1")];
        return
        [
            new("api", Data, [.. settings, ("Role", "api")]),
            new("worker 1", Data, [.. settings, ("Role", "worker")]),
            new("worker 2", Data, [.. settings, ("Role", "worker")]),
        ];
    }

    protected override IReadOnlyList<Fault> NewFaults() =>
    [
        ServerFaults.Kill("api", Servers[0]),
        ServerFaults.Kill("worker", Servers[1], Servers[2]),
        ServerFaults.KillParseHost(Servers[1], Servers[2]),
        Fault.Kill("postgresql", _postgres.KillAsync, _postgres.RunAsync),
        Fault.Kill("rabbitmq", _rabbit.KillAsync, _rabbit.RunAsync),
        Fault.Kill("redis", _redis.KillAsync, _redis.RunAsync),
        Fault.Kill("store", _store.KillAsync, _store.RunAsync),
        ServerFaults.Hang("worker", LongerThanLeases, Servers[1], Servers[2]),
        Fault.For("silent store", () => Set(silent: true), () => Set()),
        Fault.For("store that hangs up", () => Set(hangsUp: true), () => Set()),
        Fault.For("late store", () => Set(delay: 1), () => Set()),
    ];

    private Task Set(bool silent = false, bool hangsUp = false, double delay = 0)
    {
        (_relay.IsSilent, _relay.HangsUp, _relay.Delay) = (silent, hangsUp, TimeSpan.FromSeconds(delay));
        return Task.CompletedTask;
    }
}
