using System.Diagnostics;
using System.Globalization;

namespace Resumai.Bench.Load;

/// <summary>
/// How much more processor time the same parsing takes when all processors are at it: they may be threads of one core, or guests of a host. As a share of
/// what it takes alone; the median of turns.
/// </summary>
internal static class Crowding
{
    private const int Turns = 5;

    /// <param name="app">The server's program; the command line lies beside it.</param>
    /// <param name="documents">A folder with PDFs.</param>
    public static async Task<double> MeasureAsync(string app, string documents)
    {
        string[] files = [.. Directory.EnumerateFiles(documents, "*.pdf").Order(StringComparer.Ordinal).Where(f => new FileInfo(f).Length < 200_000).Take(60)];
        string[] command = ["-c", "TIMEFORMAT='%U %S'; time \"$@\" >/dev/null 2>&1", "bash", Path.Combine(Path.GetDirectoryName(app)!, "Resumai.Cli"), "parse", .. files];
        var shares = new List<double>();
        for (var turn = 0; turn < Turns; turn++)
        {
            var alone = await SecondsAsync(command);
            var together = await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => SecondsAsync(command)));
            shares.Add(together.Average() / alone - 1);
        }
        return shares.Order().ElementAt(Turns / 2);
    }

    /// <summary>Processor time of a command that has ended.</summary>
    private static async Task<double> SecondsAsync(string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", command) { RedirectStandardError = true, UseShellExecute = false })!;
        var times = (await process.StandardError.ReadToEndAsync()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        await process.WaitForExitAsync();
        return times.TakeLast(2).Sum(t => double.Parse(t, CultureInfo.InvariantCulture));
    }
}
