using Microsoft.EntityFrameworkCore;
using Resumai.Server.ApiKeys;
using Resumai.Server.Errors;
using Resumai.Server.Storage;

namespace Resumai.Server.Jobs;

/// <summary>Refuses uploads that the queue has no room for, before their body is read.</summary>
public sealed class QueueBounds(QueueOptions options, DrainRate drain, RecentCounts recent)
{
    /// <summary>503 <c>queue_saturated</c> when the queue in all, the account's or its test keys' part of it is full; else null.</summary>
    public async Task<Problem?> RefusalAsync(ServerDb db, ApiCaller caller, CancellationToken cancellation)
    {
        var queued = db.Jobs.Where(j => j.LeasedUntil == null);
        var all = await recent.CountAsync(Guid.Empty, options.Bound, () => queued.CountAsync(cancellation));
        if (all >= options.Bound) return Refuse("all", "The service has more work queued than it takes.", all - options.Bound);

        var mine = queued.Where(j => j.AccountId == caller.AccountId);
        var account = await recent.CountAsync(caller.AccountId, options.AccountBound, () => mine.CountAsync(cancellation));
        if (account >= options.AccountBound) return Refuse("account", "The account has more documents queued than it may.", account - options.AccountBound);

        if (!caller.IsTest) return null;
        var test = await mine.CountAsync(j => j.Environment == caller.Environment, cancellation);
        return test >= QueueOptions.TestBound ? Refuse("test", "The account's test keys have more documents queued than they may.", test - QueueOptions.TestBound) : null;
    }

    private Problem Refuse(string scope, string sentence, long beyond) =>
        ApiErrors.QueueSaturated.Problem(sentence).With("scope", scope).RetryAfter(drain.SecondsFor(beyond + 1));
}
