using System.ComponentModel;
using System.Diagnostics;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Faults;

/// <summary>What happens to servers and to the processes that parse for them.</summary>
public static class ServerFaults
{
    /// <summary>One of several of a kind.</summary>
    public static Fault Kill(string name, params IReadOnlyList<SupervisedServer> servers) => new($"kill {name}", async chance =>
    {
        var server = servers[chance.Next(servers.Count)];
        await server.KillAsync();
        return server.StartAsync;
    });

    /// <summary>A server whose machine stands still for longer than its leases: others do its work, and what it says of it afterwards comes too late.</summary>
    public static Fault Hang(string name, TimeSpan time, params IReadOnlyList<SupervisedServer> servers) => new($"hang {name}", async chance =>
    {
        var held = 0;
        await Eventually.TrueAsync(async () => await TrySignalAsync("STOP", held = servers[chance.Next(servers.Count)].Id));
        return async () =>
        {
            await Task.Delay(time);
            // It may have been killed meanwhile.
            await TrySignalAsync("CONT", held);
        };
    });

    /// <summary>A process that parses, or one that confines it.</summary>
    public static Fault KillParseHost(params IReadOnlyList<SupervisedServer> servers) => new("kill parse host", async chance =>
    {
        await Eventually.TrueAsync(() =>
        {
            var hosts = Processes.DescendantsOf(servers[chance.Next(servers.Count)].Id);
            return hosts.Count > 0 && TryKill(hosts[chance.Next(hosts.Count)]);
        });
        // The server starts another itself.
        return () => Task.CompletedTask;
    });

    private static bool TryKill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
            return true;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return false;
        }
    }

    private static async Task<bool> TrySignalAsync(string signal, int id)
    {
        using var kill = Process.Start(new ProcessStartInfo("kill", [$"-{signal}", id.ToString()]) { RedirectStandardError = true, UseShellExecute = false })!;
        await kill.WaitForExitAsync();
        return kill.ExitCode == 0;
    }
}
