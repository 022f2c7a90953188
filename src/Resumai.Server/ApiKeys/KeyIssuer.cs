using Microsoft.EntityFrameworkCore;
using Resumai.Server.Settings;
using Resumai.Server.Storage;

namespace Resumai.Server.ApiKeys;

/// <summary>A new key. <paramref name="Text"/> is shown once and kept nowhere.</summary>
public sealed record IssuedKey(ApiKey Key, string Text);

/// <summary>Makes, rotates and revokes keys, inside the caller's write transaction.</summary>
public sealed class KeyIssuer(TimeProvider time)
{
    public async Task<IssuedKey> IssueAsync(ServerDb db, Guid accountId, string environment, string name, IReadOnlyList<string> scopes,
        DateTime? expiresAt = null, CancellationToken cancellationToken = default)
    {
        var text = KeyText.Create(environment);
        var key = new ApiKey
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            AccountId = accountId,
            Name = name,
            Hash = KeyText.Hash(text),
            Prefix = KeyText.Start(text),
            Environment = environment,
            Scopes = string.Join(' ', scopes),
            CreatedAt = time.UtcNow(),
            ExpiresAt = expiresAt,
        };
        db.ApiKeys.Add(key);
        await db.SaveChangesAsync(cancellationToken);
        return new IssuedKey(key, text);
    }

    /// <summary>
    /// A successor with the same name, scopes, environment and expiry; the old key works for <paramref name="overlap"/> more, never
    /// longer than it would have. Null when the key is unknown, revoked, expired or has a successor already.
    /// </summary>
    public async Task<IssuedKey?> RotateAsync(ServerDb db, Guid keyId, TimeSpan overlap, CancellationToken cancellationToken = default)
    {
        var now = time.UtcNow();
        // Locks the row: of two rotations at once the second finds the first one's successor.
        await db.ApiKeys.Where(k => k.Id == keyId).ExecuteUpdateAsync(s => s.SetProperty(k => k.RotatedTo, k => k.RotatedTo), cancellationToken);
        var old = await db.ApiKeys.SingleOrDefaultAsync(k => k.Id == keyId, cancellationToken);
        if (old is null || old.RevokedAt is not null || old.ExpiresAt <= now || old.RotatedTo is not null) return null;
        var successor = await IssueAsync(db, old.AccountId, old.Environment, old.Name, old.Scopes.Split(' '), old.ExpiresAt, cancellationToken);
        var end = now + overlap;
        old.ExpiresAt = old.ExpiresAt < end ? old.ExpiresAt : end;
        old.RotatedTo = successor.Key.Id;
        await db.SaveChangesAsync(cancellationToken);
        return successor;
    }

    /// <summary>Ends a key now. False when it is unknown or was revoked before.</summary>
    public async Task<bool> RevokeAsync(ServerDb db, Guid keyId, CancellationToken cancellationToken = default)
    {
        var now = time.UtcNow();
        return await db.ApiKeys.Where(k => k.Id == keyId && k.RevokedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(k => k.RevokedAt, now), cancellationToken) == 1;
    }
}
