namespace Resumai.Cli.ParseHost.Sandbox;

/// <summary>Limits of the system on the process itself; the server's own come on top.</summary>
internal static class ResourceLimits
{
    private const int FileSize = 1, CoreSize = 4, OpenFiles = 7;
    private const nuint LargestFile = 64 << 20, MostFiles = 1024;

    /// <summary>No memory image in files after a crash, few open files, no large ones; and where memory is short, this process goes first.</summary>
    public static void Apply()
    {
        Set(CoreSize, 0);
        Set(OpenFiles, MostFiles);
        // The runtime has made the file in memory that its code lies in; a limit from the start would stop it.
        Set(FileSize, LargestFile);
        try
        {
            File.WriteAllText("/proc/self/oom_score_adj", "1000");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A confined process was given its score before.
        }
    }

    private static void Set(int resource, nuint most) => _ = LinuxCalls.SetLimit(resource, new LinuxCalls.Limit(most, most));
}
