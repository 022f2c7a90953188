using System.Diagnostics;
using System.Text.Json;
using Resumai.Hosting;
using Resumai.Reading;

namespace Resumai.Bench.ParseCost;

/// <summary>What a parse host takes: the child process in which the server parses.</summary>
/// <param name="Start">Milliseconds from its start to its first word.</param>
/// <param name="Load">Milliseconds that the first document takes longer than the second time it comes: knowledge, models, and code compiled.</param>
/// <param name="Peak">Megabytes of memory at most, after all documents.</param>
internal sealed record HostCost(double Start, double Load, double Peak)
{
    public static async Task<HostCost> Of(string app, IReadOnlyList<DigitalCv> documents)
    {
        var start = new ProcessStartInfo(app, "parse-host") { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        // As the server sets them.
        start.Environment["DOTNET_GCHeapHardLimit"] = (512L * 1024 * 1024 / 4 * 3).ToString("x", System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        var clock = Stopwatch.StartNew();
        using var host = Process.Start(start)!;
        var (input, output) = (host.StandardInput.BaseStream, host.StandardOutput.BaseStream);
        if (await FrameStream.ReadAsync(output) is not { Kind: FrameKind.Hello }) throw new InvalidOperationException("The parse host does not answer.");
        var hello = clock.Elapsed.TotalMilliseconds;

        var first = await Parse(documents[0]);
        var again = await Parse(documents[0]);
        foreach (var document in documents) await Parse(document);
        var peak = ProcessMemory.Peak(host.Id);
        host.StandardInput.Close();
        await host.WaitForExitAsync();
        return new HostCost(hello, first - again, peak);

        async Task<double> Parse(DigitalCv document)
        {
            var began = clock.Elapsed;
            var request = new HostRequest(new DateOnly(2026, 1, 1), null, Path.GetFileName(document.Path), new ReadLimits());
            await FrameStream.WriteAsync(input, FrameKind.Request, JsonSerializer.SerializeToUtf8Bytes(request, HostJson.Default.HostRequest));
            await FrameStream.WriteAsync(input, FrameKind.Document, document.Bytes);
            while (await FrameStream.ReadAsync(output) is { } frame)
            {
                if (frame.Kind == FrameKind.Error) throw new InvalidOperationException($"{document.Path} is not parsed.");
                if (frame.Kind == FrameKind.Record) return (clock.Elapsed - began).TotalMilliseconds;
            }
            throw new InvalidOperationException("The parse host has ended.");
        }
    }
}
