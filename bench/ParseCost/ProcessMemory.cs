using System.Diagnostics;
using System.Globalization;

namespace Resumai.Bench.ParseCost;

/// <summary>Peaks of resident memory, in megabytes (Linux).</summary>
internal static class ProcessMemory
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(1);

    public static double Peak(int process) => PeakOf($"/proc/{process}/status") ?? throw new InvalidOperationException("The process has ended.");

    /// <summary>Of a command that runs to its end; what it prints is read and dropped.</summary>
    public static double PeakOfCommand(string program, params IReadOnlyList<string> arguments)
    {
        using var command = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        command.OutputDataReceived += (_, _) => { };
        command.BeginOutputReadLine();
        var peak = 0.0;
        while (!command.WaitForExit(Interval)) peak = Math.Max(peak, PeakOf($"/proc/{command.Id}/status") ?? 0);
        return command.ExitCode == 0 ? peak : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed.");
    }

    private static double? PeakOf(string status)
    {
        try
        {
            var line = File.ReadLines(status).FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? null : int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024.0;
        }
        // It ended between two looks.
        catch (IOException)
        {
            return null;
        }
    }
}
