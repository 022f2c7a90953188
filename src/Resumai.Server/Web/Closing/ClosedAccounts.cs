using Microsoft.EntityFrameworkCore;
using Resumai.Server.Assets;
using Resumai.Server.Storage;

namespace Resumai.Server.Web.Closing;

/// <summary>Erases what belongs to closed accounts: files and records first, the account's row last, so that a server that is killed meanwhile goes on where it was. Looks every minute.</summary>
internal sealed class ClosedAccounts(IDbContextFactory<ServerDb> databases, AssetDeletion deletion, TimeProvider clock, ILogger<ClosedAccounts> log) : BackgroundService
{
    private const int Batch = 100;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        do
        {
            try
            {
                await EraseAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "A closed account could not be erased; the next look tries again.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    internal async Task EraseAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        foreach (var account in await db.Accounts.AsNoTracking().Where(a => a.ClosedAt != null).ToListAsync(cancellation))
        {
            var assets = db.Assets.Where(a => a.AccountId == account.Id).OrderBy(a => a.Id).Take(Batch);
            while (await assets.AnyAsync(cancellation)) await deletion.DeleteAsync(db, assets, cancellation);
            await using var write = await db.BeginWriteAsync(cancellation);
            await db.ApiKeys.Where(k => k.AccountId == account.Id).ExecuteDeleteAsync(cancellation);
            await db.Ledger.Where(l => l.AccountId == account.Id).ExecuteDeleteAsync(cancellation);
            await db.Idempotency.Where(i => i.AccountId == account.Id).ExecuteDeleteAsync(cancellation);
            await db.AccessRequests.Where(r => r.AccountId == account.Id || r.Email == account.Email).ExecuteDeleteAsync(cancellation);
            // Users, invitations, views, billing details and orders go with the account's row.
            await db.Users.Where(u => u.AccountId == account.Id).ExecuteDeleteAsync(cancellation);
            await db.Accounts.Where(a => a.Id == account.Id).ExecuteDeleteAsync(cancellation);
            await write.CommitAsync();
            // Afterwards: requests are counted a second late, for accounts that are there. Should a server be killed just here, RateLimits/CounterWriting tidies up.
            await db.DayCounts.Where(d => d.AccountId == account.Id).ExecuteDeleteAsync(cancellation);
            await db.EndpointCounts.Where(c => c.AccountId == account.Id).ExecuteDeleteAsync(cancellation);
            log.LogInformation("A closed account is erased.");
        }
    }
}
