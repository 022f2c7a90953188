using System.Globalization;

namespace Resumai.Server.Jobs.Hosts;

/// <summary>
/// The server's own control group, where it was handed over to it (cgroups(7), version 2; systemd: <c>Delegate=yes</c>): each host gets a group
/// below it with a limit on all memory, files in memory included, that the kernel keeps between two looks of the watchdog.
/// </summary>
/// <param name="folder">Folder of the server's group.</param>
internal sealed class MemoryGroups(string folder)
{
    private const string Mount = "/sys/fs/cgroup", Own = "resumai-server";
    private int _made;

    /// <summary>Null where groups are of version 1, have no memory controller, or are not the server's to divide.</summary>
    public static MemoryGroups? Find()
    {
        try
        {
            // "0::/path" is the line of version 2; mixed systems have it as well, but without the controller.
            return File.ReadLines("/proc/self/cgroup").FirstOrDefault(line => line.StartsWith("0::/", StringComparison.Ordinal)) is { } line
                ? Prepare(Path.Join(Mount, line["0::".Length..]))
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Moves what runs in the group into one below it, as a group with processes of its own cannot divide its memory, and divides it.</summary>
    internal static MemoryGroups? Prepare(string folder)
    {
        if (!Has(folder, "cgroup.controllers")) return null;
        // A server that was started anew by an older one is in the group made for it.
        if (Path.GetFileName(folder) == Own) folder = Path.GetDirectoryName(folder)!;
        if (!Has(folder, "cgroup.subtree_control"))
        {
            var own = Directory.CreateDirectory(Path.Combine(folder, Own)).FullName;
            foreach (var process in File.ReadAllLines(Path.Combine(folder, "cgroup.procs"))) File.WriteAllText(Path.Combine(own, "cgroup.procs"), process);
            File.WriteAllText(Path.Combine(folder, "cgroup.subtree_control"), "+memory");
        }
        return new MemoryGroups(folder);
    }

    /// <summary>A new group for one host; null when it cannot be made.</summary>
    public MemoryGroup? Make(int megabytes)
    {
        try
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"resumai-host-{Environment.ProcessId}-{Interlocked.Increment(ref _made)}");
            return MemoryGroup.Make(Path.Combine(folder, name), megabytes * 1024L * 1024);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool Has(string folder, string file) =>
        File.Exists(Path.Combine(folder, file)) && File.ReadAllText(Path.Combine(folder, file)).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Contains("memory");
}
