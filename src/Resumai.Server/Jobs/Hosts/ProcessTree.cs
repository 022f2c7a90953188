using System.Diagnostics;
using System.Globalization;

namespace Resumai.Server.Jobs.Hosts;

/// <summary>What the system says of a process and its descendants (proc(5)). Processes that end meanwhile count nothing.</summary>
internal static class ProcessTree
{
    /// <summary>Linux counts processor time in hundredths of a second for programs, on all machines.</summary>
    private const int TicksPerSecond = 100;
    private const int UserTime = 11, WaitedTimes = 4, StartTime = 19;

    /// <summary>The process and all that descend from it, parents first.</summary>
    public static IReadOnlyList<int> Of(int root)
    {
        List<int> found = [root];
        for (var i = 0; i < found.Count; i++) found.AddRange(ChildrenOf(found[i]));
        return found;
    }

    /// <summary>Bytes of memory that the process holds.</summary>
    public static long Memory(int process) => !OperatingSystem.IsLinux() ? Ask(process, p => p.WorkingSet64)
        : Read($"/proc/{process}/statm")?.Split(' ') is [_, var resident, ..] ? long.Parse(resident, CultureInfo.InvariantCulture) * Environment.SystemPageSize : 0;

    /// <summary>Processor time of the process, with that of its children that have ended.</summary>
    public static TimeSpan Cpu(int process)
    {
        if (!OperatingSystem.IsLinux()) return Ask(process, p => p.TotalProcessorTime);
        if (Stat(process) is not { Length: > UserTime + WaitedTimes } fields) return TimeSpan.Zero;
        var ticks = fields.Skip(UserTime).Take(WaitedTimes).Sum(f => long.Parse(f, CultureInfo.InvariantCulture));
        return TimeSpan.FromSeconds(ticks / (double)TicksPerSecond);
    }

    /// <summary>When the process was started, in a form to compare: an id alone may be another's after a while. Null when there is none, or it is a zombie.</summary>
    public static string? Started(int process) => !OperatingSystem.IsLinux()
        ? Ask(process, p => p.StartTime) is var time && time == default ? null : time.ToString("O", CultureInfo.InvariantCulture)
        : Stat(process) is [not "Z", ..] and { Length: > StartTime } fields ? fields[StartTime] : null;

    /// <summary>The fields of its stat file from the state on; the name in parentheses before them may hold anything.</summary>
    private static string[]? Stat(int process) => Read($"/proc/{process}/stat") is { } stat ? stat[(stat.LastIndexOf(')') + 2)..].Split(' ') : null;

    private static IEnumerable<int> ChildrenOf(int process)
    {
        string[] threads;
        try
        {
            threads = Directory.GetDirectories($"/proc/{process}/task");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
        return threads.SelectMany(thread => (Read(thread + "/children") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(id => int.Parse(id, CultureInfo.InvariantCulture));
    }

    private static T Ask<T>(int process, Func<Process, T> question) where T : struct
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return question(found);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return default;
        }
    }

    private static string? Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
