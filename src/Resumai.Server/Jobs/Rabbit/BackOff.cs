namespace Resumai.Server.Jobs.Rabbit;

/// <summary>How long something that failed is left alone: twice as long after each failure, up to a bound. Thread-safe for readers.</summary>
internal sealed class BackOff(TimeProvider clock, TimeSpan shortest, TimeSpan longest)
{
    private sealed record Failures(int Count, long Last);

    private volatile Failures? _failures;

    public bool HasFailed => _failures is not null;

    public bool Rests => _failures is { } failures && clock.GetElapsedTime(failures.Last) < RestAfter(failures.Count);

    public void Failed() => _failures = new Failures((_failures?.Count ?? 0) + 1, clock.GetTimestamp());

    public void Succeeded() => _failures = null;

    private TimeSpan RestAfter(int failures) => shortest * Math.Min(Math.Pow(2, failures - 1), longest / shortest);
}
