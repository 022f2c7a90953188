using System.Diagnostics;
using System.Net.Sockets;

[assembly: AssemblyFixture(typeof(Resumai.Server.Tests.Hosting.RabbitServer.Ending))]

namespace Resumai.Server.Tests.Hosting;

/// <summary>A real RabbitMQ server of Debian's package on free loopback ports, with the port mapper that Erlang starts beside it, which ends with it.</summary>
public sealed class RabbitServer : IAsyncDisposable
{
    /// <summary>The tests that use it run one after another, as some of them kill it.</summary>
    public const string Collection = "RabbitMQ";

    private const string Program = "/usr/lib/rabbitmq/bin/rabbitmq-server";
    private static readonly Lazy<Task<RabbitServer>> Started = new(StartAsync);
    private readonly Daemon _daemon;
    private readonly string _folder;
    private readonly int _port;
    private int _queues;

    private readonly (string Key, string Value)[] _environment;

    private RabbitServer(Daemon daemon, string folder, int port, (string, string)[] environment) =>
        (_daemon, _folder, _port, _environment) = (daemon, folder, port, environment);

    /// <summary>Why it cannot be used here; null when it can.</summary>
    public static string? Missing => File.Exists(Program) ? null : "RabbitMQ is not installed: tools/install-packages test";

    public Uri Address => AddressAt(_port);

    /// <summary>How the server is told of it and of a queue of its own.</summary>
    /// <param name="through">Stands between the two.</param>
    public (string Key, string Value)[] NewQueue(RabbitRelay? through = null) =>
    [
        ("Queue:Engine", "rabbitmq"), ("Queue:Connection", (through is null ? Address : AddressAt(through.Port)).ToString()),
        ("Queue:Name", $"jobs{Interlocked.Increment(ref _queues)}"),
    ];

    /// <summary>What can be between a server and this one.</summary>
    public RabbitRelay NewRelay() => new(_port);

    /// <summary>The one of this process, started at the first use and ended with the last test.</summary>
    public static Task<RabbitServer> SharedAsync() => Started.Value;

    private static Uri AddressAt(int port) => new($"amqp://guest:guest@127.0.0.1:{port}");

    private static async Task<RabbitServer> StartAsync()
    {
        var (port, mapper) = (Daemon.FreePort(), Daemon.FreePort());
        var folder = Daemon.NewFolder("rabbit");
        string[] command =
        [
            "bash", "-c",
            """
            # The port mapper stays while it thinks that the node lives.
            trap 'for ((i = 0; i < 25; i++)); do [[ $(epmd -kill 2>&1) == *Killed* ]] && break; sleep 0.2; done' EXIT
            [[ -f plugins ]] || echo '[].' >plugins
            "$1" &
            server=$!
            # In order it takes longer than whoever ends it waits, and then the port mapper would stay.
            trap 'kill -KILL $(</proc/$server/task/$server/children) "$server"' INT TERM
            wait "$server"
            wait "$server"
            """,
            "bash", Program,
        ];
        (string, string)[] environment =
        [
            ("HOME", folder), ("RABBITMQ_NODENAME", $"resumai{port}@localhost"), ("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1"), ("RABBITMQ_NODE_PORT", $"{port}"),
            ("RABBITMQ_DIST_PORT", $"{Daemon.FreePort()}"), ("ERL_EPMD_PORT", $"{mapper}"), ("ERL_EPMD_ADDRESS", "127.0.0.1"), ("RABBITMQ_MNESIA_BASE", $"{folder}/data"),
            ("RABBITMQ_LOG_BASE", folder), ("RABBITMQ_LOGS", "-"), ("RABBITMQ_ENABLED_PLUGINS_FILE", $"{folder}/plugins"), ("RABBITMQ_CONF_ENV_FILE", "/dev/null"),
            ("RABBITMQ_CONFIG_FILE", $"{folder}/none"), ("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "+S 1"),
        ];
        return new RabbitServer(await Daemon.StartAsync("rabbitmq", folder, command, () => AnswersAsync(port), environment), folder, port, environment);
    }

    /// <inheritdoc cref="Daemon.KillAsync"/>
    public Task KillAsync() => _daemon.KillAsync();

    /// <summary>
    /// Takes from a killed one what it has not always written by then: which members its quorum queues have. They come back without a leader.
    /// </summary>
    public void LoseMembers()
    {
        foreach (var file in Directory.EnumerateFiles(_folder, "names.dets", SearchOption.AllDirectories)) File.Delete(file);
    }

    /// <summary>Ends what runs behind the name of a quorum queue: the broker still answers for it, and refuses all its work.</summary>
    public async Task EndQueueAsync(string name)
    {
        // It shows the server the cookie in the folder, which only the server's user may read.
        const string script = """
            as=()
            [[ $(id -u) == 0 ]] && as=(setpriv --reuid rabbitmq --regid rabbitmq --init-groups)
            exec "${as[@]}" /usr/lib/rabbitmq/bin/rabbitmqctl -n "$RABBITMQ_NODENAME" eval "ra:stop_server(quorum_queues, {'%2F_$1', node()})."
            """;
        var start = new ProcessStartInfo("bash", ["-c", script, "bash", name]) { WorkingDirectory = _folder, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var (key, value) in _environment) start.Environment[key] = value;
        using var control = Process.Start(start)!;
        var said = await control.StandardOutput.ReadToEndAsync();
        await control.WaitForExitAsync();
        (control.ExitCode, said.Trim()).ShouldBe((0, "ok"));
    }

    /// <inheritdoc cref="Daemon.RunAsync"/>
    public Task RunAsync() => _daemon.RunAsync();

    public ValueTask DisposeAsync() => _daemon.DisposeAsync();

    private static async Task<bool> AnswersAsync(int port)
    {
        using var socket = new TcpClient();
        try
        {
            await socket.ConnectAsync("127.0.0.1", port);
            return true;
        }
        catch (SocketException)
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
