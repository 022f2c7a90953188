using System.Diagnostics.Metrics;

namespace Resumai.Server.Telemetry;

/// <summary>What the server counts and measures. Tags are of small fixed sets: never an account, a file or a value of a document. Thread-safe.</summary>
public sealed class ServerMeter
{
    public const string Name = "Resumai.Server";

    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800],
    };

    private readonly Histogram<double> _stages;
    private readonly Histogram<double> _waits;
    private readonly Histogram<double> _jobs;
    private readonly Counter<long> _ended;
    private readonly Counter<long> _hosts;
    private readonly Counter<long> _credits;
    private volatile IReadOnlyList<QueueState> _queue = [];

    public ServerMeter(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _stages = meter.CreateHistogram("resumai.parse.duration", "s", "Time of a parse by stage.", tags: null, Seconds);
        _waits = meter.CreateHistogram("resumai.job.wait", "s", "Time from the upload to its first lease.", tags: null, Seconds);
        _jobs = meter.CreateHistogram("resumai.job.duration", "s", "Time from the upload to its result.", tags: null, Seconds);
        _ended = meter.CreateCounter<long>("resumai.jobs.ended", "{job}", "Jobs that ended, by outcome: completed, or the code of the failure.");
        _hosts = meter.CreateCounter<long>("resumai.hosts.replaced", "{host}", "Parse hosts that were replaced, by reason: recycled, ended or idle.");
        _credits = meter.CreateCounter<long>("resumai.credits.moved", "{credit}", "Credits that uploads took and failures gave back, by kind: charge or refund.");
        meter.CreateObservableGauge("resumai.queue.depth", () => Observe(s => (double)s.Waiting), "{job}", "Jobs that wait, by environment.");
        meter.CreateObservableGauge("resumai.queue.leased", () => Observe(s => (double)s.Leased), "{job}", "Jobs that are worked on, by environment.");
        meter.CreateObservableGauge("resumai.queue.age", () => Observe(s => s.Age.TotalSeconds), "s", "Age of the job that waits longest, by environment.");
    }

    /// <summary>The queue as it was seen last; nothing is shown of one never seen.</summary>
    internal void SeeQueue(IReadOnlyList<QueueState> states) => _queue = states;

    public void JobLeased(TimeSpan waited) => _waits.Record(waited.TotalSeconds);

    /// <param name="failure">Its code; null: completed.</param>
    public void JobEnded(TimeSpan sinceUpload, string? failure, IEnumerable<StageSpan> stages)
    {
        var outcome = Tag("outcome", failure ?? "completed");
        _ended.Add(1, outcome);
        _jobs.Record(sinceUpload.TotalSeconds, outcome);
        foreach (var stage in stages) _stages.Record((stage.Finished - stage.Started).TotalSeconds, Tag("stage", stage.Name));
    }

    /// <param name="reason"><c>recycled</c> after its time, <c>ended</c> over a document, <c>idle</c> when it ended by itself.</param>
    public void HostReplaced(string reason) => _hosts.Add(1, Tag("reason", reason));

    public void CreditsCharged(long credits) => _credits.Add(credits, Tag("kind", Accounts.LedgerKind.Charge));

    public void CreditsRefunded(long credits) => _credits.Add(credits, Tag("kind", Accounts.LedgerKind.Refund));

    private IEnumerable<Measurement<double>> Observe(Func<QueueState, double> value) =>
        _queue.Select(s => new Measurement<double>(value(s), Tag("environment", s.Environment)));

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}

/// <summary>What waits in one environment.</summary>
/// <param name="Age">Of the job that waits longest; zero when none does.</param>
internal sealed record QueueState(string Environment, int Waiting, int Leased, TimeSpan Age);

/// <summary>A stage of a parse that has ended.</summary>
public readonly record struct StageSpan(string Name, DateTime Started, DateTime Finished);
