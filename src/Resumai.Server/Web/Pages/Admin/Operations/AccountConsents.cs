using Microsoft.EntityFrameworkCore;
using Resumai.Server.Audit;
using Resumai.Server.Settings;
using Resumai.Server.Storage;
using Resumai.Server.Web.Texts;
using Resumai.Server.Web.Users;

namespace Resumai.Server.Web.Pages.Admin.Operations;

/// <summary>Whether the operator may look at all documents of an account that could not be read, and when they did. Only its owners decide. Thread-safe.</summary>
internal sealed class AccountConsents(IDbContextFactory<ServerDb> databases, AuditLog audit, TimeProvider time)
{
    /// <summary>Of an account's looks that are shown.</summary>
    public const int MostShown = 50;

    /// <param name="AssetId">Null: it cannot be told any more.</param>
    /// <param name="Filename">Null: the document is gone.</param>
    public sealed record Look(Guid Id, DateTime At, Guid? AssetId, string? Filename);

    /// <summary>The consent that holds now, if any; and when the operator looked at a document, with whichever consent, newest first.</summary>
    public async Task<(AccountConsent? Consent, IReadOnlyList<Look> Looks)> FindAsync(Guid accountId)
    {
        var now = time.UtcNow();
        await using var db = await databases.CreateDbContextAsync();
        var entries = await db.AuditEntries.AsNoTracking().Where(e => e.AccountId == accountId && e.Action == AuditAction.OperatorLooked).OrderByDescending(e => e.Id).Take(MostShown).ToListAsync();
        var looks = entries.ConvertAll(e => (Entry: e, AssetId: Guid.TryParse(e.Subject, out var id) ? id : (Guid?)null));
        var ids = looks.Select(l => l.AssetId).OfType<Guid>().Distinct().ToList();
        var names = await db.Assets.Where(a => a.AccountId == accountId && ids.Contains(a.Id) && !db.DeletedAssets.Any(d => d.AssetId == a.Id)).ToDictionaryAsync(a => a.Id, a => a.Filename);
        return (
            await db.AccountConsents.AsNoTracking().SingleOrDefaultAsync(c => c.AccountId == accountId && c.Until > now),
            looks.ConvertAll(l => new Look(l.Entry.Id, l.Entry.At, l.AssetId, l.AssetId is { } id ? names.GetValueOrDefault(id) : null)));
    }

    /// <summary>Lets the operator look for a time, from now; or ends that.</summary>
    /// <param name="actor"><paramref name="by"/>, and from where.</param>
    /// <returns>False: whoever asks is no owner any more; nothing happened.</returns>
    public async Task<bool> SetAsync(SignedIn by, bool isGiven, Actor actor)
    {
        var now = time.UtcNow();
        await using var db = await databases.CreateDbContextAsync();
        await using var write = await db.BeginWriteAsync();
        // Locks the account's row: of two owners at once one comes after the other.
        await db.Accounts.Where(a => a.Id == by.AccountId).ExecuteUpdateAsync(s => s.SetProperty(a => a.Tier, a => a.Tier));
        if (!await db.Users.AnyAsync(u => u.Id == by.UserId && u.AccountId == by.AccountId && u.Role == UserRole.Owner)) return false;
        var ended = await db.AccountConsents.Where(c => c.AccountId == by.AccountId).ExecuteDeleteAsync();
        var until = now + FailedDocuments.ConsentLife;
        if (isGiven) db.AccountConsents.Add(new AccountConsent { AccountId = by.AccountId, By = actor.By, GivenAt = now, Until = until });
        if (isGiven) audit.Add(db, AuditAction.ConsentGiven, actor, by.AccountId, detail: $"all failed documents, until {AppTexts.Time(until)} UTC");
        else if (ended > 0) audit.Add(db, AuditAction.ConsentWithdrawn, actor, by.AccountId, detail: "all failed documents");
        await db.SaveChangesAsync();
        await write.CommitAsync();
        return true;
    }
}
