using Microsoft.EntityFrameworkCore;
using Resumai.Server.ApiKeys;
using Resumai.Server.Errors;
using Resumai.Server.Settings;
using Resumai.Server.Storage;

namespace Resumai.Server.Idempotency;

/// <summary>What makes two requests the same: account, environment, method, path and key.</summary>
internal sealed record RequestIdentity(Guid AccountId, string Environment, string Method, string Path, string Key);

/// <summary>
/// Runs a POST with an <c>Idempotency-Key</c> once. A handler enters when it knows what the request means, answers
/// <see cref="IdempotentRequest.Answer"/> if there is one, and else stores its own answer in the transaction of its effect:
/// <code>
/// await using var once = await idempotent.EnterAsync(http, caller, fingerprint, cancellationToken);
/// if (once.Answer is { } answer) return answer;
/// await using var write = await db.BeginWriteAsync(cancellationToken);
/// … the effect …
/// if (await once.StoreAsync(db, response, cancellationToken) is { } first) return first;   // another process was faster: roll back
/// await write.CommitAsync();
/// return response;
/// </code>
/// Stored are 2xx and 409 <c>duplicate_file</c>; any other answer is returned without storing.
/// </summary>
public sealed class IdempotentRequests(IDbContextFactory<ServerDb> databases, TimeProvider time, IdempotencyOptions options)
{
    private readonly KeyedTurns<RequestIdentity> _turns = new();

    /// <summary>How long an answer is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <param name="fingerprint">SHA-256 over the meaning of the request; boundary, part order and headers never count.</param>
    public async Task<IdempotentRequest> EnterAsync(HttpContext http, ApiCaller caller, byte[] fingerprint, CancellationToken cancellationToken = default)
    {
        if (IdempotencyKey.Of(http.Request) is not { } key) return new IdempotentRequest(time, null, fingerprint, null, null);
        var identity = new RequestIdentity(caller.AccountId, caller.Environment, http.Request.Method, http.Request.Path.ToUriComponent(), key);
        var turn = await _turns.EnterAsync(identity, options.Wait, cancellationToken);
        if (turn is null) return new IdempotentRequest(time, identity, fingerprint, null, ApiErrors.IdempotencyInProgress.Problem().RetryAfter(1));
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            var answer = await StoredRequests.FindAsync(db, identity, fingerprint, time.UtcNow(), cancellationToken);
            return new IdempotentRequest(time, identity, fingerprint, turn, answer);
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }
}

/// <summary>One request on its way; disposing it lets the next with the same key go on.</summary>
public sealed class IdempotentRequest : IAsyncDisposable
{
    private readonly TimeProvider _time;
    private readonly RequestIdentity? _identity;
    private readonly byte[] _fingerprint;
    private readonly IDisposable? _turn;

    internal IdempotentRequest(TimeProvider time, RequestIdentity? identity, byte[] fingerprint, IDisposable? turn, IResult? answer) =>
        (_time, _identity, _fingerprint, _turn, Answer) = (time, identity, fingerprint, turn, answer);

    /// <summary>The answer to give without doing anything: the replay, or the 409. Null: do the work.</summary>
    public IResult? Answer { get; }

    /// <summary>
    /// Stores the answer in the caller's write transaction. Null when done (or when the request has no key); else the answer that
    /// another process stored meanwhile: roll back and give that.
    /// </summary>
    public async Task<IResult?> StoreAsync(ServerDb db, StoredAnswer answer, CancellationToken cancellationToken = default)
    {
        if (_identity is null) return null;
        var now = _time.UtcNow();
        if (await StoredRequests.FindAsync(db, _identity, _fingerprint, now, cancellationToken) is { } first) return first;
        if (await StoredRequests.TryWriteAsync(db, _identity, _fingerprint, answer, now, cancellationToken)) return null;
        return await StoredRequests.FindAsync(db, _identity, _fingerprint, now, cancellationToken) ?? ApiErrors.IdempotencyInProgress.Problem().RetryAfter(1);
    }

    public ValueTask DisposeAsync()
    {
        _turn?.Dispose();
        return ValueTask.CompletedTask;
    }
}

/// <param name="Wait">How long a second request waits for the first.</param>
public sealed record IdempotencyOptions(TimeSpan Wait)
{
    public static IdempotencyOptions Read(SettingsReader settings) => new(settings.Seconds("Idempotency:WaitSeconds", 10, 0, 60));
}
