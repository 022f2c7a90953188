using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Faults;

/// <summary>One server that does everything, on SQLite and a small disk.</summary>
public sealed class OneMachine : Site
{
    private SmallDisk? _disk;

    public override string Name => "one machine";

    public static async Task<Site> OpenAsync()
    {
        var site = new OneMachine { Data = Directory.CreateTempSubdirectory("resumai-faults-").FullName };
        await site.StartAsync();
        return site;
    }

    protected override async Task<IReadOnlyList<(string Key, string Value)>> StartEnginesAsync()
    {
        _disk = await SmallDisk.TryMountAsync(Data, megabytes: 96);
        if (_disk is not null) Keep(_disk);
        return [];
    }

    protected override IReadOnlyList<SupervisedServer> NewServers() => [new("server", Data, [("Queue:LeaseSeconds", "3"), ("ParseHost:Count", "2")])];

    protected override IReadOnlyList<Fault> NewFaults() =>
    [
        ServerFaults.Kill("server", Servers[0]),
        ServerFaults.KillParseHost(Servers[0]),
        .. _disk is { } disk ? [disk.Full] : (Fault[])[],
    ];
}
