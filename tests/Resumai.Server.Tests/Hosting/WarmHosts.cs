using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Resumai.Server.Jobs.Hosts;

[assembly: AssemblyFixture(typeof(Resumai.Server.Tests.Hosting.WarmHosts.Ending))]

namespace Resumai.Server.Tests.Hosting;

/// <summary>
/// The parse hosts of servers that ask for none of their own: real ones, which the next server takes over from one that has stopped, as each costs a
/// second of processor time until it has parsed a first document. One server has them at a time.
/// </summary>
internal static class WarmHosts
{
    private static readonly ConcurrentBag<ParseHostPool> Idle = [];

    /// <summary>Whether a server with these settings can use another's.</summary>
    public static bool Serve(IEnumerable<string> settings) => !settings.Any(key => key.StartsWith("ParseHost:", StringComparison.Ordinal) || key.StartsWith("Sandbox:", StringComparison.Ordinal));

    /// <summary>Puts them into a server that is being built; hand them back when it has stopped.</summary>
    public static ParseHostPool Lend(IServiceCollection services)
    {
        if (!Idle.TryTake(out var hosts)) hosts = new ParseHostPool(Options<ParseHostOptions>(), Options<SandboxOptions>(), NullLogger<ParseHostPool>.Instance);
        // An instance is not disposed with the server.
        services.AddSingleton(hosts);
        return hosts;

        T Options<T>() => (T)services.Single(s => s.ServiceType == typeof(T)).ImplementationInstance!;
    }

    public static void TakeBack(ParseHostPool hosts) => Idle.Add(hosts);

    /// <summary>The fixture of the assembly: starts nothing, and ends what tests have started.</summary>
    public sealed class Ending : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            while (Idle.TryTake(out var hosts)) await hosts.DisposeAsync();
        }
    }
}
