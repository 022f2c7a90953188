namespace Resumai.Bench.Load;

/// <summary>Uploads accepted a second by a server that parses nothing meanwhile (<c>--role api</c>), with 1, 16 and 64 clients for LOAD_SECONDS each.</summary>
internal static class UploadLoad
{
    public static async Task MeasureAsync(Setup setup)
    {
        Console.WriteLine($"\n### Uploads accepted ({setup.Cvs.Different} documents, {setup.Cvs.MeanBytes / 1024:0} KiB in the mean)\n\n| engine | clients | uploads/s | p50 ms | p95 ms | p99 ms |\n|---|--:|--:|--:|--:|--:|");
        foreach (var engine in Setup.Engines)
        {
            await using var installation = await setup.InstallAsync(engine, ("Queue:AccountBound", "1000000"), ("Queue:Bound", "1000000"));
            var key = await installation.AccountAsync();
            await using var server = await installation.ServeAsync("api");
            foreach (var clients in (int[])[1, 16, 64])
            {
                var http = server.Client(key, clients);
                for (var i = 0; i < 20; i++) await http.AcceptedAsync(setup.Cvs.Next());
                var times = new Timings();
                var time = TimeSpan.FromSeconds(Setup.Number("LOAD_SECONDS", 60) / 2);
                await Requests.ForAsync(time, clients, async _ => await times.OfAsync(() => http.AcceptedAsync(setup.Cvs.Next())));
                Console.WriteLine($"| {engine} | {clients} | {times.Count / time.TotalSeconds:0} | {times} |");
            }
        }
    }
}
