using Microsoft.EntityFrameworkCore;
using Resumai.Server.ApiKeys;
using Resumai.Server.Audit;
using Resumai.Server.Settings;
using Resumai.Server.Storage;

namespace Resumai.Server.Web.Pages.Account;

/// <summary>The keys of one account, for the page that shows them: none of another account is found here.</summary>
public sealed class AccountKeys(IDbContextFactory<ServerDb> databases, KeyIssuer issuer, AuditLog audit, TimeProvider time)
{
    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<ApiKey>> ListAsync(Guid accountId)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.ApiKeys.AsNoTracking().Where(k => k.AccountId == accountId).OrderByDescending(k => k.Id).ToListAsync();
    }

    /// <summary>The text of a new key.</summary>
    public Task<string> MakeAsync(Guid accountId, string environment, string name, IReadOnlyList<string> scopes, int? days, Actor by) => WriteAsync(async db =>
    {
        audit.Add(db, AuditAction.KeyMade, by, accountId, name, string.Join(' ', scopes));
        return (await issuer.IssueAsync(db, accountId, environment, name, scopes, days is { } life ? time.UtcNow().AddDays(life) : null)).Text;
    });

    /// <summary>The text of the successor; null when the key is not the account's, or has ended or a successor already.</summary>
    public Task<string?> RotateAsync(Guid accountId, Guid keyId, TimeSpan overlap, Actor by) => WriteAsync(async db =>
    {
        if (!await IsOfAsync(db, accountId, keyId) || await issuer.RotateAsync(db, keyId, overlap) is not { } issued) return null;
        audit.Add(db, AuditAction.KeyReplaced, by, accountId, issued.Key.Name);
        await db.SaveChangesAsync();
        return issued.Text;
    });

    public Task<bool> RevokeAsync(Guid accountId, Guid keyId, Actor by) => WriteAsync(async db =>
    {
        if (!await IsOfAsync(db, accountId, keyId) || !await issuer.RevokeAsync(db, keyId)) return false;
        audit.Add(db, AuditAction.KeyRevoked, by, accountId, await db.ApiKeys.Where(k => k.Id == keyId).Select(k => k.Name).SingleAsync());
        await db.SaveChangesAsync();
        return true;
    });

    private static Task<bool> IsOfAsync(ServerDb db, Guid accountId, Guid keyId) => db.ApiKeys.AnyAsync(k => k.Id == keyId && k.AccountId == accountId);

    private async Task<T> WriteAsync<T>(Func<ServerDb, Task<T>> write)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.BeginWriteAsync();
        var result = await write(db);
        await transaction.CommitAsync();
        return result;
    }
}
