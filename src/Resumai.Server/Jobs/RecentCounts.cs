using System.Collections.Concurrent;

namespace Resumai.Server.Jobs;

/// <summary>
/// Counts what has a bound. While a count of the last second was far below the bound it stands for the next ones: a long queue takes many
/// milliseconds to count, and no second brings a tenth of a large bound. Near the bound, and below small bounds, each call counts. What is full is
/// so for a moment more, if its bound is not very small: clients that do not heed refusals do not cost the others a count each. Thread-safe.
/// </summary>
public sealed class RecentCounts(TimeProvider clock)
{
    /// <summary>Smaller bounds are always counted.</summary>
    private const int SmallBound = 10_000;
    /// <summary>Below even smaller ones there is nothing long to count.</summary>
    private const int VerySmallBound = 100;
    private const int MostKept = 10_000;
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(1);
    /// <summary>Far less than clients are told to wait.</summary>
    private static readonly TimeSpan FullAge = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<Guid, (int Count, long At)> _counts = new();

    /// <param name="of">What is counted.</param>
    /// <param name="bound">The count that must not be passed.</param>
    /// <param name="count">Counts it now.</param>
    public async Task<int> CountAsync(Guid of, int bound, Func<Task<int>> count)
    {
        var farBelow = bound < SmallBound ? 0 : bound - (bound / 10);
        if (_counts.TryGetValue(of, out var last) && (last.Count < farBelow || last.Count >= bound) && clock.GetElapsedTime(last.At) < (last.Count < bound ? Age : FullAge)) return last.Count;
        var at = clock.GetTimestamp();
        var counted = await count();
        if (counted >= farBelow && (counted < bound || bound < VerySmallBound)) return counted;
        if (_counts.Count >= MostKept) _counts.Clear();
        _counts[of] = (counted, at);
        return counted;
    }
}
