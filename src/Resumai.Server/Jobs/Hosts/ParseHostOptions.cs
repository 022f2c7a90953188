using Resumai.Server.Settings;

namespace Resumai.Server.Jobs.Hosts;

/// <summary>The child processes that parse, and the limits on what one document may take.</summary>
/// <param name="Path">Executable or dll of <c>Resumai.Cli</c>; by default the one beside the server.</param>
/// <param name="Count">How many documents are parsed at a time, each in a host of its own.</param>
/// <param name="TimeLimit">Longest time for a document of one page; beyond it the host is ended and the document has timed out.</param>
/// <param name="CpuLimit">Most processor time for a document of one page; the same happens.</param>
/// <param name="PageTime">What each further page adds to both.</param>
/// <param name="MemoryMegabytes">Most memory of the process, in MiB; three quarters of it may be managed heap.</param>
/// <param name="RecycleDocuments">After so many documents a host is replaced by a new one.</param>
/// <param name="RecycleMegabytes">A host that holds more memory than this after a document, in MiB, is replaced.</param>
public sealed record ParseHostOptions(
    string Path, int Count, TimeSpan TimeLimit, TimeSpan CpuLimit, TimeSpan PageTime, int MemoryMegabytes, int RecycleDocuments, int RecycleMegabytes)
{
    public static ParseHostOptions Read(SettingsReader settings) => new(
        settings.Text("ParseHost:Path", Beside()),
        settings.Integer("ParseHost:Count", Environment.ProcessorCount, 1, 256),
        settings.Seconds("ParseHost:TimeLimitSeconds", 60, 1, 3600),
        settings.Seconds("ParseHost:CpuLimitSeconds", 40, 1, 3600),
        settings.Seconds("ParseHost:PageSeconds", 3, 0, 600),
        settings.Integer("ParseHost:MemoryMegabytes", 1024, 128, 65_536),
        settings.Integer("ParseHost:RecycleDocuments", 1000, 1, 1_000_000),
        settings.Integer("ParseHost:RecycleMegabytes", 512, 64, 65_536));

    /// <summary>Longest time for a document of so many pages.</summary>
    public TimeSpan TimeLimitOf(int pages) => TimeLimit + (PageTime * (pages - 1));

    /// <summary>Most processor time for a document of so many pages.</summary>
    public TimeSpan CpuLimitOf(int pages) => CpuLimit + (PageTime * (pages - 1));

    private static string Beside()
    {
        var executable = System.IO.Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Resumai.Cli.exe" : "Resumai.Cli");
        return File.Exists(executable) ? executable : System.IO.Path.Combine(AppContext.BaseDirectory, "Resumai.Cli.dll");
    }
}
