namespace Resumai.Bench.Scale;

/// <summary>What one document costs, in seconds. Everything that follows is made of these.</summary>
public sealed record JobCosts
{
    /// <summary>Times in the host, one of which each document draws.</summary>
    public required IReadOnlyList<double> Host { get; init; }
    /// <summary>The part of a host's time in which it computes.</summary>
    public required double HostComputes { get; init; }
    /// <summary>Processor time of the worker's process, for lease and result together.</summary>
    public required double Worker { get; init; }
    /// <summary>Processor time of the database; 0 where it is in the worker's process.</summary>
    public required double Database { get; init; }
    /// <summary>Processor time of the API, which hears of every result.</summary>
    public required double Api { get; init; }
    /// <summary>Processor time beside a job's own course, that nothing waits for (background threads, collection of garbage).</summary>
    public required double Behind { get; init; }
    /// <summary>Until one commit is durable.</summary>
    public required double Commit { get; init; }
    /// <summary>SQLite: one writer at a time, over all processes.</summary>
    public required bool OneWriter { get; init; }

    /// <summary>Until a worker's process and host are up and warm, beyond what its first documents take.</summary>
    public double Start { get; init; }
    /// <summary>The processor time of that.</summary>
    public double StartComputes { get; init; }

    /// <summary>The part of a job's statements that leases it; the others store the result.</summary>
    public const double LeaseShare = 0.3;

    public double HostMean => Host.Average();

    /// <summary>
    /// From the run of one worker alone. Processor times are as measured; what is left of the time on the clock is waiting for its two commits: the one
    /// number that is fitted, so that the simulated run of one worker takes as long as the measured one.
    /// </summary>
    /// <param name="startSeconds">What starting a worker takes, in time and in processor time, where the run does not tell its progress.</param>
    public static JobCosts Calibrate(Measurement measured, double startSeconds, double crowding, int seed)
    {
        var (run, jobs) = (measured.OneWorker, measured.Documents);
        var (wall, worker, host, database, api, start, startComputes) = Apart(run, jobs, startSeconds);

        var samples = measured.HostMs.Select(ms => ms / 1000).ToArray();
        var mean = samples.Average();
        // What is sampled can be no more than what there was.
        var most = Math.Max(wall - worker - database, wall / 10);
        if (mean > most) (samples, mean) = ([.. samples.Select(s => s * most / mean)], most);
        // More processor time than time: the rest runs beside.
        var beside = Math.Min(1, (wall - mean) / Math.Max(1e-9, worker + database));
        var costs = new JobCosts
        {
            Host = samples,
            HostComputes = Math.Min(1, host / mean),
            Worker = worker * beside,
            Database = database * beside,
            Api = api,
            Behind = Math.Max(0, host - mean) + (worker + database) * (1 - beside),
            Commit = Math.Max(0, wall - mean - (worker + database) * beside) / 2,
            OneWriter = measured.Engine == "sqlite",
            Start = start,
            StartComputes = startComputes,
        };
        var site = Site.OneMachine(measured.Cores, workers: 1) with { Crowding = crowding };
        var tried = Math.Min(jobs, 4000);
        for (var i = 0; i < 8; i++)
        {
            var simulated = (new SiteRun(site, costs, seed).Backlog(tried).Seconds - start) / tried;
            costs = costs with { Commit = Math.Max(0, costs.Commit + (wall - simulated) / 2) };
        }
        return costs;
    }

    /// <summary>What a document takes once the worker is warm, and what starting took: the rest.</summary>
    private static (double Wall, double Worker, double Host, double Database, double Api, double Start, double StartComputes) Apart(MeasuredRun run, int jobs, double startSeconds)
    {
        var cpu = run.CpuSeconds;
        // A quarter of them is enough for the runtime to have compiled what it will.
        if (run.Progress?.FirstOrDefault(p => p.Documents >= jobs / 4 && p.Documents <= jobs * 3 / 4) is { } warm)
        {
            var (left, before) = (jobs - warm.Documents, warm.CpuSeconds);
            var (wall, worker, host) = ((run.Seconds - warm.Seconds) / left, (cpu.Workers - before.Workers) / left, (cpu.Hosts - before.Hosts) / left);
            return (wall, worker, host, (cpu.Database - before.Database) / left, (cpu.Api - before.Api) / left,
                Math.Max(0, run.Seconds - wall * jobs), Math.Max(0, cpu.Workers + cpu.Hosts - (worker + host) * jobs));
        }
        var started = Math.Min(startSeconds, Math.Min(run.Seconds, cpu.Workers + cpu.Hosts) / 2);
        // Half of it is the process' own, half its host's, about.
        return ((run.Seconds - started) / jobs, Math.Max(0, cpu.Workers - started / 2) / jobs, Math.Max(0, cpu.Hosts - started / 2) / jobs,
            cpu.Database / jobs, cpu.Api / jobs, started, started);
    }

    /// <summary>The same with a part of documents that have to be recognised, which takes the host so much longer.</summary>
    public JobCosts WithScans(double share, double seconds)
    {
        if (share <= 0) return this;
        // As many samples as make the share exact to a hundredth, from half to one and a half times the mean.
        var digital = Enumerable.Range(0, 1000).Select(i => Host[(int)((long)i * Host.Count / 1000)]).ToList();
        var scans = (int)Math.Round(1000 * share / (1 - share));
        return this with { Host = [.. digital, .. Enumerable.Range(0, scans).Select(i => seconds * (0.5 + (i + 0.5) / scans))] };
    }
}
