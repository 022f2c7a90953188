using System.Collections.Concurrent;
using System.Diagnostics;

namespace Resumai.Bench.Load;

/// <summary>Times of requests in milliseconds. Thread-safe.</summary>
internal sealed class Timings
{
    private readonly ConcurrentBag<double> _times = [];

    public int Count => _times.Count;

    public void Add(double milliseconds) => _times.Add(milliseconds);

    public async Task<T> OfAsync<T>(Func<Task<T>> call)
    {
        var started = Stopwatch.GetTimestamp();
        var result = await call();
        Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        return result;
    }

    /// <summary>The smallest time that so large a part of all is not above.</summary>
    public double Percentile(double part)
    {
        var sorted = _times.Order().ToArray();
        return sorted.Length == 0 ? double.NaN : sorted[Math.Max(0, (int)Math.Ceiling(part * sorted.Length) - 1)];
    }

    /// <summary>"p50 | p95 | p99".</summary>
    public override string ToString() => $"{Percentile(0.5):0.0} | {Percentile(0.95):0.0} | {Percentile(0.99):0.0}";
}
