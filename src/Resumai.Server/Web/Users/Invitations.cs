using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Resumai.Server.Accounts;
using Resumai.Server.Audit;
using Resumai.Server.Settings;
using Resumai.Server.Storage;

namespace Resumai.Server.Web.Users;

/// <summary>Links by which people make their sign-in. Each works once.</summary>
public sealed class Invitations(AccountOpening opening, AuditLog audit, TimeProvider time)
{
    private const string Letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int Length = 32;
    public static readonly TimeSpan FirstOperatorLife = TimeSpan.FromHours(1);
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    /// <summary>The path of a new link for whoever will operate this server; inside the caller's write transaction.</summary>
    public Task<string> ForFirstOperatorAsync(ServerDb db, CancellationToken cancellationToken = default) =>
        InviteAsync(db, accountId: null, email: null, UserRole.Owner, FirstOperatorLife, cancellationToken);

    /// <summary>The path of a new link for somebody of an account; inside the caller's write transaction.</summary>
    public Task<string> ForAccountAsync(ServerDb db, Guid accountId, string email, string role, CancellationToken cancellationToken = default) =>
        InviteAsync(db, accountId, email, role, Life, cancellationToken);

    /// <summary>The invitation of a link; null when there is none, it was used or its time is over, or there is a first operator already.</summary>
    public Task<Invitation?> FindAsync(ServerDb db, string token, CancellationToken cancellationToken = default)
    {
        var (hash, now) = (Hash(token), time.UtcNow());
        return db.Invitations.AsNoTracking()
            .Where(i => i.Hash == hash && i.UsedAt == null && i.ExpiresAt > now)
            .Where(i => i.AccountId != null || !db.Users.Any(u => db.Accounts.Any(a => a.Id == u.AccountId && a.IsOperator)))
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Makes the user, and for the first operator the account, and writes it down. Null when the link was used meanwhile or the address is taken.</summary>
    /// <param name="users">On the same <paramref name="db"/>.</param>
    /// <param name="from">Address of the network that the link was opened from.</param>
    public async Task<(User? User, IdentityResult Result)?> AcceptAsync(ServerDb db, UserManager<User> users, string token, string email, string password, string language, string? from,
        CancellationToken cancellationToken = default)
    {
        await using var write = await db.BeginWriteAsync(cancellationToken);
        if (await FindAsync(db, token, cancellationToken) is not { } invitation) return null;
        // Every start prints a link of its own: of all that are opened at once, the first to make this row is the operator.
        if (invitation.AccountId is null && !await IsFirstAsync(db, cancellationToken)) return null;
        var now = time.UtcNow();
        var taken = await db.Invitations.Where(i => i.Id == invitation.Id && i.UsedAt == null).ExecuteUpdateAsync(s => s.SetProperty(i => i.UsedAt, now), cancellationToken);
        if (taken == 0) return null;
        var address = (invitation.Email ?? email).Trim().ToLowerInvariant();
        var account = invitation.AccountId ?? (await opening.OpenAsync(db, address, Tier.Paid, credits: 0, isOperator: true, cancellationToken))?.Id;
        if (account is null) return null;
        var user = new User
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            AccountId = account.Value,
            Role = invitation.Role,
            Language = language,
            UserName = address,
            Email = address,
            // Whoever has the link has read the mail, or runs the server.
            EmailConfirmed = true,
            CreatedAt = now,
        };
        var result = await users.CreateAsync(user, password);
        if (!result.Succeeded) return (null, result);
        audit.Add(db, AuditAction.InvitationAccepted, new Actor(address, from), account, address, invitation.Role);
        await db.SaveChangesAsync(cancellationToken);
        await write.CommitAsync();
        return (user, result);
    }

    private static async Task<bool> IsFirstAsync(ServerDb db, CancellationToken cancellationToken)
    {
        db.Secrets.Add(new ServerSecret { Name = "first-operator", Value = [] });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException e) when (db.RefusalOf(e) == Uniqueness.PrimaryKey)
        {
            return false;
        }
    }

    private async Task<string> InviteAsync(ServerDb db, Guid? accountId, string? email, string role, TimeSpan life, CancellationToken cancellationToken)
    {
        var token = RandomNumberGenerator.GetString(Letters, Length);
        var now = time.UtcNow();
        db.Invitations.Add(new Invitation
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            Hash = Hash(token),
            AccountId = accountId,
            Email = email,
            Role = role,
            CreatedAt = now,
            ExpiresAt = now + life,
        });
        await db.SaveChangesAsync(cancellationToken);
        return $"/invitation/{token}";
    }

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
