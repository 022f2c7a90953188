using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

[assembly: AssemblyFixture(typeof(Resumai.Server.Tests.Hosting.PostgresServer))]

namespace Resumai.Server.Tests.Hosting;

/// <summary>
/// A real PostgreSQL server of Debian's packages, started at the first use in this process: a free loopback port, a temporary folder, and a
/// user that is not root, as it demands. It sorts by a language's rules unless told otherwise, so that a column that forgot to say how it
/// sorts is found. It ends with this process, however that ends.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string Script = """
        set -eu
        programs=$1 folder=$2 port=$3 as=()
        trap 'rm -rf "$folder"' EXIT
        if [[ $(id -u) == 0 ]]; then
          as=(setpriv --reuid postgres --regid postgres --clear-groups)
          chown postgres "$folder"
        fi
        cd "$folder"
        "${as[@]}" "$programs/initdb" --pgdata data --username resumai --auth trust --encoding UTF8 --locale C.UTF-8 --locale-provider icu --icu-locale en --no-sync >initdb.log 2>&1 || { cat initdb.log; exit 1; }
        # Not even a killed server loses what it has written; only a loss of power would, and tests make none.
        run() {
          "${as[@]}" "$programs/postgres" -D data -p "$port" -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=300 </dev/null 2>&1 &
          server=$!
        }
        run
        while read -r order; do
          case $order in
            kill) kill -KILL "$server"; wait "$server" 2>/dev/null || true ;;
            # What a killed server leaves may hold its memory for a moment: then the next ends at once.
            run) run; while sleep 0.3; ! kill -0 "$server" 2>/dev/null; do run; done ;;
          esac
        done
        kill -INT "$server" 2>/dev/null || true
        wait "$server" || true
        """;

    private static readonly Lazy<Task<PostgresServer>> Started = new(StartAsync);
    private readonly Process? _keeper;
    private readonly int _port;
    private int _databases;

    public PostgresServer()
    {
        // The fixture of the assembly: it starts nothing, and ends what tests have started.
    }

    private PostgresServer(Process keeper, int port) => (_keeper, _port) = (keeper, port);

    /// <summary>Where its programs are; null when it is not installed.</summary>
    public static string? Programs { get; } = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).Max(StringComparer.Ordinal)
        : null;

    public static Task<PostgresServer> SharedAsync() => Started.Value;

    /// <summary>kill -9; its connections break.</summary>
    public async Task KillAsync()
    {
        await _keeper!.StandardInput.WriteLineAsync("kill");
        await _keeper.StandardInput.FlushAsync();
        await Eventually.TrueAsync(async () => !await AnswersAsync());
    }

    /// <summary>Starts it again on what it had written.</summary>
    public async Task RunAsync()
    {
        await _keeper!.StandardInput.WriteLineAsync("run");
        await _keeper.StandardInput.FlushAsync();
        await Eventually.TrueAsync(AnswersAsync);
    }

    /// <summary>An empty database of its own; how to connect to it.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"resumai_{Interlocked.Increment(ref _databases)}";
        await ExecuteAsync($"CREATE DATABASE {name}");
        return ConnectionTo(name);
    }

    public Task DropDatabaseAsync(string connection)
    {
        NpgsqlConnection.ClearPool(new NpgsqlConnection(connection));
        return ExecuteAsync($"DROP DATABASE {new NpgsqlConnectionStringBuilder(connection).Database} WITH (FORCE)");
    }

    public async ValueTask DisposeAsync()
    {
        if (_keeper is null)
        {
            if (Started.IsValueCreated && Started.Value.IsCompletedSuccessfully) await (await Started.Value).DisposeAsync();
            return;
        }
        _keeper.StandardInput.Close();
        using var patience = new CancellationTokenSource(Eventually.Longest);
        await _keeper.WaitForExitAsync(patience.Token);
        _keeper.Dispose();
    }

    /// <summary>One of its own, for a test that kills it.</summary>
    public static async Task<PostgresServer> StartAsync()
    {
        var port = FreePort();
        var folder = Directory.CreateTempSubdirectory("resumai-postgres-").FullName;
        var start = new ProcessStartInfo("bash") { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var word in (string[])["-c", Script, "bash", Programs!, folder, port.ToString()]) start.ArgumentList.Add(word);
        var keeper = Process.Start(start)!;
        var log = new System.Collections.Concurrent.ConcurrentQueue<string>();
        keeper.OutputDataReceived += (_, line) => log.Enqueue(line.Data ?? "");
        keeper.BeginOutputReadLine();
        var server = new PostgresServer(keeper, port);
        await Eventually.TrueAsync(async () =>
        {
            if (keeper.HasExited) throw new InvalidOperationException($"PostgreSQL ended: {string.Join('\n', log)}");
            return await server.AnswersAsync();
        });
        return server;
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            await ExecuteAsync("SELECT 1");
            return true;
        }
        catch (Exception e) when (e is NpgsqlException or IOException)
        {
            return false;
        }
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionTo("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private string ConnectionTo(string database) => $"Host=127.0.0.1;Port={_port};Username=resumai;Database={database}";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
