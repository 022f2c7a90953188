using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Resumai.Server.Conventions;
using Resumai.Server.Jobs.Hosts;
using Resumai.Server.Settings;
using Resumai.Server.Storage;

namespace Resumai.Server.Web.Pages.Admin.Operations;

/// <summary>What waits and what is being read now, over all servers. Thread-safe.</summary>
internal sealed class QueueLook(IDbContextFactory<ServerDb> databases, EngineStates engines, TimeProvider clock)
{
    /// <summary>Most lines of a table.</summary>
    public const int Most = 50;

    /// <param name="Lane"><c>live</c> or <c>test</c>.</param>
    /// <param name="Age">Of the one that waits longest.</param>
    public sealed record Lane(string Environment, int Waiting, int Reading, TimeSpan Age);

    public sealed record Share(Guid AccountId, string Email, string Environment, int Waiting, TimeSpan Age);

    /// <param name="Server">Machine and process.</param>
    public sealed record Held(string Server, Guid AssetId, string Email, TimeSpan Left, int HostEnds, int Takeovers);

    /// <summary>A server that parses, as it says.</summary>
    /// <param name="Silence">Since it said so.</param>
    /// <param name="Sandbox">What confines its hosts; null before the first was up.</param>
    public sealed record Worker(Guid Id, string Server, TimeSpan Silence, string? Sandbox, IReadOnlyList<HostReport> Hosts)
    {
        /// <summary>It has ended without a word, or cannot reach the database: how its hosts are nobody knows.</summary>
        public bool IsSilent => Silence > HostReporting.Patience;
    }

    public sealed record Found(DateTime At, IReadOnlyList<Lane> Lanes, IReadOnlyList<Share> Shares, IReadOnlyList<Held> Jobs, IReadOnlyList<EngineStates.State> Engines, IReadOnlyList<Worker> Workers)
    {
        public IEnumerable<HostReport> Hosts => Workers.Where(w => !w.IsSilent).SelectMany(w => w.Hosts);
    }

    public async Task<Found> LookAsync(CancellationToken cancellation)
    {
        var now = clock.UtcNow();
        var states = engines.LookAsync(cancellation);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var lanes = await db.Jobs.GroupBy(j => new { j.Environment, Waits = j.LeasedUntil == null })
            .Select(g => new { g.Key.Environment, g.Key.Waits, Count = g.Count(), Oldest = g.Min(j => j.EnqueuedAt) }).ToListAsync(cancellation);
        var shares = await db.Jobs.Where(j => j.LeasedUntil == null).GroupBy(j => new { j.AccountId, j.Environment })
            .Select(g => new { g.Key.AccountId, g.Key.Environment, Count = g.Count(), Oldest = g.Min(j => j.EnqueuedAt) }).OrderByDescending(g => g.Count).Take(Most).ToListAsync(cancellation);
        var held = await db.Jobs.AsNoTracking().Where(j => j.LeasedUntil != null).OrderBy(j => j.LeasedBy).ThenBy(j => j.AssetId).Take(Most).ToListAsync(cancellation);
        var workers = await db.WorkerReports.AsNoTracking().OrderBy(r => r.Server).ThenBy(r => r.Id).Take(Most).ToListAsync(cancellation);
        var ids = shares.Select(s => s.AccountId).Union(held.Select(h => h.AccountId)).ToList();
        var emails = await db.Accounts.Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Email, cancellation);
        return new Found(now,
            [.. new[] { ApiKeys.KeyEnvironment.Live, ApiKeys.KeyEnvironment.Test }.Select(environment =>
            {
                var waiting = lanes.Find(l => l.Environment == environment && l.Waits);
                return new Lane(environment, waiting?.Count ?? 0, lanes.Find(l => l.Environment == environment && !l.Waits)?.Count ?? 0, waiting is null ? TimeSpan.Zero : now - waiting.Oldest);
            })],
            [.. shares.Select(s => new Share(s.AccountId, emails.GetValueOrDefault(s.AccountId, ""), s.Environment, s.Count, now - s.Oldest))],
            [.. held.Select(h => new Held(h.LeasedBy ?? "", h.AssetId, emails.GetValueOrDefault(h.AccountId, ""), h.LeasedUntil!.Value - now, h.HostEnds, h.Takeovers))],
            await states,
            // Clocks of machines differ a little.
            [.. workers.Select(w => new Worker(w.Id, w.Server, now > w.At ? now - w.At : TimeSpan.Zero, w.Sandbox, JsonSerializer.Deserialize<HostReport[]>(w.Hosts, JsonForm.Options)!))]);
    }
}
