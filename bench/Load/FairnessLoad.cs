namespace Resumai.Bench.Load;

/// <summary>
/// Single uploads of an account, from the upload to the result, on an idle server and beside another's backlog of 50,000 (LOAD_BACKLOG_CVS), with the
/// workers at it; and whether the backlog fills the bound for others.
/// </summary>
internal static class FairnessLoad
{
    private const int Singles = 40;

    public static async Task MeasureAsync(Setup setup)
    {
        var backlog = Setup.Number("LOAD_BACKLOG_CVS", 50_000);
        Console.WriteLine($"\n### One upload beside another account's backlog of {backlog:N0}\n\n| engine | idle p50 | p95 | p99 ms | beside it p50 | p95 | p99 ms | p50 beside / idle | waiting at the end |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var engine in Setup.Engines)
        {
            await using var installation = await setup.InstallAsync(engine, ("Queue:AccountBound", $"{backlog}"), ("ParseHost:Count", "2"));
            var (big, small) = (await installation.AccountAsync(), await installation.AccountAsync());
            Timings idle, beside;
            await using (var server = await installation.ServeAsync()) idle = await SinglesAsync(setup, server.Client(small));
            await using (var api = await installation.ServeAsync("api"))
            {
                var http = api.Client(big);
                await Requests.InParallelAsync(16, backlog, async _ => await http.AcceptedAsync(setup.Cvs.Next()));
                var (status, _, _) = await http.UploadAsync(setup.Cvs.Next());
                if (status != System.Net.HttpStatusCode.ServiceUnavailable) throw new InvalidOperationException($"The backlog's account is not at its bound: {status}.");
            }
            await using (var server = await installation.ServeAsync())
            {
                beside = await SinglesAsync(setup, server.Client(small));
                var waiting = (await server.Client(big).JsonAsync("files/assets?status=queued&limit=1"))["total"]!.GetValue<int>();
                Console.WriteLine($"| {engine} | {idle} | {beside} | {beside.Percentile(0.5) / idle.Percentile(0.5):0.00} | {(waiting >= 10_000 ? "10,000 and more" : waiting)} |");
            }
        }
    }

    private static async Task<Timings> SinglesAsync(Setup setup, HttpClient http)
    {
        for (var i = 0; i < 10; i++) await http.FinalStatusAsync(await http.AcceptedAsync(setup.Cvs.Next()));
        var times = new Timings();
        for (var i = 0; i < Singles; i++)
        {
            await times.OfAsync(async () => await http.FinalStatusAsync(await http.AcceptedAsync(setup.Cvs.Next())));
            await Task.Delay(50);
        }
        return times;
    }
}
