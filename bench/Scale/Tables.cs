using System.Globalization;

namespace Resumai.Bench.Scale;

/// <summary>The tables of docs/scale.md, as Markdown.</summary>
internal static class Tables
{
    private static readonly int[] WorkerCounts = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
    private static readonly int[] DatabaseCounts = [1, 2, 4, 8, 16, 32];
    /// <summary>A day's run is of no more documents.</summary>
    private const int MostDocuments = 300_000;

    /// <summary>True when every run is within what is allowed.</summary>
    public static bool Predicted(TextWriter to, Measurement measured, JobCosts costs, Assumptions assumed)
    {
        to.WriteLine($"""
            {measured.Documents:N0} documents, {measured.Engine}, {measured.Cores} processors for all. A document: {Ms(costs.HostMean)} in the host (computing {costs.HostComputes:0%} of it),
            processor time {Ms(costs.Worker)} worker, {Ms(costs.Database)} database, {Ms(costs.Api)} API, {Ms(costs.Behind)} beside; {Ms(costs.Commit)} until a commit is durable (fitted to one worker).
            A worker starts in {costs.Start:0.0} s with {costs.StartComputes:0.0} s of processor time.

            | workers | measured s | predicted s | off | measured documents/s | predicted | processors busy, measured |
            |--:|--:|--:|--:|--:|--:|--:|
            """);
        var predictions = Prediction.Of(measured, costs, assumed);
        foreach (var p in predictions)
        {
            to.WriteLine($"| {p.Measured.Workers}{(p.Measured.Workers == 1 ? " (fitted)" : "")} | {p.Measured.Seconds:0.0} | {p.Seconds:0.0} | {Math.Round(p.Off, 3):+0.0%;-0.0%;0.0%} "
                + $"| {measured.Documents / p.Measured.Seconds:0.0} | {measured.Documents / p.Seconds:0.0} | {p.Measured.CpuSeconds.All / p.Measured.Seconds:0.00} of {measured.Cores} |");
        }
        return predictions.All(p => Math.Abs(p.Off) <= Prediction.Allowed);
    }

    /// <summary>Hours of one processor for a million documents.</summary>
    public static void ProcessorHours(TextWriter to, JobCosts digital, JobCosts mixed, Assumptions assumed)
    {
        to.WriteLine($"""
            | hours of one processor for a million CVs | digital | {assumed.Scans:0%} scans |
            |---|--:|--:|
            """);
        Row("hosts", c => c.HostMean * c.HostComputes);
        Row("workers", c => c.Worker + c.Behind);
        Row("database: leases and results", c => c.Database);
        Row("database: uploads", _ => assumed.UploadDatabase);
        Row("API: uploads, results heard of", c => c.Api + assumed.UploadApi);
        Row("all", c => c.HostMean * c.HostComputes + c.Worker + c.Behind + c.Database + c.Api + assumed.UploadDatabase + assumed.UploadApi);

        void Row(string what, Func<JobCosts, double> seconds) => to.WriteLine($"| {what} | {seconds(digital) * 1e6 / 3600:0.0} | {seconds(mixed) * 1e6 / 3600:0.0} |");
    }

    /// <summary>A backlog with more and more workers on machines of their own, beside one database.</summary>
    public static void Workers(TextWriter to, JobCosts costs, Assumptions assumed)
    {
        to.WriteLine("""
            | workers | documents/s | a million in | workers' processors | database's processors | commits a flush | hints | in line p50 | p95 | p99 | full first |
            |--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|
            """);
        foreach (var workers in WorkerCounts)
        {
            var run = Backlog(costs, assumed, workers);
            to.WriteLine($"| {workers:N0} | {run.Rate:N0} | {Duration(1e6 / run.Rate)} | {Busy(run)} | {Waits(run)} | {Full(run)} |");
        }
    }

    /// <summary>What a long line does to the database: uploads count it, leases look through it.</summary>
    public static void Depths(TextWriter to, JobCosts costs, Assumptions assumed, int workers)
    {
        to.WriteLine($"""
            | waiting | an upload costs the database | a lease looks for | {workers} workers, documents/s | database's processors | with an index of the leases that end |
            |--:|--:|--:|--:|--:|--:|
            """);
        var site = assumed.Apart(workers);
        foreach (var waiting in (int[])[0, 10_000, 50_000, 200_000, 1_000_000])
        {
            var standing = site with { Standing = waiting };
            var run = new SiteRun(standing, costs, assumed.Seed).Backlog(10_000);
            var mended = new SiteRun(standing with { ScannedJob = 0 }, costs, assumed.Seed).Backlog(10_000);
            to.WriteLine($"| {waiting:N0} | {Ms(site.Upload + site.CountedJob * waiting)} | {Ms(site.ScannedJob * waiting)} | {run.Rate:N0} | {run.DatabaseBusy:0%} | {mended.Rate:N0} |");
        }
    }

    /// <summary>So many workers over more and more databases; each has its accounts and its share of the workers, and knows nothing of the others.</summary>
    public static void Partitions(TextWriter to, JobCosts costs, Assumptions assumed, int workers)
    {
        to.WriteLine("""
            | databases | workers each | documents/s in all | a million in | workers' processors | database's processors | commits a flush | hints | in line p50 | p95 | p99 | full first |
            |--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|
            """);
        foreach (var databases in DatabaseCounts)
        {
            var run = Backlog(costs, assumed, workers / databases);
            to.WriteLine($"| {databases} | {workers / databases} | {run.Rate * databases:N0} | {Duration(1e6 / run.Rate / databases)} | {Busy(run)} | {Waits(run)} | {Full(run)} |");
        }
    }

    /// <summary>The hours round the busiest of a day, at parts of what the site can do in an hour; uploads beside.</summary>
    public static void Days(TextWriter to, JobCosts costs, Assumptions assumed, IEnumerable<(int Workers, int Databases)> sites)
    {
        to.WriteLine("""
            | workers | databases | CVs a day | busiest hour, CVs/s | workers' processors | database's processors | commits a flush | hints | in line p50 | p95 | p99 | most in line |
            |--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
            """);
        foreach (var (workers, databases) in sites)
        {
            var site = assumed.Apart(workers / databases);
            var most = Backlog(costs, assumed, workers / databases).Rate;
            foreach (var load in (double[])[0.5, 0.8, 0.95, 1.2])
            {
                var day = new Day(most * load * 3600 / assumed.PeakHour, assumed.PeakHour);
                var run = day.Run(site, costs, assumed.Seed, MostDocuments, out var shortened);
                var (all, peak) = (Number(day.Documents * databases), Number(day.PeakRate * databases));
                to.WriteLine($"| {workers:N0} | {databases} | {all} ({load:0%}) | {peak} | {Busy(run)} | {Waits(run)} | {Number(run.Longest)}{(shortened > 1 ? $" (hours {shortened:0.#} × shorter)" : "")} |");
            }
        }
    }

    private static RunResult Backlog(JobCosts costs, Assumptions assumed, int workers) =>
        new SiteRun(assumed.Apart(workers), costs, assumed.Seed).Backlog(Math.Clamp(workers * 100, 5_000, 60_000));

    private static string Busy(RunResult run) => $"{run.WorkersBusy:0%} | {run.DatabaseBusy:0%} | {run.CommitsTogether:0.0} | {run.HintsBusy:0%}";

    private static string Waits(RunResult run) => $"{Duration(run.Wait(0.5))} | {Duration(run.Wait(0.95))} | {Duration(run.Wait(0.99))}";

    /// <summary>Hints are not among them: nothing waits for them.</summary>
    private static string Full(RunResult run) => run.DatabaseBusy >= 0.95 ? "database" : run.WorkersBusy >= 0.8 ? "workers" : "nothing: workers wait for round trips and commits";

    private static string Ms(double seconds) => $"{seconds * 1000:0.0} ms";

    private static string Number(double number) => number < 100 ? number.ToString("0.#", CultureInfo.InvariantCulture) : number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Duration(double seconds) => seconds switch
    {
        < 1 => $"{seconds * 1000:0} ms",
        < 120 => $"{seconds:0.0} s",
        < 7200 => $"{seconds / 60:0} min",
        _ => $"{seconds / 3600:0.0} h",
    };
}
