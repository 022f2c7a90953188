using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.EntityFrameworkCore;
using Resumai.Server.Settings;
using Resumai.Server.Storage;

namespace Resumai.Server.RateLimits;

/// <summary>
/// How often each account asked each endpoint on each day: counted in memory, added to the rows of the day about every second. A row is an
/// account's day at one endpoint, whatever the number of requests. Thread-safe.
/// </summary>
public sealed partial class EndpointUse(TimeProvider time)
{
    /// <summary>What has no endpoint.</summary>
    public const string Other = "other";

    private readonly ConcurrentDictionary<Use, long> _counted = new();
    private readonly ConcurrentDictionary<Endpoint, string> _names = new();

    /// <summary>Of one account, on one day, to one endpoint.</summary>
    internal readonly record struct Use(Guid Account, DateOnly Day, string Endpoint);

    public bool IsEmpty => _counted.IsEmpty;

    public void Note(Guid accountId, Endpoint? endpoint) =>
        _counted.AddOrUpdate(new Use(accountId, DateOnly.FromDateTime(time.UtcNow()), endpoint is null ? Other : _names.GetOrAdd(endpoint, NameOf)), 1, (_, count) => count + 1);

    /// <summary>Writes what was counted since, inside the caller's write transaction; what is answered must be put back if that fails.</summary>
    internal async Task WriteAsync(ServerDb db, List<(Use Use, long Requests)> written, CancellationToken cancellationToken)
    {
        // In one order on every server, or two could each wait for a row of the other's.
        foreach (var use in _counted.Keys.OrderBy(u => u.Account).ThenBy(u => u.Day).ThenBy(u => u.Endpoint, StringComparer.Ordinal))
        {
            if (!_counted.TryRemove(use, out var requests)) continue;
            written.Add((use, requests));
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO endpoint_counts (account_id, day, endpoint, requests) SELECT a.id, {use.Day}, {use.Endpoint}, {requests} FROM accounts AS a WHERE a.id = {use.Account} ON CONFLICT (account_id, day, endpoint) DO UPDATE SET requests = endpoint_counts.requests + excluded.requests",
                cancellationToken);
        }
    }

    internal void PutBack(IEnumerable<(Use Use, long Requests)> written)
    {
        foreach (var (use, requests) in written) _counted.AddOrUpdate(use, requests, (_, count) => count + requests);
    }

    private static string NameOf(Endpoint endpoint) =>
        endpoint is RouteEndpoint { RoutePattern.RawText: { } path } && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is { HttpMethods: [var method, ..] }
            ? $"{method} {Constraint().Replace(path.StartsWith(ServerHost.ApiPath, StringComparison.Ordinal) ? path[ServerHost.ApiPath.Length..] : path, "}")}"
            : Other;

    /// <summary>What a part of a path must look like.</summary>
    [GeneratedRegex(@":[^}]+\}", RegexOptions.None, 1000)]
    private static partial Regex Constraint();
}
