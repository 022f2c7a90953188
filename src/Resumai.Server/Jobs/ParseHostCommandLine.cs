using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Resumai.Server.Jobs;

/// <summary>How a parse host is started.</summary>
internal static class ParseHostCommandLine
{
    /// <summary>What a host may know of the server's environment; keys and connection strings are not for it.</summary>
    private static readonly string[] Inherited = ["PATH", "HOME", "TMPDIR", "TEMP", "TMP", "SystemRoot", "LD_LIBRARY_PATH", "DOTNET_ROOT", "TESSDATA_PREFIX"];

    public static ProcessStartInfo For(ParseHostOptions options)
    {
        var start = new ProcessStartInfo
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        if (options.Path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
        {
            start.FileName = "dotnet";
            start.ArgumentList.Add(options.Path);
        }
        else
        {
            start.FileName = options.Path;
        }
        start.ArgumentList.Add("parse-host");

        var inherited = Inherited.Select(name => (name, Environment.GetEnvironmentVariable(name))).ToList();
        start.Environment.Clear();
        foreach (var (name, value) in inherited)
        {
            if (value is not null) start.Environment[name] = value;
        }
        // An executable looks for the runtime in few places; the server's own is the right one.
        start.Environment.TryAdd("DOTNET_ROOT", Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")));
        // The runtime reads this number as hexadecimal.
        start.Environment["DOTNET_GCHeapHardLimit"] = (options.MemoryMegabytes * 1024L * 1024 / 4 * 3).ToString("x", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        // Read by the OpenMP runtime that text recognition brings; see Resumai.Ocr.
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        return start;
    }
}
