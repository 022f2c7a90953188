namespace Resumai.Server.RateLimits;

/// <summary>The requests of one account: those of the last 60 seconds one by one, those of the UTC day as a number. Thread-safe.</summary>
internal sealed class AccountCounter(TimeProvider time, DateOnly day, long requestsOfDay)
{
    private const int MinuteSeconds = 60;
    private const int DaySeconds = 86_400;
    private readonly Lock _lock = new();
    private readonly Queue<long> _admitted = new();
    private readonly Dictionary<DateOnly, long> _unwritten = [];
    private DateOnly _day = day;
    private long _requestsOfDay = requestsOfDay;
    private bool _retired;

    /// <summary>Null when this counter was put away: ask for the account's new one.</summary>
    public RateDecision? TryAdmit(LimitPair limits)
    {
        lock (_lock)
        {
            if (_retired) return null;
            var now = time.GetTimestamp();
            var utc = time.GetUtcNow().UtcDateTime;
            Forget(now, DateOnly.FromDateTime(utc));
            var admitted = _admitted.Count < limits.PerMinute && _requestsOfDay < limits.PerDay;
            if (admitted)
            {
                _admitted.Enqueue(now);
                _requestsOfDay++;
                _unwritten[_day] = _unwritten.GetValueOrDefault(_day) + 1;
            }
            // With a limit lowered since, more than the oldest must go before there is room.
            var surplus = Math.Max(0, _admitted.Count - limits.PerMinute);
            var leaves = _admitted.Count == 0 ? TimeSpan.FromSeconds(MinuteSeconds)
                : TimeSpan.FromSeconds(MinuteSeconds) - time.GetElapsedTime(_admitted.ElementAt(surplus), now);
            var midnight = utc.Date.AddDays(1) - utc;
            return new RateDecision(admitted,
                new WindowShare("minute", limits.PerMinute, Math.Max(0, limits.PerMinute - _admitted.Count), MinuteSeconds, Whole(leaves)),
                new WindowShare("day", limits.PerDay, Math.Max(0, limits.PerDay - _requestsOfDay), DaySeconds, Whole(midnight)));
        }
    }

    public bool HasUnwritten
    {
        get { lock (_lock) return _unwritten.Count > 0; }
    }

    /// <summary>Takes what the database does not have yet.</summary>
    public IReadOnlyList<KeyValuePair<DateOnly, long>> TakeUnwritten()
    {
        lock (_lock)
        {
            if (_unwritten.Count == 0) return [];
            var taken = _unwritten.ToList();
            _unwritten.Clear();
            return taken;
        }
    }

    /// <summary>Puts back what could not be written.</summary>
    public void PutBack(DateOnly day, long requests)
    {
        lock (_lock) _unwritten[day] = _unwritten.GetValueOrDefault(day) + requests;
    }

    /// <summary>Ends this counter when nothing would be lost by it.</summary>
    public bool TryRetire()
    {
        lock (_lock)
        {
            Forget(time.GetTimestamp(), _day);
            return _retired = _admitted.Count == 0 && _unwritten.Count == 0;
        }
    }

    private void Forget(long now, DateOnly today)
    {
        while (_admitted.TryPeek(out var oldest) && time.GetElapsedTime(oldest, now).TotalSeconds >= MinuteSeconds) _admitted.Dequeue();
        if (today == _day) return;
        _day = today;
        _requestsOfDay = 0;
    }

    private static int Whole(TimeSpan span) => Math.Max(1, (int)Math.Ceiling(span.TotalSeconds));
}
