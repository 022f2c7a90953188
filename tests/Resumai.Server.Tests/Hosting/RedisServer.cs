using System.Net.Sockets;
using System.Text;

[assembly: AssemblyFixture(typeof(Resumai.Server.Tests.Hosting.RedisServer.Ending))]

namespace Resumai.Server.Tests.Hosting;

/// <summary>A real Redis server of Debian's package on a free loopback port; it forgets all when it ends.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private const string Program = "/usr/bin/redis-server";
    private static readonly Lazy<Task<RedisServer>> Started = new(StartAsync);
    private readonly Daemon _daemon;
    private readonly int _port;

    private RedisServer(Daemon daemon, int port) => (_daemon, _port) = (daemon, port);

    /// <summary>Why it cannot be used here; null when it can.</summary>
    public static string? Missing => File.Exists(Program) ? null : "Redis is not installed: tools/install-packages test";

    /// <summary>How the server is told of it.</summary>
    public (string Key, string Value)[] Settings => [("Counters:Engine", "redis"), ("Counters:Connection", $"127.0.0.1:{_port}")];

    /// <summary>The one of this process, started at the first use and ended with the last test.</summary>
    public static Task<RedisServer> SharedAsync() => Started.Value;

    /// <summary>One of its own, for a test that kills it.</summary>
    public static async Task<RedisServer> StartAsync()
    {
        var port = Daemon.FreePort();
        string[] command = [Program, "--bind", "127.0.0.1", "--port", port.ToString(), "--save", "", "--appendonly", "no", "--daemonize", "no"];
        return new RedisServer(await Daemon.StartAsync("redis", Daemon.NewFolder("redis"), command, () => AnswersAsync(port)), port);
    }

    /// <inheritdoc cref="Daemon.KillAsync"/>
    public Task KillAsync() => _daemon.KillAsync();

    /// <inheritdoc cref="Daemon.RunAsync"/>
    public Task RunAsync() => _daemon.RunAsync();

    /// <inheritdoc cref="Daemon.StopAsync"/>
    public Task StopAsync() => _daemon.StopAsync();

    /// <inheritdoc cref="Daemon.GoOnAsync"/>
    public Task GoOnAsync() => _daemon.GoOnAsync();

    public ValueTask DisposeAsync() => _daemon.DisposeAsync();

    private static async Task<bool> AnswersAsync(int port)
    {
        using var socket = new TcpClient();
        try
        {
            await socket.ConnectAsync("127.0.0.1", port);
            await socket.GetStream().WriteAsync("PING\r\n"u8.ToArray());
            var answer = new byte[7];
            await socket.GetStream().ReadExactlyAsync(answer);
            return Encoding.ASCII.GetString(answer) == "+PONG\r\n";
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return false;
        }
    }

    /// <summary>The fixture of the assembly: starts nothing, and ends what tests have started.</summary>
    public sealed class Ending : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            if (Started.IsValueCreated && Started.Value.IsCompletedSuccessfully) await (await Started.Value).DisposeAsync();
        }
    }
}
