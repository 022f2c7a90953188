using System.Linq.Expressions;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Resumai.Server.Errors;
using Resumai.Server.Storage;

namespace Resumai.Server.Idempotency;

/// <summary>The rows of answers already given.</summary>
internal static class StoredRequests
{
    /// <summary>The replay, the refusal of a reused key, or null when the request is new.</summary>
    public static async Task<IResult?> FindAsync(ServerDb db, RequestIdentity identity, byte[] fingerprint, DateTime now, CancellationToken cancellationToken)
    {
        var oldest = now - IdempotentRequests.Kept;
        var row = await db.Idempotency.AsNoTracking().Where(Is(identity)).Where(i => i.CreatedAt > oldest).SingleOrDefaultAsync(cancellationToken);
        if (row is null) return null;
        return CryptographicOperations.FixedTimeEquals(row.Fingerprint, fingerprint)
            ? new StoredAnswer(row.Status, row.ContentType, row.Body, row.Location).AsReplay()
            : ApiErrors.IdempotencyKeyReused.Problem();
    }

    /// <summary>False when another process has stored its answer meanwhile.</summary>
    public static async Task<bool> TryWriteAsync(ServerDb db, RequestIdentity identity, byte[] fingerprint, StoredAnswer answer, DateTime now, CancellationToken cancellationToken)
    {
        // One that has expired and was not swept yet.
        await db.Idempotency.Where(Is(identity)).ExecuteDeleteAsync(cancellationToken);
        db.Idempotency.Add(new IdempotencyRow
        {
            AccountId = identity.AccountId,
            Environment = identity.Environment,
            Method = identity.Method,
            Path = identity.Path,
            Key = identity.Key,
            Fingerprint = fingerprint,
            Status = answer.Status,
            ContentType = answer.ContentType,
            Location = answer.Location,
            Body = answer.Body,
            CreatedAt = now,
        });
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

    private static Expression<Func<IdempotencyRow, bool>> Is(RequestIdentity identity) => i =>
        i.AccountId == identity.AccountId && i.Environment == identity.Environment && i.Method == identity.Method
        && i.Path == identity.Path && i.Key == identity.Key;
}
