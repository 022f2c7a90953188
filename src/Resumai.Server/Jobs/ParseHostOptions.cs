using Resumai.Server.Settings;

namespace Resumai.Server.Jobs;

/// <summary>The child process that parses.</summary>
/// <param name="Path">Executable or dll of <c>Resumai.Cli</c>; by default the one beside the server.</param>
/// <param name="TimeLimit">Longest time for one document; then the host is ended and the document has timed out.</param>
/// <param name="MemoryMegabytes">Most memory of the process, in MiB; three quarters of it may be managed heap.</param>
public sealed record ParseHostOptions(string Path, TimeSpan TimeLimit, int MemoryMegabytes)
{
    public static ParseHostOptions Read(SettingsReader settings) => new(
        settings.Text("ParseHost:Path", Beside()),
        settings.Seconds("ParseHost:TimeLimitSeconds", 60, 1, 3600),
        settings.Integer("ParseHost:MemoryMegabytes", 1024, 128, 65_536));

    private static string Beside()
    {
        var executable = System.IO.Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Resumai.Cli.exe" : "Resumai.Cli");
        return File.Exists(executable) ? executable : System.IO.Path.Combine(AppContext.BaseDirectory, "Resumai.Cli.dll");
    }
}
