using System.Diagnostics;
using System.Text;

namespace Resumai.Server.Tests.Hosting;

/// <summary>
/// The built server as a process of its own, for what only a process can show: kill -9, and admin commands beside a running server.
/// The data folder belongs to the test, so that a second process can go on where the first was killed.
/// </summary>
public sealed class ResumaiProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _log = new();

    private ResumaiProcess(Process process) => _process = process;

    public Uri Address { get; private set; } = null!;
    public int Id => _process.Id;

    /// <summary>It has ended, killed or by itself.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>What it wrote to stdout and stderr so far.</summary>
    public string Log
    {
        get { lock (_log) return _log.ToString(); }
    }

    /// <summary>Starts <c>serve</c> on a free port and waits until it listens.</summary>
    public static Task<ResumaiProcess> ServeAsync(string dataFolder, params (string Key, string Value)[] settings) =>
        ServeAsync(StartInfo(["serve", "--urls", "http://127.0.0.1:0", "--data", dataFolder]), settings);

    /// <summary>The same where another has listened.</summary>
    public static Task<ResumaiProcess> ServeAsync(string dataFolder, Uri address) =>
        ServeAsync(StartInfo(["serve", "--urls", address.ToString(), "--data", dataFolder]), []);

    /// <summary>The same under a limit of the system on the size of any file it writes.</summary>
    public static Task<ResumaiProcess> ServeAsync(string dataFolder, int largestFileKiB)
    {
        var server = StartInfo(["serve", "--urls", "http://127.0.0.1:0", "--data", dataFolder]);
        var start = StartInfo([]);
        start.FileName = "bash";
        start.ArgumentList.Clear();
        foreach (var word in (string[])["-c", $"ulimit -f {largestFileKiB}; trap '' XFSZ; exec \"$@\"", "bash", server.FileName, .. server.ArgumentList]) start.ArgumentList.Add(word);
        // The runtime maps its code through a file in memory, which the limit would end.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return ServeAsync(start, []);
    }

    private static async Task<ResumaiProcess> ServeAsync(ProcessStartInfo start, (string Key, string Value)[] settings)
    {
        foreach (var (key, value) in HighLimits.Concat(settings)) start.Environment["RESUMAI_" + key.Replace(":", "__", StringComparison.Ordinal)] = value;
        var server = new ResumaiProcess(new Process { StartInfo = start });
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Read(string? line)
        {
            if (line is null) return;
            lock (server._log) server._log.AppendLine(line);
            const string Announcement = "Resumai listens on ";
            if (line.StartsWith(Announcement, StringComparison.Ordinal)) listening.TrySetResult(new Uri(line[Announcement.Length..]));
        }
        server._process.OutputDataReceived += (_, e) => Read(e.Data);
        server._process.ErrorDataReceived += (_, e) => Read(e.Data);
        server._process.EnableRaisingEvents = true;
        server._process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException($"The server ended: {server.Log}"));
        server._process.Start();
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        try
        {
            server.Address = await listening.Task.WaitAsync(Eventually.Longest);
            return server;
        }
        catch
        {
            // Nobody else knows of it yet.
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs the executable to its end: admin commands, and ways of starting it wrongly.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(IReadOnlyList<string> arguments, params (string Key, string Value)[] environment)
    {
        var start = StartInfo(arguments);
        foreach (var (key, value) in environment) start.Environment[key] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Eventually.Longest);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
        return (process.ExitCode, await output, await error);
    }

    public HttpClient Client(string? key = null)
    {
        var client = new HttpClient { BaseAddress = new Uri(Address, ServerHost.ApiPath + "/"), Timeout = Eventually.Longest };
        if (key is not null) client.DefaultRequestHeaders.Add("Authorization", $"Bearer {key}");
        return client;
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, then waits for the end; its exit code.</summary>
    public async Task<int> TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString()]);
        using var patience = new CancellationTokenSource(Eventually.Longest);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
    }

    private static readonly (string Key, string Value)[] HighLimits =
    [
        ("RateLimits:Free:PerMinute", "1000000"), ("RateLimits:Free:PerDay", "1000000"),
        ("RateLimits:Paid:PerMinute", "1000000"), ("RateLimits:Paid:PerDay", "1000000"),
        ("ParseHost:TimeLimitSeconds", "240"), ("ParseHost:CpuLimitSeconds", "240"),
        // Each costs a second of processor time to start; a test that needs more says so.
        ("ParseHost:Count", "1"),
    ];

    private static ProcessStartInfo StartInfo(IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.ArgumentList.Add(Programs.Server);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return start;
    }
}
