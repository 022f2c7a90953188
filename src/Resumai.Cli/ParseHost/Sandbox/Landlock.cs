using System.Runtime.InteropServices;
using Resumai.Hosting;

namespace Resumai.Cli.ParseHost.Sandbox;

/// <summary>
/// Refuses files but those named, and TCP and signals to others where the kernel can (landlock(7)). It binds the calling thread and what that
/// starts: a process with more threads has to become itself anew (<see cref="Confinement"/>).
/// </summary>
internal static class Landlock
{
    private const ulong Execute = 1 << 0, WriteFile = 1 << 1, ReadFile = 1 << 2, ReadFolder = 1 << 3, RemoveFolder = 1 << 4, RemoveFile = 1 << 5;
    private const ulong MakeFolder = 1 << 7, MakeFile = 1 << 8, Truncate = 1 << 14;
    private const ulong Reading = Execute | ReadFile | ReadFolder;
    private const ulong Scratch = ReadFile | ReadFolder | WriteFile | RemoveFolder | RemoveFile | MakeFolder | MakeFile | Truncate;
    /// <summary>Rights that a rule about a single file may give.</summary>
    private const ulong OfFiles = Execute | WriteFile | ReadFile | Truncate;
    private const ulong TcpBindAndConnect = 0b11, AbstractSocketsAndSignals = 0b11;

    /// <summary>What the runtime asks of the system itself while it runs.</summary>
    private static readonly string[] OfTheSystem = ["/proc/self", "/proc/meminfo", "/proc/cpuinfo", "/proc/stat", "/proc/filesystems", "/sys/fs/cgroup", "/sys/devices/system", "/dev/random", "/dev/urandom", "/dev/zero"];

    /// <summary>Bits of the file system rights that each version of the interface knows.</summary>
    private static ulong Known(int version) => version switch { 1 => (1UL << 13) - 1, 2 => (1UL << 14) - 1, 3 or 4 => (1UL << 15) - 1, _ => (1UL << 16) - 1 };

    /// <summary>Binds the calling thread. False where the kernel has no Landlock.</summary>
    public static unsafe bool Restrict(IReadOnlyList<string> readable, string scratch)
    {
        var version = (int)LinuxCalls.Call(LinuxCalls.LandlockCreateRuleset, 0, 0, 1, 0);
        if (version < 1) return false;

        var attributes = new Ruleset { Files = Known(version), Network = version >= 4 ? TcpBindAndConnect : 0, Scopes = version >= 6 ? AbstractSocketsAndSignals : 0 };
        var size = version >= 6 ? sizeof(Ruleset) : version >= 4 ? 2 * sizeof(ulong) : sizeof(ulong);
        var ruleset = (int)LinuxCalls.Call(LinuxCalls.LandlockCreateRuleset, (nint)(&attributes), size, 0, 0);
        if (ruleset < 0) return false;
        try
        {
            foreach (var path in readable) Allow(ruleset, path, Reading);
            foreach (var path in OfTheSystem) Allow(ruleset, path, Reading);
            Allow(ruleset, "/dev/null", ReadFile | WriteFile);
            Allow(ruleset, scratch, Scratch & Known(version));
            return LinuxCalls.Control(LinuxCalls.SetNoNewPrivileges, 1, 0, 0, 0) == 0 && LinuxCalls.Call(LinuxCalls.LandlockRestrictSelf, ruleset, 0, 0, 0) == 0;
        }
        finally
        {
            _ = LinuxCalls.Close(ruleset);
        }
    }

    private static unsafe void Allow(int ruleset, string path, ulong rights)
    {
        var place = LinuxCalls.Open(path, LinuxCalls.OpenPath);
        // What is not there needs no rule.
        if (place < 0) return;
        var rule = new PathRule { Rights = Directory.Exists(path) ? rights : rights & OfFiles, Place = place };
        _ = LinuxCalls.Call(LinuxCalls.LandlockAddRule, ruleset, 1, (nint)(&rule), 0);
        _ = LinuxCalls.Close(place);
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Ruleset
    {
        public ulong Files, Network, Scopes;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private struct PathRule
    {
        public ulong Rights;
        public int Place;
    }
}
