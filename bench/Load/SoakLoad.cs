namespace Resumai.Bench.Load;

/// <summary>
/// An hour (LOAD_SOAK_MINUTES) on each engine of uploads, waits, reads, exports and deletions at a pace that the machine bears, and how the server's own memory and that of its
/// hosts goes: the mean of the second sixth of the time beside that of the last.
/// </summary>
internal static class SoakLoad
{
    public static async Task MeasureAsync(Setup setup)
    {
        var minutes = Setup.Number("LOAD_SOAK_MINUTES", 60);
        Console.WriteLine($"\n### {minutes} minutes of work\n\n| engine | uploads | requests | answers that should not be | server, second sixth MB | last sixth MB | change | hosts MB | last sixth MB | change |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var engine in Setup.Engines)
        {
            await using var installation = await setup.InstallAsync(engine, ("ParseHost:Count", "2"));
            var key = await installation.AccountAsync();
            await using var server = await installation.ServeAsync();
            var http = server.Client(key);
            var (uploads, requests, odd) = (0, 0, 0);
            var samples = new List<(double Server, double Hosts)>();
            var time = TimeSpan.FromMinutes(minutes);
            using var end = new CancellationTokenSource();
            var sampling = SampleAsync(server, samples, end.Token);
            await Requests.ForAsync(time, 2, async _ =>
            {
                try
                {
                    Interlocked.Increment(ref uploads);
                    var asset = await http.AcceptedAsync(setup.Cvs.Next());
                    if (await http.FinalStatusAsync(asset) != "completed") Interlocked.Increment(ref odd);
                    string[] addresses = [$"data/master/{asset}", "data/display?limit=50", "data/display?q=experience&limit=20", "files/assets?limit=20", "account", "account/ledger?limit=20"];
                    foreach (var address in addresses)
                    {
                        await http.JsonAsync(address);
                        Interlocked.Increment(ref requests);
                    }
                    // Half of them stay, so that the tables grow.
                    if (uploads % 2 == 0) (await http.DeleteAsync($"files/assets/{asset}")).Dispose();
                }
                catch (Exception e) when (e is HttpRequestException or InvalidOperationException or TaskCanceledException)
                {
                    Interlocked.Increment(ref odd);
                    Console.Error.WriteLine(e.Message);
                }
                await Task.Delay(Setup.Number("LOAD_SOAK_PAUSE_MS", 1_000));
            });
            await end.CancelAsync();
            await sampling;
            var sixth = Math.Max(1, samples.Count / 6);
            var (early, late) = (samples.Skip(sixth).Take(sixth).ToList(), samples.TakeLast(sixth).ToList());
            var (server1, server2, hosts1, hosts2) = (early.Average(s => s.Server), late.Average(s => s.Server), early.Average(s => s.Hosts), late.Average(s => s.Hosts));
            Console.WriteLine($"| {engine} | {uploads} | {requests} | {odd} | {server1:0} | {server2:0} | {server2 / server1 - 1:+0.0 %;-0.0 %} | {hosts1:0} | {hosts2:0} | {hosts2 / hosts1 - 1:+0.0 %;-0.0 %} |");
        }
    }

    private static async Task SampleAsync(ServerProcess server, List<(double Server, double Hosts)> samples, CancellationToken end)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(5));
        try
        {
            while (await timer.WaitForNextTickAsync(end)) samples.Add((ServerProcess.Megabytes(server.Id), server.Hosts.Sum(ServerProcess.Megabytes)));
        }
        catch (OperationCanceledException)
        {
            return;
        }
    }
}
