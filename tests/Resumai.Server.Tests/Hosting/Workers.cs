using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Resumai.Server.Jobs;
using Resumai.Server.Jobs.Hosts;

namespace Resumai.Server.Tests.Hosting;

/// <summary>What tests do to the part that parses.</summary>
public static class Workers
{
    /// <summary>A server that takes uploads and parses none: the queue stays as it is.</summary>
    public static void None(IServiceCollection services)
    {
        foreach (var part in (Type[])[typeof(ParseWorker), typeof(HostReporting)]) services.Remove(services.Single(s => s.ImplementationType == part));
    }

    /// <summary>Id of the process that parses, once it is up, where there is one.</summary>
    public static async Task<int> ParseHostAsync(this ResumaiApp app)
    {
        var hosts = app.Services.GetRequiredService<ParseHostPool>();
        IReadOnlyList<int> ids = [];
        await Eventually.TrueAsync(() => (ids = hosts.ProcessIds).Count > 0);
        return ids[0];
    }

    /// <summary>Sends a signal: STOP makes a real hang, KILL a real crash.</summary>
    public static async Task SignalAsync(string signal, int process)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.ToString()]);
        await kill.WaitForExitAsync();
        kill.ExitCode.ShouldBe(0);
    }
}
