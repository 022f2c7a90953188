using System.Diagnostics;
using System.Globalization;

namespace Resumai.Bench.Load;

/// <summary>A server as a process of its own, ended with SIGTERM at its disposal.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly double Tick = 100;
    private readonly Process _process;
    private readonly List<HttpClient> _clients = [];

    private ServerProcess(Process process) => _process = process;

    public int Id => _process.Id;
    public Uri Address { get; private set; } = null!;

    /// <summary>The ids of its parse hosts.</summary>
    public IReadOnlyList<int> Hosts => Descendants(Id);

    public static async Task<ServerProcess> StartAsync(string app, IEnumerable<string> arguments, IEnumerable<(string Key, string Value)> settings)
    {
        var start = new ProcessStartInfo(app, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (key, value) in settings) start.Environment[Setup.EnvironmentName(key)] = value;
        var server = new ServerProcess(new Process { StartInfo = start });
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        server._process.OutputDataReceived += (_, line) =>
        {
            const string Announcement = "Resumai listens on ";
            if (line.Data?.StartsWith(Announcement, StringComparison.Ordinal) == true) listening.TrySetResult(new Uri(line.Data[Announcement.Length..]));
        };
        server._process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { } text && text.Contains("\"LogLevel\":\"Error\"", StringComparison.Ordinal)) Console.Error.WriteLine(text);
        };
        server._process.EnableRaisingEvents = true;
        server._process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("The server ended."));
        server._process.Start();
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        server.Address = await listening.Task.WaitAsync(TimeSpan.FromMinutes(10));
        return server;
    }

    /// <param name="connections">How many it may hold at a time.</param>
    public HttpClient Client(string key, int connections = 64)
    {
        var handler = new SocketsHttpHandler { MaxConnectionsPerServer = connections, PooledConnectionIdleTimeout = TimeSpan.FromMinutes(10) };
        var client = new HttpClient(handler) { BaseAddress = new Uri(Address, "api/v1/"), Timeout = TimeSpan.FromMinutes(2) };
        client.DefaultRequestHeaders.Add("Authorization", $"Bearer {key}");
        _clients.Add(client);
        return client;
    }

    /// <summary>Seconds of processor time that a process has used; 0 when it has ended.</summary>
    public static double ProcessorSeconds(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / Tick;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    /// <summary>The same of a process and all its children, those that have ended too.</summary>
    public static double TreeSeconds(int id)
    {
        var stat = File.ReadAllText($"/proc/{id}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return fields[11..15].Sum(f => double.Parse(f, CultureInfo.InvariantCulture)) / Tick + Descendants(id).Sum(ProcessorSeconds);
    }

    /// <summary>Resident memory that a process has to itself (RssAnon), in MB; 0 when it has ended.</summary>
    public static double Megabytes(int id)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(l => l.StartsWith("RssAnon:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients) client.Dispose();
        if (!_process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
            await kill.WaitForExitAsync();
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
    }

    private static List<int> Descendants(int id)
    {
        try
        {
            var children = Directory.GetDirectories($"/proc/{id}/task").SelectMany(task => File.ReadAllText(Path.Combine(task, "children"))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(child => int.Parse(child, CultureInfo.InvariantCulture)).ToList();
            return [.. children, .. children.SelectMany(Descendants)];
        }
        catch (IOException)
        {
            return [];
        }
    }
}
