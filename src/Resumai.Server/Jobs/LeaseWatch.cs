namespace Resumai.Server.Jobs;

/// <summary>A lease as the table has it.</summary>
/// <param name="Until">What each renewal changes; by the clock of the server that wrote it.</param>
public sealed record SeenLease(Guid AssetId, long Number, DateTime Until);

/// <summary>
/// Tells the leases whose holders have gone: those that nobody renewed while this process has watched them for as long as a lease lasts. It goes by the
/// time that passes here, never by clocks: a clock that jumps ends no lease early and keeps none. Thread-safe.
/// </summary>
internal sealed class LeaseWatch(TimeProvider clock, TimeSpan lease)
{
    /// <summary>So often is looked while a lease lasts.</summary>
    private const int Looks = 10;

    private readonly Lock _lock = new();
    private Dictionary<SeenLease, long> _since = [];
    private long? _looked;

    /// <summary>It is time to look again; true for one caller.</summary>
    public bool IsDue()
    {
        lock (_lock)
        {
            if (_looked is { } looked && clock.GetElapsedTime(looked) < lease / Looks) return false;
            _looked = clock.GetTimestamp();
            return true;
        }
    }

    /// <param name="leases">All that there are.</param>
    /// <returns>Those whose holders have gone.</returns>
    public IReadOnlyList<SeenLease> Dead(IReadOnlyList<SeenLease> leases)
    {
        lock (_lock)
        {
            var now = clock.GetTimestamp();
            _since = leases.ToDictionary(seen => seen, seen => _since.GetValueOrDefault(seen, now));
            return [.. leases.Where(seen => clock.GetElapsedTime(_since[seen], now) >= lease)];
        }
    }
}
