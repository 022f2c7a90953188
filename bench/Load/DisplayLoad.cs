using System.Text.Json.Nodes;

namespace Resumai.Bench.Load;

/// <summary>
/// <c>GET /data/display</c> of an account with a million rows (LOAD_ROWS), one request after another (LOAD_REQUESTS of each kind): every second one
/// is a first page, the other the page after it. Values of filters are those of rows that the table shows. The database is read into memory before
/// (LOAD_COLD: it is not, and pages that were not asked for before come from the disk).
/// </summary>
internal static class DisplayLoad
{
    private static readonly string[] Sorts = ["-uploaded_at", "full_name", "experience_years", "confidence"];
    private static readonly string[] OtherSorts = ["filename", "city", "country_code", "current_title", "current_employer", "highest_degree_level", "email", "last_institution", "warnings_count", "language"];
    private static readonly string[] Searches = ["raretenword", "rarethousandword", "oftenword"];

    public static async Task MeasureAsync(Setup setup)
    {
        var rows = Setup.Number("LOAD_ROWS", 1_000_000);
        foreach (var engine in Setup.Engines)
        {
            await using var installation = await setup.InstallAsync(engine);
            // A database that was filled before, and its key.
            var filled = Environment.GetEnvironmentVariable($"LOAD_FILLED_{engine.ToUpperInvariant()}")?.Split(' ');
            var key = filled?[1] ?? await Setup.RunAsync("dotnet", [setup.Seeder, installation.Folder, $"{rows}"], installation.Settings);
            var settings = filled is null ? [] : engine == "sqlite"
                ? new[] { ("ParseHost:Count", "1"), ("RateLimits:Paid:PerDay", "1000000000") }
                : [("Database:Connection", $"{setup.Postgres};Database={filled[0]}")];
            await using var server = filled is not null && engine == "sqlite"
                ? await ServerProcess.StartAsync(setup.App, ["serve", "--urls", "http://127.0.0.1:0", "--data", filled[0]], [.. installation.Settings, .. settings])
                : await installation.ServeAsync("all", settings);
            if (Setup.Number("LOAD_COLD", 0) == 0)
            {
                var database = settings.Concat(installation.Settings).FirstOrDefault(s => s.Item1 == "Database:Connection").Item2;
                await (database is null ? Warm.FileAsync(Path.Combine(filled?[0] ?? installation.Folder, "resumai.db")) : Warm.PostgresAsync(database));
            }
            await MeasureAsync(server.Client(key), engine, rows);
        }
    }

    private static async Task MeasureAsync(HttpClient http, string engine, int rows)
    {
        var shown = (await http.JsonAsync("data/display?limit=200"))["items"]!.AsArray().OfType<JsonObject>().ToList();
        var random = new Random(1);
        string Any(string column) => Uri.EscapeDataString(shown.Select(r => r[column]?.ToString()).OfType<string>().ElementAt(random.Next(150)));
        string AnySkill() => Uri.EscapeDataString(shown[random.Next(shown.Count)]["skills"]!.AsArray()[0]!.GetValue<string>());
        var filters = new (string Name, Func<string> Make)[]
        {
            ("none", () => ""),
            ("`country`", () => $"country={Any("country_code")}"),
            ("`city`", () => $"city={Any("city")}"),
            ("`skill`", () => $"skill={AnySkill()}"),
            ("`language=de:B2`", () => "language=de:B2"),
            ("`min_experience_years`", () => $"min_experience_years={random.Next(5, 40)}"),
            ("`min_confidence`", () => $"min_confidence={random.Next(50, 100) / 100.0}"),
            ("`min_degree_level`", () => $"min_degree_level={(string[])["vocational", "bachelor", "master", "doctorate"] switch { var levels => levels[random.Next(4)] }}"),
            ("`uploaded_after`", () => $"uploaded_after={shown[random.Next(shown.Count)]["uploaded_at"]!.GetValue<DateTime>().AddDays(-random.Next(600)):O}"),
            ("`title`", () => $"title={Uri.EscapeDataString(shown[random.Next(shown.Count)]["current_title"]!.GetValue<string>()[..5])}"),
        };
        Console.WriteLine($"\n### `GET /data/display`, {rows:N0} rows, {engine}\n\n| sort | filter | p50 ms | p95 ms | p99 ms |\n|---|---|--:|--:|--:|");
        foreach (var sort in Sorts)
        {
            foreach (var (name, make) in filters) await LineAsync(http, $"`{sort}`", name, Setup.Number("LOAD_REQUESTS", 100), () => $"sort={sort}&{make()}");
        }
        foreach (var word in Searches)
        {
            foreach (var sort in Sorts) await LineAsync(http, $"`{sort}`", $"`q={word}`", Setup.Number("LOAD_REQUESTS", 100), () => $"sort={sort}&q={word}");
        }
        foreach (var sort in OtherSorts) await LineAsync(http, $"`{sort}`", "none", 5, () => $"sort={sort}");
    }

    private static async Task LineAsync(HttpClient http, string sort, string filter, int requests, Func<string> query)
    {
        await http.JsonAsync($"data/display?{query()}");
        var times = new Timings();
        while (times.Count < requests)
        {
            var asked = query();
            var page = await times.OfAsync(() => http.JsonAsync($"data/display?{asked}"));
            if (page["next_cursor"]?.GetValue<string>() is { } next && times.Count < requests) await times.OfAsync(() => http.JsonAsync($"data/display?{asked}&cursor={next}"));
        }
        Console.WriteLine($"| {sort} | {filter} | {times} |");
    }
}
