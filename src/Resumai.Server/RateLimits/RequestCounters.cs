using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Resumai.Server.ApiKeys;
using Resumai.Server.Storage;

namespace Resumai.Server.RateLimits;

/// <summary>
/// Counts every account's requests over all its keys. The minute lives in this process; the day is kept in the database, read when
/// an account is first seen and written about every second. Thread-safe.
/// </summary>
public sealed class RequestCounters(IDbContextFactory<ServerDb> databases, TimeProvider time) : IRequestCounter
{
    private readonly ConcurrentDictionary<Guid, Lazy<Task<AccountCounter>>> _counters = new();

    public async ValueTask<RateDecision> AdmitAsync(ApiCaller caller)
    {
        while (true)
        {
            var entry = _counters.GetOrAdd(caller.AccountId, id => new Lazy<Task<AccountCounter>>(() => LoadAsync(id)));
            try
            {
                if ((await entry.Value).TryAdmit(caller.Limits) is { } decision) return decision;
            }
            catch
            {
                // The database did not answer: the next request asks it again.
                _counters.TryRemove(new(caller.AccountId, entry));
                throw;
            }
            _counters.TryRemove(new(caller.AccountId, entry));
        }
    }

    /// <summary>Writes what was counted since, inside the caller's write transaction; what is answered must be put back if that fails.</summary>
    internal async Task WriteAsync(ServerDb db, List<(Guid Account, DateOnly Day, long Requests)> written, CancellationToken cancellationToken)
    {
        // In one order on every server, or two could each wait for a row of the other's.
        foreach (var (account, entry) in _counters.OrderBy(c => c.Key))
        {
            if (!entry.IsValueCreated || !entry.Value.IsCompletedSuccessfully) continue;
            foreach (var (day, requests) in (await entry.Value).TakeUnwritten().OrderBy(d => d.Key))
            {
                written.Add((account, day, requests));
                // An account that was closed and erased meanwhile leaves no counts.
                await db.Database.ExecuteSqlAsync(
                    $"INSERT INTO day_counts (account_id, day, requests) SELECT a.id, {day}, {requests} FROM accounts AS a WHERE a.id = {account} ON CONFLICT (account_id, day) DO UPDATE SET requests = day_counts.requests + excluded.requests",
                    cancellationToken);
            }
        }
    }

    internal async Task PutBackAsync(IEnumerable<(Guid Account, DateOnly Day, long Requests)> written)
    {
        foreach (var (account, day, requests) in written)
        {
            if (_counters.TryGetValue(account, out var entry)) (await entry.Value).PutBack(day, requests);
        }
    }

    internal bool HasUnwritten() => _counters.Values.Any(e => e is { IsValueCreated: true, Value.IsCompletedSuccessfully: true } && e.Value.Result.HasUnwritten);

    /// <summary>Forgets accounts that asked nothing for a minute.</summary>
    internal async Task RetireIdleAsync()
    {
        foreach (var (account, entry) in _counters)
        {
            if (entry.IsValueCreated && entry.Value.IsCompletedSuccessfully && (await entry.Value).TryRetire()) _counters.TryRemove(new(account, entry));
        }
    }

    private async Task<AccountCounter> LoadAsync(Guid account)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        await using var db = await databases.CreateDbContextAsync();
        var requests = await db.DayCounts.Where(d => d.AccountId == account && d.Day == today).Select(d => d.Requests).SingleOrDefaultAsync();
        return new AccountCounter(time, today, requests);
    }
}
