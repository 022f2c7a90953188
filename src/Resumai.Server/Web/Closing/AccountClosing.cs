using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Resumai.Server.Audit;
using Resumai.Server.Settings;
using Resumai.Server.Storage;
using Resumai.Server.Web.Mails;
using Resumai.Server.Web.Texts;
using Resumai.Server.Web.Users;

namespace Resumai.Server.Web.Closing;

/// <summary>What became of a wish to close an account.</summary>
public enum ClosingResult
{
    Done,
    WrongPassword,
    /// <summary>Whoever asks is no owner any more.</summary>
    NotAllowed,
    /// <summary>Without the operator's account nobody could run the server.</summary>
    OperatorAccount,
}

/// <summary>
/// Closes accounts. At once, in one transaction: keys, sign-ins, invitations and open orders end. <see cref="ClosedAccounts"/> then erases what
/// is left. Invoices stay, as tax law asks of whoever made them.
/// </summary>
public sealed class AccountClosing(Outbox outbox, AuditLog audit, TimeProvider time)
{
    /// <param name="users">On the same <paramref name="db"/>.</param>
    /// <param name="language">Of the mail that confirms it.</param>
    /// <param name="actor"><paramref name="by"/>, and from where.</param>
    public async Task<ClosingResult> CloseAsync(ServerDb db, UserManager<User> users, SignedIn by, string password, string language, Actor actor)
    {
        if (await users.FindByIdAsync(by.UserId.ToString()) is not { Role: UserRole.Owner } user || user.AccountId != by.AccountId) return ClosingResult.NotAllowed;
        if (await users.IsLockedOutAsync(user)) return ClosingResult.WrongPassword;
        if (!await users.CheckPasswordAsync(user, password))
        {
            // Counts with those of the sign-in: whoever finds an open page cannot guess for ever.
            await users.AccessFailedAsync(user);
            return ClosingResult.WrongPassword;
        }
        var now = time.UtcNow();
        db.ChangeTracker.Clear();
        await using var write = await db.BeginWriteAsync();
        if (await db.Accounts.Where(a => a.Id == by.AccountId && !a.IsOperator && a.ClosedAt == null).ExecuteUpdateAsync(s => s.SetProperty(a => a.ClosedAt, now)) == 0) return ClosingResult.OperatorAccount;
        await db.ApiKeys.Where(k => k.AccountId == by.AccountId && k.RevokedAt == null).ExecuteUpdateAsync(s => s.SetProperty(k => k.RevokedAt, now));
        var pending = db.CreditOrders.Where(o => o.AccountId == by.AccountId && o.State == OrderState.Pending);
        foreach (var order in await pending.Select(o => new { o.Id, o.Reference }).ToListAsync())
        {
            // One by one: what was paid meanwhile is not written down as cancelled.
            if (await pending.Where(o => o.Id == order.Id).ExecuteUpdateAsync(s => s.SetProperty(o => o.State, OrderState.Cancelled).SetProperty(o => o.SettledAt, now).SetProperty(o => o.SettledBy, by.Email)) == 1)
                audit.Add(db, AuditAction.OrderCancelled, actor, by.AccountId, order.Reference);
        }
        var people = db.Users.Where(u => u.AccountId == by.AccountId);
        await db.Mails.Where(m => people.Any(u => u.Email == m.To) || db.Invitations.Any(i => i.AccountId == by.AccountId && i.Email == m.To)).ExecuteDeleteAsync();
        await db.Invitations.Where(i => i.AccountId == by.AccountId).ExecuteDeleteAsync();
        await people.ExecuteDeleteAsync();
        var texts = AppTexts.In(language);
        outbox.Add(db, by.Email, texts["close.mail_subject"], texts["close.mail_text"], path: null);
        audit.Add(db, AuditAction.AccountClosed, actor, by.AccountId);
        await db.SaveChangesAsync();
        await write.CommitAsync();
        return ClosingResult.Done;
    }
}
