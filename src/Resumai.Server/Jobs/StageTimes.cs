using Resumai.Server.Settings;
using Resumai.Server.Storage;
using Resumai.Server.Telemetry;

namespace Resumai.Server.Jobs;

/// <summary>When the stages of one parse began and ended; the rows of the asset's tasks follow it. Thread-safe.</summary>
public sealed class StageTimes(TimeProvider clock)
{
    /// <summary>Names of an asset's tasks, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = ["read", "layout", "extract", "normalize", "store"];

    private const int Store = 4;
    private readonly Lock _lock = new();
    private readonly (DateTime? Started, DateTime? Finished)[] _times = new (DateTime?, DateTime?)[Names.Count];
    private int _version;

    /// <summary>Grows with every report.</summary>
    public int Version => Volatile.Read(ref _version);

    public void Report(StageReport report) => Report((int)report.Stage, report.Finished);

    public void StoreBegins() => Report(Store, finished: false);

    public void StoreEnds() => Report(Store, finished: true);

    /// <summary>Brings the rows to what was reported; stages without an end are processing.</summary>
    public void WriteTo(IEnumerable<ParseTask> tasks)
    {
        lock (_lock)
        {
            foreach (var task in tasks)
            {
                (task.StartedAt, task.FinishedAt) = _times[task.Ordinal];
                task.Status = task.FinishedAt is not null ? AssetStatus.Completed : task.StartedAt is not null ? AssetStatus.Processing : AssetStatus.Queued;
            }
        }
    }

    /// <summary>The same for a parse that failed: the stage begun last is the one that failed, what comes after is skipped.</summary>
    public void WriteFailureTo(IReadOnlyCollection<ParseTask> tasks)
    {
        WriteTo(tasks);
        var now = clock.UtcNow();
        var failed = tasks.Where(t => t.StartedAt is not null).MaxBy(t => t.Ordinal) ?? tasks.MinBy(t => t.Ordinal)!;
        (failed.StartedAt, failed.FinishedAt, failed.Status) = (failed.StartedAt ?? now, failed.FinishedAt ?? now, AssetStatus.Failed);
        foreach (var task in tasks.Where(t => t.Ordinal > failed.Ordinal)) task.Status = AssetStatus.Skipped;
    }

    /// <summary>The stages that began, in order; one without an end ended now.</summary>
    public IReadOnlyList<StageSpan> Spans(DateTime now)
    {
        lock (_lock)
        {
            return [.. Names.Zip(_times).Where(s => s.Second.Started is not null).Select(s => new StageSpan(s.First, s.Second.Started!.Value, s.Second.Finished ?? now))];
        }
    }

    private void Report(int stage, bool finished)
    {
        var now = clock.UtcNow();
        lock (_lock)
        {
            _times[stage] = finished ? (_times[stage].Started ?? now, now) : (now, null);
            _version++;
        }
    }
}
