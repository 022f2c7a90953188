using System.Diagnostics;
using System.Text.Json;
using Npgsql;

namespace Resumai.Bench.Load;

/// <summary>
/// A backlog of 10,000 CVs (LOAD_CVS), uploaded before any worker runs, from the start of the workers to the last result, with 1, 2 and 4 worker
/// processes of one parse host each, on PostgreSQL. Also written to backlog.json (LOAD_BACKLOG), from which bench/scale.sh predicts.
/// </summary>
internal static class BacklogLoad
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private sealed record Parts(double Workers, double Hosts, double Database, double Api);

    /// <param name="Documents">Done by then.</param>
    private sealed record Progress(double Seconds, int Documents, Parts CpuSeconds);

    private sealed record Run(int Workers, double Seconds, Parts CpuSeconds, IReadOnlyList<Progress> Progress);

    private sealed record Measured(int Cores, string Engine, int Documents, IReadOnlyList<Run> Runs, IReadOnlyList<double> HostMs, IReadOnlyList<double> StoreMs, double Crowding);

    public static async Task MeasureAsync(Setup setup)
    {
        var cvs = Setup.Number("LOAD_CVS", 10_000);
        Console.WriteLine($"\n### A backlog of {cvs:N0} CVs, PostgreSQL\n\n| workers | seconds | CVs/s | processor: workers | hosts | database | API s |\n|--:|--:|--:|--:|--:|--:|--:|");
        var runs = new List<Run>();
        IReadOnlyList<double> host = [], store = [];
        foreach (var workers in (int[])[1, 2, 4])
        {
            await using var installation = await setup.InstallAsync("postgresql", ("Queue:AccountBound", "1000000"), ("ParseHost:Count", "1"),
                // The processor time of hosts that were replaced would be lost.
                ("ParseHost:RecycleDocuments", "1000000"));
            var key = await installation.AccountAsync();
            await using var api = await installation.ServeAsync("api");
            var http = api.Client(key);
            await Requests.InParallelAsync(16, cvs, async _ => await http.AcceptedAsync(setup.Cvs.Next()));

            var postmaster = await PostmasterAsync(installation);
            var before = (Api: ServerProcess.ProcessorSeconds(api.Id), Database: ServerProcess.TreeSeconds(postmaster));
            var started = Stopwatch.GetTimestamp();
            var servers = await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => installation.ServeAsync("worker")));
            Parts Used() => new(servers.Sum(s => ServerProcess.ProcessorSeconds(s.Id)), servers.Sum(s => s.Hosts.Sum(ServerProcess.ProcessorSeconds)),
                ServerProcess.TreeSeconds(postmaster) - before.Database, ServerProcess.ProcessorSeconds(api.Id) - before.Api);
            var progress = new List<Progress>();
            while (await QueuedAsync(installation) is > 0 and var queued)
            {
                var passed = Stopwatch.GetElapsedTime(started).TotalSeconds;
                if (progress.Count == 0 || passed >= progress[^1].Seconds + 2) progress.Add(new Progress(passed, cvs - (int)queued, Used()));
                await Task.Delay(200);
            }
            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            var used = Used();
            foreach (var server in servers) await server.DisposeAsync();
            if (workers == 1) (host, store) = await StagesAsync(installation);
            runs.Add(new Run(workers, seconds, used, progress));
            Console.WriteLine($"| {workers} | {seconds:0.0} | {cvs / seconds:0.0} | {used.Workers:0.0} | {used.Hosts:0.0} | {used.Database:0.0} | {used.Api:0.0} |");
        }
        var crowding = await Crowding.MeasureAsync(setup.App, setup.Documents);
        Console.WriteLine($"\nThe same parsing takes {crowding:0%} more processor time when all processors are at it.");
        var file = Environment.GetEnvironmentVariable("LOAD_BACKLOG") ?? "backlog.json";
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new Measured(Environment.ProcessorCount, "postgresql", cvs, runs, host, store, crowding), Json));
    }

    /// <summary>The first process of the PostgreSQL server, which is this machine's; all others are its children.</summary>
    private static Task<int> PostmasterAsync(Installation installation) => AskAsync(installation, "SELECT split_part(pg_read_file('postmaster.pid'), chr(10), 1)::int",
        async rows => await rows.ReadAsync() ? rows.GetInt32(0) : 0);

    private static Task<long> QueuedAsync(Installation installation) =>
        AskAsync(installation, "SELECT count(*) FROM jobs", async rows => await rows.ReadAsync() ? rows.GetInt64(0) : 0);

    /// <summary>How long the host and the storing took, of each document, as its stages tell.</summary>
    private static Task<(IReadOnlyList<double>, IReadOnlyList<double>)> StagesAsync(Installation installation) => AskAsync(installation,
        """
        SELECT extract(epoch FROM max(finished_at) FILTER (WHERE name <> 'store') - min(started_at)) * 1000,
               extract(epoch FROM max(finished_at) FILTER (WHERE name = 'store') - min(started_at) FILTER (WHERE name = 'store')) * 1000
        FROM tasks GROUP BY asset_id HAVING max(finished_at) FILTER (WHERE name = 'store') IS NOT NULL ORDER BY asset_id LIMIT 4000
        """, async rows =>
        {
            var (host, store) = (new List<double>(), new List<double>());
            while (await rows.ReadAsync())
            {
                host.Add((double)rows.GetDecimal(0));
                store.Add((double)rows.GetDecimal(1));
            }
            return ((IReadOnlyList<double>)host, (IReadOnlyList<double>)store);
        });

    private static async Task<T> AskAsync<T>(Installation installation, string sql, Func<NpgsqlDataReader, Task<T>> read)
    {
        await using var connection = new NpgsqlConnection(installation.Settings.Single(s => s.Key == "Database:Connection").Value);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var rows = await command.ExecuteReaderAsync();
        return await read(rows);
    }
}
