using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Resumai.Hosting;

namespace Resumai.Server.Jobs.Hosts;

/// <summary>How a parse host is started.</summary>
internal static class ParseHostCommandLine
{
    /// <summary>What a host may know of the server's environment; keys and connection strings are not for it.</summary>
    private static readonly string[] Inherited = ["PATH", "SystemRoot", "LD_LIBRARY_PATH", "TESSDATA_PREFIX"];

    /// <param name="scratch">The one folder that the host may write to.</param>
    public static ProcessStartInfo For(ParseHostOptions options, SandboxLevel sandbox, string scratch)
    {
        var program = Program(options);
        string[] arguments = ["parse-host", "--sandbox", sandbox.Name(), "--scratch", scratch];
        string[] words = sandbox == SandboxLevel.Bubblewrap ? [.. Bubblewrap.Words(Readable(options), scratch), .. program, .. arguments] : [.. program, .. arguments];
        var start = new ProcessStartInfo(words[0], words[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = sandbox == SandboxLevel.Bubblewrap ? "/" : scratch,
        };
        SetEnvironment(start, options, scratch);
        return start;
    }

    /// <summary>What a host has to read: its own program, and the installation it came with, where a script stands in for it.</summary>
    public static IReadOnlyList<string> Readable(ParseHostOptions options) =>
        [.. ReadablePaths.Of(Path.GetDirectoryName(Path.GetFullPath(options.Path))!, DotnetRoot).Union([AppContext.BaseDirectory.TrimEnd('/')])];

    /// <summary>An executable looks for the runtime in few places; the server's own is the right one.</summary>
    private static string DotnetRoot => Environment.GetEnvironmentVariable("DOTNET_ROOT") ?? Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    private static string[] Program(ParseHostOptions options) =>
        options.Path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? [Path.Combine(DotnetRoot, "dotnet"), options.Path] : [options.Path];

    private static void SetEnvironment(ProcessStartInfo start, ParseHostOptions options, string scratch)
    {
        var inherited = Inherited.Select(name => (name, Environment.GetEnvironmentVariable(name))).ToList();
        start.Environment.Clear();
        foreach (var (name, value) in inherited)
        {
            if (value is not null) start.Environment[name] = value;
        }
        foreach (var name in (string[])["HOME", "TMPDIR", "TEMP", "TMP"]) start.Environment[name] = scratch;
        start.Environment["DOTNET_ROOT"] = DotnetRoot;
        // The runtime reads this number as hexadecimal.
        start.Environment["DOTNET_GCHeapHardLimit"] = (options.MemoryMegabytes * 1024L * 1024 / 4 * 3).ToString("x", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        // Read by the OpenMP runtime that text recognition brings; see Resumai.Ocr.
        start.Environment["OMP_THREAD_LIMIT"] = "1";
    }
}
