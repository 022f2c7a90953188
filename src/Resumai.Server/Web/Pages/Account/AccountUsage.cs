using Microsoft.EntityFrameworkCore;
using Resumai.Server.RateLimits;
using Resumai.Server.Settings;
using Resumai.Server.Storage;

namespace Resumai.Server.Web.Pages.Account;

/// <summary>Requests of one account by day and endpoint, for the page that shows them. Thread-safe.</summary>
public sealed class AccountUsage(IDbContextFactory<ServerDb> databases, RateLimitOptions limits, TimeProvider time)
{
    public const int Days = 30;
    /// <summary>Endpoints that are shown by themselves; the rest are shown together.</summary>
    public const int MostEndpoints = 5;
    /// <summary>What was counted before endpoints were, and the endpoints that are asked least.</summary>
    public const string Rest = "";

    /// <param name="Requests">By endpoint, in the order of <see cref="Usage.Endpoints"/>.</param>
    public sealed record Day(DateOnly Date, IReadOnlyList<long> Requests)
    {
        public long Sum => Requests.Sum();
    }

    /// <param name="Endpoints">Most asked first; <see cref="Rest"/> last, when there is any.</param>
    /// <param name="DaysShown">The last thirty, oldest first.</param>
    public sealed record Usage(LimitPair Limits, IReadOnlyList<string> Endpoints, IReadOnlyList<Day> DaysShown)
    {
        public long Most => DaysShown.Max(d => d.Sum);

        public long Of(int endpoint) => DaysShown.Sum(d => d.Requests[endpoint]);
    }

    /// <returns>Null: the account is closed.</returns>
    public async Task<Usage?> OfAsync(Guid accountId)
    {
        var today = DateOnly.FromDateTime(time.UtcNow());
        var first = today.AddDays(1 - Days);
        await using var db = await databases.CreateDbContextAsync();
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == accountId) is not { } account) return null;
        var totals = await db.DayCounts.AsNoTracking().Where(d => d.AccountId == accountId && d.Day >= first).ToDictionaryAsync(d => d.Day, d => d.Requests);
        var counts = await db.EndpointCounts.AsNoTracking().Where(c => c.AccountId == accountId && c.Day >= first).ToListAsync();
        var shown = counts.GroupBy(c => c.Endpoint).OrderByDescending(g => g.Sum(c => c.Requests)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).Take(MostEndpoints).ToList();
        var byDay = counts.ToLookup(c => c.Day);
        var days = new List<Day>(Days);
        for (var day = first; day <= today; day = day.AddDays(1))
        {
            var of = shown.Select(e => byDay[day].Where(c => c.Endpoint == e).Sum(c => c.Requests)).ToList();
            days.Add(new Day(day, [.. of, Math.Max(totals.GetValueOrDefault(day), byDay[day].Sum(c => c.Requests)) - of.Sum()]));
        }
        return new Usage(limits.For(account.Tier, account.PerMinute, account.PerDay), [.. shown, Rest], days);
    }
}
