using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Resumai.Server.Accounts;
using Resumai.Server.Audit;
using Resumai.Server.Storage;
using Resumai.Server.Web.Mails;
using Resumai.Server.Web.Texts;
using Resumai.Server.Web.Users;

namespace Resumai.Server.Web.Pages.Admin;

/// <summary>All accounts, for the operator's pages: what the <c>admin</c> commands do, by the same services.</summary>
public sealed class AdminAccounts(IDbContextFactory<ServerDb> databases, Wallet wallet, Invitations invitations, Outbox outbox, AuditLog audit, Suspension suspension)
{
    public const int PageSize = 50;

    /// <summary>One account with who signs in for it and its newest movements.</summary>
    public sealed record Found(Storage.Account Account, IReadOnlyList<User> Users, IReadOnlyList<LedgerEntry> Ledger, int Assets);

    /// <summary>Accounts by address, those in whose address a text is; from behind an address on.</summary>
    /// <returns>At most <see cref="PageSize"/>, and whether there are more.</returns>
    public async Task<(IReadOnlyList<Storage.Account> Accounts, bool HasMore)> SearchAsync(string? text, string? after)
    {
        await using var db = await databases.CreateDbContextAsync();
        var rows = db.Accounts.AsNoTracking();
        if (text?.Trim().ToLowerInvariant() is { Length: > 0 } part) rows = rows.Where(a => a.Email.Contains(part));
        if (after is not null) rows = rows.Where(a => string.Compare(a.Email, after) > 0);
        var page = await rows.OrderBy(a => a.Email).Take(PageSize + 1).ToListAsync();
        return ([.. page.Take(PageSize)], page.Count > PageSize);
    }

    public async Task<Found?> FindAsync(Guid id)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id) is not { } account) return null;
        return new Found(account,
            await db.Users.AsNoTracking().Where(u => u.AccountId == id).OrderBy(u => u.Id).ToListAsync(),
            // The id begins with the time.
            await db.Ledger.AsNoTracking().Where(l => l.AccountId == id).OrderByDescending(l => l.Id).Take(PageSize).ToListAsync(),
            await db.Assets.CountAsync(a => a.AccountId == id));
    }

    public Task SetLimitsAsync(Guid id, AccountLimits limits, Actor by) => WriteAsync(async db =>
    {
        await limits.SetAsync(db, id);
        audit.Add(db, AuditAction.LimitsSet, by, id, detail: limits.ToString());
        await db.SaveChangesAsync();
        return true;
    });

    /// <summary>Adds credits, or takes some when below zero. False: the account has fewer.</summary>
    public Task<bool> MoveCreditsAsync(Guid id, long credits, string reason, Actor by) => WriteAsync(async db =>
    {
        if (await wallet.GrantAsync(db, id, credits, credits > 0 ? LedgerKind.Grant : LedgerKind.Adjustment, note: new MovementNote(reason, by.By)) is null) return false;
        audit.Add(db, AuditAction.CreditsMoved, by, id, credits.ToString("+0;-0", CultureInfo.InvariantCulture), reason);
        await db.SaveChangesAsync();
        return true;
    });

    /// <summary>Mails the account's owner another link to set up their sign-in.</summary>
    public Task InviteAsync(Storage.Account account, string language, Actor by) => WriteAsync(async db =>
    {
        var texts = AppTexts.In(language);
        var path = await invitations.ForAccountAsync(db, account.Id, account.Email, UserRole.Owner);
        outbox.Add(db, account.Email, texts["accounts.invitation_subject"], texts["accounts.invitation_text"], path);
        audit.Add(db, AuditAction.Invited, by, account.Id, account.Email);
        await db.SaveChangesAsync();
        return true;
    });

    /// <summary>False: it operates the server, or is suspended already.</summary>
    public Task<bool> SuspendAsync(Guid id, string reason, Actor by) => WriteAsync(db => suspension.SuspendAsync(db, id, reason, by));

    public Task<bool> LiftAsync(Guid id, Actor by) => WriteAsync(db => suspension.LiftAsync(db, id, by));

    private async Task<bool> WriteAsync(Func<ServerDb, Task<bool>> write)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.BeginWriteAsync();
        if (!await write(db)) return false;
        await transaction.CommitAsync();
        return true;
    }
}
