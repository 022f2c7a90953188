using System.Globalization;

namespace Resumai.Server.Jobs.Hosts;

/// <summary>A control group that holds one host and what it starts. The kernel ends what is in it when it needs more than it may.</summary>
internal sealed class MemoryGroup : IDisposable
{
    private readonly string _folder;

    private MemoryGroup(string folder) => _folder = folder;

    public static MemoryGroup Make(string folder, long bytes)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "memory.max"), bytes.ToString(CultureInfo.InvariantCulture));
        // Where there is no swap there is no file for it.
        if (File.Exists(Path.Combine(folder, "memory.swap.max"))) File.WriteAllText(Path.Combine(folder, "memory.swap.max"), "0");
        return new MemoryGroup(folder);
    }

    /// <summary>Puts a process in, with what it starts from then on. False when it has ended.</summary>
    public bool Add(int process)
    {
        try
        {
            File.WriteAllText(Path.Combine(_folder, "cgroup.procs"), process.ToString(CultureInfo.InvariantCulture));
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>The kernel has ended a process of the group for want of memory.</summary>
    public bool RanOut()
    {
        try
        {
            return File.ReadLines(Path.Combine(_folder, "memory.events")).Any(line => line.StartsWith("oom_kill ", StringComparison.Ordinal) && line != "oom_kill 0");
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Removes the group; its processes must have ended.</summary>
    public void Dispose()
    {
        try
        {
            Directory.Delete(_folder);
        }
        catch (IOException)
        {
            // A process is still being cleared away: an empty group costs nothing.
        }
    }
}
