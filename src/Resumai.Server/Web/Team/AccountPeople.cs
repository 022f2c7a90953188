using Microsoft.EntityFrameworkCore;
using Resumai.Server.Accounts;
using Resumai.Server.Audit;
using Resumai.Server.Settings;
using Resumai.Server.Storage;
using Resumai.Server.Web.Mails;
using Resumai.Server.Web.Texts;
using Resumai.Server.Web.Users;

namespace Resumai.Server.Web.Team;

/// <summary>What became of a change of people.</summary>
public enum PeopleChange
{
    Done,
    /// <summary>Whoever asks is no owner any more.</summary>
    NotAllowed,
    /// <summary>An account keeps an owner.</summary>
    LastOwner,
    /// <summary>Somebody signs in with the address already, here or elsewhere.</summary>
    AddressTaken,
    /// <summary>Too many invitations are open.</summary>
    TooMany,
    /// <summary>They are not of this account, or not any more.</summary>
    Gone,
}

/// <summary>
/// Who signs in for an account. Only its owners change that; it is judged by the database in the transaction that changes it, not by what
/// the session says, and written down there. Thread-safe.
/// </summary>
public sealed class AccountPeople(IDbContextFactory<ServerDb> databases, Invitations invitations, Outbox outbox, AuditLog audit, TimeProvider time)
{
    /// <summary>Invitations of an account that nobody has used yet.</summary>
    public const int MostOpen = 50;

    public sealed record Person(Guid Id, string Email, string Role, DateTime Since);

    public sealed record Invited(Guid Id, string Email, string Role, DateTime Until);

    public async Task<(IReadOnlyList<Person> People, IReadOnlyList<Invited> Invited)> ListAsync(Guid accountId)
    {
        var now = time.UtcNow();
        await using var db = await databases.CreateDbContextAsync();
        return (
            await db.Users.AsNoTracking().Where(u => u.AccountId == accountId).OrderBy(u => u.Email).Select(u => new Person(u.Id, u.Email!, u.Role, u.CreatedAt)).ToListAsync(),
            await Open(db, accountId, now).OrderBy(i => i.Email).Select(i => new Invited(i.Id, i.Email ?? "", i.Role, i.ExpiresAt)).ToListAsync());
    }

    /// <summary>Mails somebody a link by which they make their sign-in; it takes the place of one that they have.</summary>
    /// <param name="language">Of the mail.</param>
    /// <param name="actor"><paramref name="by"/>, and from where.</param>
    public Task<PeopleChange> InviteAsync(SignedIn by, string email, string role, string language, Actor actor) => ChangeAsync(by, async db =>
    {
        var (address, now) = (email.Trim().ToLowerInvariant(), time.UtcNow());
        var normalized = address.ToUpperInvariant();
        if (await db.Users.AnyAsync(u => u.NormalizedUserName == normalized)) return PeopleChange.AddressTaken;
        await Open(db, by.AccountId, now).Where(i => i.Email == address).ExecuteDeleteAsync();
        if (await Open(db, by.AccountId, now).CountAsync() >= MostOpen) return PeopleChange.TooMany;
        var path = await invitations.ForAccountAsync(db, by.AccountId, address, role);
        var texts = AppTexts.In(language);
        outbox.Add(db, address, texts["team.mail_subject"], texts["team.mail_text", by.Email], path);
        audit.Add(db, AuditAction.Invited, actor, by.AccountId, address, role);
        return PeopleChange.Done;
    });

    /// <summary>Ends an invitation that nobody has used.</summary>
    public Task<PeopleChange> WithdrawAsync(SignedIn by, Guid invitationId, Actor actor) => ChangeAsync(by, async db =>
    {
        var invitation = Open(db, by.AccountId, time.UtcNow()).Where(i => i.Id == invitationId);
        var email = await invitation.Select(i => i.Email).SingleOrDefaultAsync();
        if (await invitation.ExecuteDeleteAsync() == 0) return PeopleChange.Gone;
        audit.Add(db, AuditAction.InvitationWithdrawn, actor, by.AccountId, email);
        return PeopleChange.Done;
    });

    /// <summary>Gives somebody another role. Their sessions end: they sign in again with it.</summary>
    public Task<PeopleChange> SetRoleAsync(SignedIn by, Guid userId, string role, Actor actor) => ChangeAsync(by, async db =>
    {
        if (await OneAsync(db, by.AccountId, userId) is not { } person) return PeopleChange.Gone;
        if (role != UserRole.Owner && await IsLastOwnerAsync(db, by.AccountId, userId)) return PeopleChange.LastOwner;
        var (stamp, concurrency) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        var changed = await db.Users.Where(u => u.Id == userId && u.AccountId == by.AccountId)
            .ExecuteUpdateAsync(s => s.SetProperty(u => u.Role, role).SetProperty(u => u.SecurityStamp, stamp).SetProperty(u => u.ConcurrencyStamp, concurrency));
        if (changed == 0) return PeopleChange.Gone;
        audit.Add(db, AuditAction.RoleChanged, actor, by.AccountId, person.Email, $"{person.Role} → {role}");
        return PeopleChange.Done;
    });

    /// <summary>Takes somebody's sign-in away; their sessions end within a minute.</summary>
    public Task<PeopleChange> RemoveAsync(SignedIn by, Guid userId, Actor actor) => ChangeAsync(by, async db =>
    {
        if (await OneAsync(db, by.AccountId, userId) is not { } person) return PeopleChange.Gone;
        if (await IsLastOwnerAsync(db, by.AccountId, userId)) return PeopleChange.LastOwner;
        if (await db.Users.Where(u => u.Id == userId && u.AccountId == by.AccountId).ExecuteDeleteAsync() == 0) return PeopleChange.Gone;
        audit.Add(db, AuditAction.MemberRemoved, actor, by.AccountId, person.Email, person.Role);
        return PeopleChange.Done;
    });

    private static Task<Person?> OneAsync(ServerDb db, Guid accountId, Guid userId) =>
        db.Users.Where(u => u.Id == userId && u.AccountId == accountId).Select(u => new Person(u.Id, u.Email!, u.Role, u.CreatedAt)).SingleOrDefaultAsync();

    private static IQueryable<Invitation> Open(ServerDb db, Guid accountId, DateTime now) =>
        db.Invitations.Where(i => i.AccountId == accountId && i.UsedAt == null && i.ExpiresAt > now);

    private static async Task<bool> IsLastOwnerAsync(ServerDb db, Guid accountId, Guid userId) =>
        await db.Users.AnyAsync(u => u.Id == userId && u.AccountId == accountId && u.Role == UserRole.Owner)
        && !await db.Users.AnyAsync(u => u.Id != userId && u.AccountId == accountId && u.Role == UserRole.Owner);

    private async Task<PeopleChange> ChangeAsync(SignedIn by, Func<ServerDb, Task<PeopleChange>> change)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var write = await db.BeginWriteAsync();
        // Locks the account's row: two owners who remove each other come one after the other.
        await db.Accounts.Where(a => a.Id == by.AccountId).ExecuteUpdateAsync(s => s.SetProperty(a => a.Tier, a => a.Tier));
        if (!await db.Users.AnyAsync(u => u.Id == by.UserId && u.AccountId == by.AccountId && u.Role == UserRole.Owner)) return PeopleChange.NotAllowed;
        var result = await change(db);
        if (result != PeopleChange.Done) return result;
        await db.SaveChangesAsync();
        await write.CommitAsync();
        return result;
    }
}
