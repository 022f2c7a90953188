using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Resumai.Server.ApiKeys;
using Resumai.Server.Conventions;
using Resumai.Server.Storage;
using StackExchange.Redis;

namespace Resumai.Server.RateLimits;

/// <summary>
/// Counts for all servers together in Redis, one call a request, by Redis' own clock. Each server notes what it has let in as well: the day goes to
/// the database as without Redis, and while Redis is away every server goes on by what it knows itself.
/// </summary>
public sealed class RedisCounters : IRequestCounter, IEngineCheck, IAsyncDisposable
{
    private static readonly LimitPair None = new(int.MaxValue, int.MaxValue);
    /// <summary>How long it is left alone after it did not answer.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    private readonly RequestCounters _own;
    private readonly IDbContextFactory<ServerDb> _databases;
    private readonly TimeProvider _time;
    private readonly ILogger<RedisCounters> _log;
    private const int MostBegun = 100_000;

    private readonly Lazy<Task<ConnectionMultiplexer>> _connection;
    /// <summary>Accounts whose day Redis has heard of from the database, and after which outage.</summary>
    private readonly ConcurrentDictionary<Guid, (DateOnly Day, int Outages)> _begun = new();
    private long _restsUntil;
    private int _outages;

    public RedisCounters(ConfigurationOptions options, RequestCounters own, IDbContextFactory<ServerDb> databases, TimeProvider time, ILogger<RedisCounters> log)
    {
        (_own, _databases, _time, _log) = (own, databases, time, log);
        _connection = new Lazy<Task<ConnectionMultiplexer>>(() => ConnectAsync(options));
    }

    public string Need => "counters";

    public string Engine => CountersOptions.Shared;

    public bool IsDispensable => true;

    public async Task CheckAsync(CancellationToken cancellationToken) => await (await _connection.Value).GetDatabase().PingAsync();

    public async ValueTask<RateDecision> AdmitAsync(ApiCaller caller)
    {
        if (TimeProvider.System.GetTimestamp() < Volatile.Read(ref _restsUntil)) return await _own.AdmitAsync(caller);
        RateDecision decision;
        try
        {
            decision = await AskAsync(caller);
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            NoteOutage(e);
            return await _own.AdmitAsync(caller);
        }
        if (Interlocked.Exchange(ref _restsUntil, 0) != 0) _log.LogInformation("Redis answers again: servers count requests together");
        if (decision.Admitted) await _own.AdmitAsync(caller with { Limits = None });
        return decision;
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection.IsValueCreated) await (await _connection.Value).DisposeAsync();
    }

    private async Task<ConnectionMultiplexer> ConnectAsync(ConfigurationOptions options)
    {
        var connection = await ConnectionMultiplexer.ConnectAsync(options);
        // It may have been started anew, with nothing in it.
        connection.ConnectionRestored += (_, _) => Interlocked.Increment(ref _outages);
        return connection;
    }

    private async Task<RateDecision> AskAsync(ApiCaller caller)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(now);
        var outages = Volatile.Read(ref _outages);
        var begun = _begun.TryGetValue(caller.AccountId, out var known) && known == (today, outages);
        // What the database knows of the day: before Redis has heard of it, and after it was away or lost what it knew.
        var counted = begun ? 0 : await CountedAsync(caller.AccountId, today);
        var account = caller.AccountId.ToString("N");
        // The braces keep an account's keys on one server of a cluster.
        RedisKey[] keys = [$"resumai:{{{account}}}:minute", $"resumai:{{{account}}}:day:{today:yyyyMMdd}"];
        RedisValue[] values = [caller.Limits.PerMinute, caller.Limits.PerDay, counted, _time == TimeProvider.System ? "" : Microseconds(now)];
        var database = (await _connection.Value).GetDatabase();
        var answer = (long[])(await database.ScriptEvaluateAsync(Script, keys, values))!;
        if (!begun)
        {
            if (_begun.Count >= MostBegun) _begun.Clear();
            _begun[caller.AccountId] = (today, outages);
        }
        return DecisionOf(answer, caller.Limits, now);
    }

    private static RateDecision DecisionOf(long[] answer, LimitPair limits, DateTime now)
    {
        var (admitted, minute, day, leaves) = (answer[0] == 1, answer[1], answer[2], TimeSpan.FromMicroseconds(answer[3]));
        return new RateDecision(admitted,
            new WindowShare("minute", limits.PerMinute, Math.Max(0, limits.PerMinute - minute), 60, Whole(leaves)),
            new WindowShare("day", limits.PerDay, Math.Max(0, limits.PerDay - day), 86_400, Whole(now.Date.AddDays(1) - now)));
    }

    private async Task<long> CountedAsync(Guid account, DateOnly day)
    {
        await using var db = await _databases.CreateDbContextAsync();
        return await db.DayCounts.Where(d => d.AccountId == account && d.Day == day).Select(d => d.Requests).SingleOrDefaultAsync();
    }

    private void NoteOutage(Exception e)
    {
        Interlocked.Increment(ref _outages);
        var until = TimeProvider.System.GetTimestamp() + (long)(Rest.TotalSeconds * TimeProvider.System.TimestampFrequency);
        if (Interlocked.Exchange(ref _restsUntil, until) == 0) _log.LogWarning("Redis does not answer ({Reason}): each server counts requests by itself until it does", e.Message);
    }

    private static long Microseconds(DateTime utc) => (utc - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    private static int Whole(TimeSpan span) => Math.Max(1, (int)Math.Ceiling(span.TotalSeconds));

    /// <summary>
    /// In: an account's requests of the last minute (a sorted set by time) and its number of the day; its two limits, the least that the day has,
    /// and the time if it is not Redis' own. Out: whether it is admitted, both numbers, microseconds until the minute has room.
    /// </summary>
    private const string Script = """
        local now = tonumber(ARGV[4])
        if not now then
          local time = redis.call('TIME')
          now = time[1] * 1000000 + time[2]
        end
        redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', string.format('%.0f', now - 60000000))
        -- A clock that was set back must not leave requests in the future, where they would count until it comes to them.
        redis.call('ZREMRANGEBYSCORE', KEYS[1], string.format('(%.0f', now + 60000000), '+inf')
        local minute = redis.call('ZCARD', KEYS[1])
        local day = math.max(tonumber(redis.call('GET', KEYS[2]) or '0'), tonumber(ARGV[3]))
        local admitted = 0
        if minute < tonumber(ARGV[1]) and day < tonumber(ARGV[2]) then
          admitted, minute, day = 1, minute + 1, day + 1
          redis.call('ZADD', KEYS[1], string.format('%.0f', now), string.format('%.0f:%d', now, day))
          redis.call('EXPIRE', KEYS[1], 120)
          redis.call('SET', KEYS[2], day, 'EX', 172800)
        end
        local leaves = 60000000
        local surplus = math.max(0, minute - tonumber(ARGV[1]))
        local oldest = redis.call('ZRANGE', KEYS[1], surplus, surplus, 'WITHSCORES')
        if oldest[2] then leaves = 60000000 - (now - tonumber(oldest[2])) end
        return {admitted, minute, day, leaves}
        """;
}
