using System.Net;

namespace Resumai.Bench.Load;

/// <summary>At the bound: uploads by 32 clients to a queue that holds 500 and is full, while another account reads.</summary>
internal static class PressureLoad
{
    private const int Bound = 500;

    public static async Task MeasureAsync(Setup setup)
    {
        Console.WriteLine("\n### At the bound of the queue\n\n| engine | accepted | 503 with `Retry-After` | other answers | refusal p50 | p95 | p99 ms | read p50 | p95 | p99 ms |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var engine in Setup.Engines)
        {
            await using var installation = await setup.InstallAsync(engine, ("Queue:Bound", $"{Bound}"), ("ParseHost:Count", "1"));
            var (busy, other) = (await installation.AccountAsync(), await installation.AccountAsync());
            await using var server = await installation.ServeAsync();
            var http = server.Client(busy);
            var reader = server.Client(other);
            var time = TimeSpan.FromSeconds(Setup.Number("LOAD_SECONDS", 60) / 2);
            var (accepted, refused, odd) = (0, 0, 0);
            var (refusals, reads) = (new Timings(), new Timings());
            string[] addresses = ["account", "data/display", "files/assets"];
            // Full before the clock runs.
            await Requests.InParallelAsync(32, 2 * Bound, async _ => await http.UploadAsync(setup.Cvs.Next()));
            await Task.WhenAll(
                Requests.ForAsync(time, 32, async _ =>
                {
                    var started = System.Diagnostics.Stopwatch.GetTimestamp();
                    var (status, _, retry) = await http.UploadAsync(setup.Cvs.Next());
                    if (status == HttpStatusCode.Accepted) Interlocked.Increment(ref accepted);
                    else if (status == HttpStatusCode.ServiceUnavailable && retry is not null) Interlocked.Increment(ref refused);
                    else Interlocked.Increment(ref odd);
                    if (status == HttpStatusCode.ServiceUnavailable) refusals.Add(System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                    // A client that heeds nothing, but not without any pause.
                    await Task.Delay(50);
                }),
                Requests.ForAsync(time, 4, async i =>
                {
                    await reads.OfAsync(() => reader.JsonAsync(addresses[(reads.Count + i) % addresses.Length]));
                    await Task.Delay(20);
                }));
            Console.WriteLine($"| {engine} | {accepted} | {refused} | {odd} | {refusals} | {reads} |");
        }
    }
}
