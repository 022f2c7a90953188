namespace Resumai.Server.Jobs;

/// <summary>How fast the queue empties: jobs that ended in the last minute. Thread-safe.</summary>
public sealed class DrainRate(TimeProvider clock)
{
    private const int Most = 300;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly Queue<long> _ends = new();
    private readonly long _started = clock.GetTimestamp();

    public void JobEnded()
    {
        lock (_ends)
        {
            _ends.Enqueue(clock.GetTimestamp());
            Forget();
        }
    }

    /// <summary>Whole seconds until so many jobs will have ended, 1–300; the most when none has ended of late.</summary>
    public int SecondsFor(long jobs)
    {
        lock (_ends)
        {
            Forget();
            if (_ends.Count == 0) return Most;
            var measured = Math.Min(Window.TotalSeconds, clock.GetElapsedTime(_started).TotalSeconds);
            return (int)Math.Clamp(Math.Ceiling(jobs * measured / _ends.Count), 1, Most);
        }
    }

    private void Forget()
    {
        while (_ends.TryPeek(out var end) && clock.GetElapsedTime(end) > Window) _ends.Dequeue();
    }
}
