using System.ComponentModel;
using System.Diagnostics;
using Resumai.Hosting;

namespace Resumai.Server.Jobs.Hosts;

/// <summary>Starts parse hosts, confined and limited as far as the machine can. Thread-safe.</summary>
internal sealed class ParseHostStarter(ParseHostOptions options, Sandbox sandbox, ILogger logger)
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);
    private readonly Lazy<MemoryGroups?> _groups = new(() => Groups(logger));

    /// <exception cref="ParseHostUnavailableException">It does not start, does not speak this protocol, or is not confined as required.</exception>
    public async Task<ParseHostProcess> StartAsync()
    {
        var host = Start(await sandbox.ChooseAsync());
        try
        {
            var hello = await host.HearAsync(StartLimit) ?? throw new ParseHostUnavailableException("The parse host does not speak this server's protocol.");
            sandbox.Accept(hello.Sandbox);
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
        logger.LogInformation("Parse host {ProcessId} is ready", host.Id);
        return host;
    }

    private ParseHostProcess Start(SandboxLevel level)
    {
        var scratch = ScratchFolder.For(level);
        try
        {
            var group = _groups.Value?.Make(options.MemoryMegabytes);
            var process = Process.Start(ParseHostCommandLine.For(options, level, scratch.Path))!;
            group?.Add(process.Id);
            return new ParseHostProcess(process, scratch, group, options, logger);
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException or IOException)
        {
            scratch.Dispose();
            throw new ParseHostUnavailableException("The parse host cannot be started.", e);
        }
    }

    private static MemoryGroups? Groups(ILogger logger)
    {
        var groups = OperatingSystem.IsLinux() ? MemoryGroups.Find() : null;
        logger.LogInformation("Memory of parse hosts is limited by the runtime, the watchdog{Group}", groups is null ? "" : " and control groups");
        return groups;
    }
}
