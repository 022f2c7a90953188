using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Resumai.Server.Tests.Hosting;

/// <summary>
/// A server that tests start for themselves: in a folder of its own, as a user that is not root where there is one for it, and ended with this
/// process, however that ends, by its id: a shell in a session of its own, which survives what ends this process, keeps it.
/// </summary>
public sealed class Daemon : IAsyncDisposable
{
    private const string Script = """
        set -um
        # What job control says about ended jobs; the server's own words go to standard output.
        exec 2>/dev/null
        user=$1 folder=$2 as=()
        shift 2
        trap 'rm -rf "$folder"' EXIT
        if [[ $(id -u) == 0 && -n $user ]]; then
          as=(setpriv --reuid "$user" --regid "$user" --init-groups)
          chown -R "$user" "$folder"
        fi
        cd "$folder"
        run() {
          "${as[@]}" "$@" </dev/null 2>&1 &
          server=$!
        }
        run "$@"
        while read -r order; do
          case $order in
            kill) kill -KILL -- "-$server"; wait "$server" 2>/dev/null ;;
            stop) kill -STOP -- "-$server" ;;
            go) kill -CONT -- "-$server" ;;
            run) kill -0 "$server" 2>/dev/null || run "$@" ;;
          esac
        done
        kill -INT "$server" 2>/dev/null
        for ((i = 0; i < 100; i++)); do kill -0 "$server" 2>/dev/null || break; sleep 0.1; done
        kill -KILL -- "-$server" 2>/dev/null
        wait "$server" 2>/dev/null
        """;

    private readonly Process _keeper;
    private readonly Func<Task<bool>> _answers;
    private readonly ConcurrentQueue<string> _log = new();

    private Daemon(Process keeper, Func<Task<bool>> answers)
    {
        (_keeper, _answers) = (keeper, answers);
        keeper.OutputDataReceived += (_, line) => _log.Enqueue(line.Data ?? "");
        keeper.BeginOutputReadLine();
    }

    /// <param name="user">Who runs it where this process is root; empty: the same.</param>
    /// <param name="folder">Its working folder, deleted at its end.</param>
    /// <param name="answers">Whether it does its work.</param>
    public static async Task<Daemon> StartAsync(string user, string folder, IReadOnlyList<string> command, Func<Task<bool>> answers,
        params (string Key, string Value)[] environment)
    {
        var start = new ProcessStartInfo("setsid") { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var word in (string[])["bash", "-c", Script, "bash", user, folder, .. command]) start.ArgumentList.Add(word);
        foreach (var (key, value) in environment) start.Environment[key] = value;
        var daemon = new Daemon(Process.Start(start)!, answers);
        try
        {
            await daemon.AnswersAsync();
            return daemon;
        }
        catch
        {
            await daemon.DisposeAsync();
            throw;
        }
    }

    public static string NewFolder(string name) => Directory.CreateTempSubdirectory($"resumai-{name}-").FullName;

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>kill -9 of it and what it has started.</summary>
    public async Task KillAsync()
    {
        await OrderAsync("kill");
        await Eventually.TrueAsync(async () => !await _answers());
    }

    /// <summary>Starts it again on what it had written.</summary>
    public async Task RunAsync()
    {
        // What a killed server leaves may hold its memory or port for a moment: then the next ends at once.
        var looks = 0;
        await Eventually.TrueAsync(async () =>
        {
            if (looks++ % 10 == 0) await OrderAsync("run");
            return await _answers();
        });
    }

    /// <summary>It answers nobody until it goes on: a real hang.</summary>
    public Task StopAsync() => OrderAsync("stop");

    public Task GoOnAsync() => OrderAsync("go");

    public async ValueTask DisposeAsync()
    {
        _keeper.StandardInput.Close();
        using var patience = new CancellationTokenSource(Eventually.Longest);
        await _keeper.WaitForExitAsync(patience.Token);
        _keeper.Dispose();
    }

    private Task AnswersAsync() => Eventually.TrueAsync(async () =>
    {
        if (_keeper.HasExited) throw new InvalidOperationException($"The server ended: {string.Join('\n', _log)}");
        return await _answers();
    });

    private async Task OrderAsync(string order)
    {
        await _keeper.StandardInput.WriteLineAsync(order);
        await _keeper.StandardInput.FlushAsync();
    }
}
