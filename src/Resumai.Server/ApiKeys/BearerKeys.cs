using Microsoft.EntityFrameworkCore;
using Resumai.Server.Errors;
using Resumai.Server.RateLimits;
using Resumai.Server.Settings;
using Resumai.Server.Storage;

namespace Resumai.Server.ApiKeys;

/// <summary>Finds the caller behind <c>Authorization: Bearer …</c>. Nothing is cached, so a revoked key stops at once, whoever revoked it.</summary>
public sealed class BearerKeys(IDbContextFactory<ServerDb> databases, TimeProvider time, RateLimitOptions limits, KeyUse use)
{
    // Compiled for the model of one engine, so once a server and not once a process.
    private readonly Func<ServerDb, byte[], CancellationToken, Task<Found?>> _find = EF.CompileAsyncQuery(
        (ServerDb db, byte[] hash, CancellationToken _) => db.ApiKeys.AsNoTracking()
            .Where(k => k.Hash == hash)
            .Join(db.Accounts, k => k.AccountId, a => a.Id, (k, a) => new Found(
                k.Id, k.AccountId, k.Environment, k.Scopes, k.ExpiresAt, k.RevokedAt, k.LastUsedAt, a.Tier, a.PerMinute, a.PerDay, a.SuspendedAt != null))
            .FirstOrDefault());

    /// <summary>The caller, or why there is none.</summary>
    public async Task<(ApiCaller? Caller, ApiError? Refusal)> AuthenticateAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var header = request.Headers.Authorization;
        if (header.Count == 0) return (null, ApiErrors.MissingApiKey);
        if (header is not [{ } value] || !value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return (null, ApiErrors.InvalidApiKey);
        var text = value["Bearer ".Length..].Trim();
        if (!KeyText.IsWellFormed(text)) return (null, ApiErrors.InvalidApiKey);

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var key = await _find(db, KeyText.Hash(text), cancellationToken);
        var now = time.UtcNow();
        if (key is null) return (null, ApiErrors.InvalidApiKey);
        if (key.RevokedAt <= now) return (null, ApiErrors.RevokedApiKey);
        if (key.ExpiresAt <= now) return (null, ApiErrors.ExpiredApiKey);
        if (key.IsSuspended) return (null, ApiErrors.AccountSuspended);
        use.Note(key.Id, key.LastUsedAt, now);
        return (new ApiCaller(key.AccountId, key.Id, key.Environment, key.Scopes.Split(' '), key.Tier, limits.For(key.Tier, key.PerMinute, key.PerDay)), null);
    }

    private sealed record Found(Guid Id, Guid AccountId, string Environment, string Scopes, DateTime? ExpiresAt, DateTime? RevokedAt,
        DateTime? LastUsedAt, string Tier, int? PerMinute, int? PerDay, bool IsSuspended);
}
