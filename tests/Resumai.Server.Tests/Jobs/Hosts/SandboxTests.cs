using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Resumai.Hosting;
using Resumai.Server.Jobs.Hosts;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Jobs.Hosts;

/// <summary>Real processes under each level that this machine has, which try to reach what they must not.</summary>
public sealed class SandboxTests : IDisposable
{
    private static readonly string[] Network = ["internet", "loopback", "loopback 6", "datagram", "listen", "unix socket", "namespace", "trace"];
    private static readonly string[] Files =
        ["read a secret", "read the users", "list the folder", "change a secret", "write beside it", "write to the system", "write to the program", "leave a file for others", "environment of the server"];
    private static readonly string[] Needed = ["write to the scratch folder", "read the program", "start a program"];

    private readonly string _folder = Directory.CreateTempSubdirectory("resumai-secrets-").FullName;

    [Theory]
    [InlineData("bubblewrap")]
    [InlineData("seccomp+landlock")]
    public async Task The_network_and_files_are_refused_and_what_parsing_needs_is_not(string name)
    {
        var report = await AttemptAsync(await AvailableAsync(name));

        report.Level.Name().ShouldBe(name);
        Done(report, [.. Network, .. Files]).ShouldBeEmpty();
        Done(report, Needed).ShouldBe(Both(Needed), ignoreOrder: true);
        Directory.GetFileSystemEntries(_folder).Select(Path.GetFileName).ShouldBe(["secret"]);
    }

    [Fact]
    public async Task Without_landlock_the_network_is_refused()
    {
        var report = await AttemptAsync(await AvailableAsync("seccomp"));

        report.Level.ShouldBe(SandboxLevel.Seccomp);
        Done(report, Network).ShouldBeEmpty();
        Done(report, Needed).ShouldBe(Both(Needed), ignoreOrder: true);
    }

    [Fact]
    public async Task Without_any_sandbox_the_attempts_would_succeed()
    {
        var report = await AttemptAsync(SandboxLevel.None);

        report.Level.ShouldBe(SandboxLevel.None);
        Done(report, ["loopback", "datagram", "listen", "unix socket", "read a secret", "read the users", "list the folder", "environment of the server"]).Count.ShouldBe(16);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>The level, where this machine has it; containers often withhold namespaces, old kernels Landlock.</summary>
    private static async Task<SandboxLevel> AvailableAsync(string name)
    {
        var level = SandboxLevels.Named(name);
        if (level == SandboxLevel.Bubblewrap && await Bubblewrap.WorksAsync(ParseHostCommandLine.Readable(Options)) is { } reason) Assert.Skip($"No bubblewrap here: {reason}");
        if (level == SandboxLevel.Landlock && !await HasLandlockAsync()) Assert.Skip("No Landlock here.");
        return level;
    }

    private static async Task<bool> HasLandlockAsync()
    {
        using var host = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Resumai.Cli"), ["parse-host", "--sandbox", "seccomp+landlock", "--scratch", Path.GetTempPath()])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false,
        })!;
        host.StandardInput.Close();
        var hello = await FrameStream.ReadAsync(host.StandardOutput.BaseStream);
        await host.WaitForExitAsync();
        return JsonSerializer.Deserialize(hello!.Value.Payload.Span, HostJson.Default.HostHello)!.Sandbox == SandboxLevel.Landlock;
    }

    private static ParseHostOptions Options { get; } = new(
        Path.Combine(AppContext.BaseDirectory, "Resumai.Server.Tests"), 1, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1), TimeSpan.Zero, 1024, 1000, 512);

    private async Task<Prisoner.Report> AttemptAsync(SandboxLevel level)
    {
        var secret = Path.Combine(_folder, "secret");
        await File.WriteAllTextAsync(secret, "secret");
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        var path = Path.Combine(_folder, "socket");
        using var unix = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        unix.Bind(new UnixDomainSocketEndPoint(path));
        unix.Listen();

        using var scratch = ScratchFolder.For(level);
        using var process = Process.Start(ParseHostCommandLine.For(Options, level, scratch.Path))!;
        using var patience = new CancellationTokenSource(Eventually.Longest);
        await using var ending = patience.Token.Register(() => process.Kill(entireProcessTree: true));
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new Prisoner.Task(((IPEndPoint)listener.LocalEndPoint!).Port, path, secret, Environment.ProcessId)));
        process.StandardInput.Close();
        var complaints = process.StandardError.ReadToEndAsync();
        var report = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await complaints);
        return JsonSerializer.Deserialize<Prisoner.Report>(report)!;
    }

    /// <summary>Those of the attempts that succeeded.</summary>
    private static List<string> Done(Prisoner.Report report, IReadOnlyList<string> names) => [.. Both(names).Where(name => report.Attempts[name] == "done")];

    private static IReadOnlyList<string> Both(IReadOnlyList<string> names) => [.. names, .. names.Select(n => n + ", another thread")];
}
