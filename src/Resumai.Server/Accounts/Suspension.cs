using Microsoft.EntityFrameworkCore;
using Resumai.Server.Audit;
using Resumai.Server.Settings;
using Resumai.Server.Storage;

namespace Resumai.Server.Accounts;

/// <summary>Shuts an account out and lets it in again: its keys and sessions are refused meanwhile, and nothing of it is lost. Thread-safe.</summary>
public sealed class Suspension(AuditLog audit, TimeProvider time)
{
    public const int LongestReason = MovementNote.LongestReason;

    /// <summary>Inside the caller's write transaction. False: there is no such account, it operates the server, or it is suspended already.</summary>
    /// <param name="reason">The customer sees it.</param>
    public async Task<bool> SuspendAsync(ServerDb db, Guid accountId, string reason, Actor actor, CancellationToken cancellationToken = default)
    {
        var now = time.UtcNow();
        var suspended = await db.Accounts.Where(a => a.Id == accountId && !a.IsOperator && a.SuspendedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.SuspendedAt, now).SetProperty(a => a.SuspendedReason, reason), cancellationToken);
        if (suspended == 0) return false;
        audit.Add(db, AuditAction.Suspended, actor, accountId, detail: reason);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>The same the other way. False: it was not suspended.</summary>
    public async Task<bool> LiftAsync(ServerDb db, Guid accountId, Actor actor, CancellationToken cancellationToken = default)
    {
        var lifted = await db.Accounts.Where(a => a.Id == accountId && a.SuspendedAt != null)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.SuspendedAt, (DateTime?)null).SetProperty(a => a.SuspendedReason, (string?)null), cancellationToken);
        if (lifted == 0) return false;
        audit.Add(db, AuditAction.SuspensionLifted, actor, accountId);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
