using Microsoft.EntityFrameworkCore;
using Resumai.Server.ApiKeys;
using Resumai.Server.Settings;
using Resumai.Server.Storage;

namespace Resumai.Server.Accounts;

/// <summary>
/// The credits of an account. Every movement is a row of the ledger and the balance is their sum: both change in the caller's write
/// transaction (<see cref="ServerDb.BeginWriteAsync"/>), and the database refuses a balance below zero. Test keys move nothing.
/// </summary>
public sealed class Wallet(TimeProvider time)
{
    /// <summary>What a test key always has.</summary>
    public const long TestCredits = 1_000;

    /// <summary>The most that is moved at once by hand.</summary>
    public const long MostMoved = 1_000_000_000;

    /// <summary>Takes one credit for an asset. The credits that remain; null when there was none to take.</summary>
    public async Task<long?> TryChargeAsync(ServerDb db, ApiCaller caller, Guid assetId, CancellationToken cancellationToken = default)
    {
        if (caller.IsTest) return TestCredits;
        var taken = await db.Accounts.Where(a => a.Id == caller.AccountId && a.Credits >= 1 && a.ClosedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.Credits, a => a.Credits - 1), cancellationToken);
        if (taken == 0) return null;
        await WriteAsync(db, caller.AccountId, LedgerKind.Charge, -1, assetId, cents: null, note: null, cancellationToken);
        return await BalanceAsync(db, caller.AccountId, cancellationToken);
    }

    /// <summary>Gives the credit of a charged asset back. False, and nothing happens, when it was not charged or has its credit back already.</summary>
    public async Task<bool> RefundAsync(ServerDb db, Guid accountId, Guid assetId, CancellationToken cancellationToken = default)
    {
        var charged = await db.Ledger.Where(l => l.AssetId == assetId && l.AccountId == accountId && l.Kind == LedgerKind.Charge)
            .Select(l => (long?)l.Credits).SingleOrDefaultAsync(cancellationToken);
        if (charged is not { } charge) return false;
        // Whoever locks the account's row first gives back; the others find it done. The index on asset and kind would refuse them too.
        await AddAsync(db, accountId, 0, cancellationToken);
        if (await db.Ledger.AnyAsync(l => l.AssetId == assetId && l.Kind == LedgerKind.Refund, cancellationToken)) return false;
        await AddAsync(db, accountId, -charge, cancellationToken);
        await WriteAsync(db, accountId, LedgerKind.Refund, -charge, assetId, cents: null, note: null, cancellationToken);
        return true;
    }

    /// <summary>Adds credits, or takes some by an adjustment below zero. The new balance; null when it would be below zero.</summary>
    /// <param name="kind">One of <see cref="LedgerKind"/> except charge and refund.</param>
    /// <param name="cents">What was paid, in euro cents.</param>
    /// <param name="note">Why and by whom, when a person does it.</param>
    public async Task<long?> GrantAsync(ServerDb db, Guid accountId, long credits, string kind = LedgerKind.Grant, long? cents = null,
        MovementNote? note = null, CancellationToken cancellationToken = default)
    {
        if (await AddAsync(db, accountId, credits, cancellationToken) == 0) return null;
        await WriteAsync(db, accountId, kind, credits, assetId: null, cents, note, cancellationToken);
        return await BalanceAsync(db, accountId, cancellationToken);
    }

    private static Task<int> AddAsync(ServerDb db, Guid accountId, long credits, CancellationToken cancellationToken) =>
        db.Accounts.Where(a => a.Id == accountId && a.Credits + credits >= 0)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.Credits, a => a.Credits + credits), cancellationToken);

    private static Task<long> BalanceAsync(ServerDb db, Guid accountId, CancellationToken cancellationToken) =>
        db.Accounts.Where(a => a.Id == accountId).Select(a => a.Credits).SingleAsync(cancellationToken);

    private Task WriteAsync(ServerDb db, Guid accountId, string kind, long credits, Guid? assetId, long? cents, MovementNote? note, CancellationToken cancellationToken)
    {
        db.Ledger.Add(new LedgerEntry
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            AccountId = accountId,
            Kind = kind,
            Credits = credits,
            AmountEurCents = cents,
            AssetId = assetId,
            Reason = note?.Reason,
            By = note?.By,
            At = time.UtcNow(),
        });
        return db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>What a person says of a movement that they make.</summary>
/// <param name="By">Their address.</param>
public sealed record MovementNote(string Reason, string By)
{
    public const int LongestReason = 500;
}

/// <summary>Why credits moved.</summary>
public static class LedgerKind
{
    public const string Grant = "grant";
    public const string TopUp = "top_up";
    public const string Charge = "charge";
    public const string Refund = "refund";
    public const string Adjustment = "adjustment";
}
