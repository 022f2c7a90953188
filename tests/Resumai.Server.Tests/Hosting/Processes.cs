using System.Diagnostics;

namespace Resumai.Server.Tests.Hosting;

/// <summary>What the system says about processes (Linux).</summary>
public static class Processes
{
    public static bool Runs(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>All that descend from it now, parents first.</summary>
    public static IReadOnlyList<int> DescendantsOf(int process)
    {
        List<int> found = [process];
        for (var i = 0; i < found.Count; i++)
        {
            try
            {
                found.AddRange(ChildrenOf(found[i]));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It, or a thread of it, has ended meanwhile.
            }
        }
        return found[1..];
    }

    /// <summary>The children of all its threads.</summary>
    public static IReadOnlyList<int> ChildrenOf(int process) =>
    [
        .. Directory.EnumerateDirectories($"/proc/{process}/task")
            .SelectMany(thread => File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(int.Parse),
    ];
}
