using System.Net;

namespace Resumai.Bench.Load;

/// <summary>A thousand connections (LOAD_CONNECTIONS) that stay open and ask at once, again and again, for LOAD_SECONDS: nine reads to one upload.</summary>
internal static class ConnectionLoad
{
    public static async Task MeasureAsync(Setup setup)
    {
        var connections = Setup.Number("LOAD_CONNECTIONS", 1_000);
        Console.WriteLine($"\n### {connections:N0} connections\n\n| engine | requests/s | read p50 | p95 | p99 ms | upload p50 | p95 | p99 ms | refused or broken |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var engine in Setup.Engines)
        {
            await using var installation = await setup.InstallAsync(engine);
            var key = await installation.AccountAsync();
            await using var server = await installation.ServeAsync("api");
            var http = server.Client(key, connections);
            var asset = await http.AcceptedAsync(setup.Cvs.Next());
            var (reads, uploads, broken) = (new Timings(), new Timings(), 0);
            string[] addresses = ["account", "data/display", $"files/assets/{asset}/status", "files/assets"];
            var turns = new int[connections];
            var time = TimeSpan.FromSeconds(Setup.Number("LOAD_SECONDS", 60));
            await Requests.ForAsync(time, connections, async connection =>
            {
                try
                {
                    var turn = turns[connection]++ + connection;
                    var status = turn % 10 == 0
                        ? (await uploads.OfAsync(() => http.UploadAsync(setup.Cvs.Next()))).Status
                        : await reads.OfAsync(() => StatusAsync(http, addresses[turn % addresses.Length]));
                    if ((int)status >= 300) Interlocked.Increment(ref broken);
                }
                catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
                {
                    Interlocked.Increment(ref broken);
                }
            });
            Console.WriteLine($"| {engine} | {(reads.Count + uploads.Count) / time.TotalSeconds:0} | {reads} | {uploads} | {broken} |");
        }
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient http, string address)
    {
        using var response = await http.GetAsync(address);
        await response.Content.ReadAsByteArrayAsync();
        return response.StatusCode;
    }
}
