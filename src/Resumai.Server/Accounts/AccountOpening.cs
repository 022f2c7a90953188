using Microsoft.EntityFrameworkCore;
using Resumai.Server.Settings;
using Resumai.Server.Storage;

namespace Resumai.Server.Accounts;

/// <summary>Opens accounts, inside the caller's write transaction.</summary>
public sealed class AccountOpening(Wallet wallet, TimeProvider time)
{
    /// <summary>The new account with its first credits; null when the address has one already.</summary>
    public async Task<Account?> OpenAsync(ServerDb db, string email, string tier, long credits, bool isOperator, CancellationToken cancellationToken = default)
    {
        var address = Normalize(email);
        if (await db.Accounts.AnyAsync(a => a.Email == address, cancellationToken)) return null;
        var account = new Account
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            Email = address,
            Tier = tier,
            IsOperator = isOperator,
            CreatedAt = time.UtcNow(),
        };
        db.Accounts.Add(account);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        // Another process was faster.
        catch (DbUpdateException e) when (db.RefusalOf(e) == Uniqueness.Index)
        {
            db.Entry(account).State = EntityState.Detached;
            return null;
        }
        if (credits > 0) account.Credits = await wallet.GrantAsync(db, account.Id, credits, cancellationToken: cancellationToken) ?? 0;
        return account;
    }

    public static Task<Account?> FindAsync(ServerDb db, string email, CancellationToken cancellationToken = default)
    {
        var address = Normalize(email);
        return db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Email == address, cancellationToken);
    }

    /// <summary>True for text that can be an e-mail address: one @ with something on both sides, no spaces.</summary>
    public static bool IsAddress(string email) =>
        email.Length <= 254 && email.Split('@') is [{ Length: > 0 }, { Length: > 0 }] && !email.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));

    private static string Normalize(string email) => email.Trim().ToLowerInvariant();
}
