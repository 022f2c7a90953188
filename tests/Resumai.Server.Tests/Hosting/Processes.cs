using System.Diagnostics;
using System.Text;

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

    /// <summary>Ends all that have this among their environment: what a command has left behind, though its parent is gone.</summary>
    public static void KillWith(string name, string value)
    {
        var entry = Encoding.UTF8.GetBytes($"{name}={value}\0");
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), out var id) || EnvironmentOf(id).AsSpan().IndexOf(entry) < 0) continue;
            try
            {
                using var process = Process.GetProcessById(id);
                process.Kill();
            }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException)
            {
                // It has ended by itself.
            }
        }
    }

    private static byte[] EnvironmentOf(int process)
    {
        try
        {
            return File.ReadAllBytes($"/proc/{process}/environ");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It has ended, or is another user's.
            return [];
        }
    }
}
