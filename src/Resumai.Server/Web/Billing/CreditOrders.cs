using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Resumai.Server.Accounts;
using Resumai.Server.Audit;
using Resumai.Server.Conventions;
using Resumai.Server.Settings;
using Resumai.Server.Storage;
using Resumai.Server.Web.Mails;
using Resumai.Server.Web.Site;
using Resumai.Server.Web.Texts;

namespace Resumai.Server.Web.Billing;

/// <summary>Whom an order was made for: billing details as they were then.</summary>
public sealed record Buyer(string Name, string Street, string PostalCode, string City, string Country, string? VatNumber)
{
    public static Buyer Of(BillingDetails details) => new(details.Name, details.Street, details.PostalCode, details.City, details.Country, details.VatNumber);

    public static Buyer Of(CreditOrder order) => JsonSerializer.Deserialize<Buyer>(order.Buyer, JsonForm.Options)!;
}

/// <summary>Credits that are bought, from the order to the credited wallet. Thread-safe.</summary>
public sealed class CreditOrders(IDbContextFactory<ServerDb> databases, BillingOptions options, Wallet wallet, Invoices invoices, Outbox outbox, AuditLog audit, TimeProvider time)
{
    // Read aloud and typed from paper: nothing that looks like something else.
    private const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int ReferenceLength = 8;
    /// <summary>Pending orders of one account.</summary>
    public const int MostPending = 20;

    /// <summary>Makes an order for an account.</summary>
    /// <param name="id">Chosen by the page, so that a form sent twice makes one order.</param>
    /// <returns>Null: the account has no billing details, or too many pending orders.</returns>
    public async Task<CreditOrder?> PlaceAsync(Guid accountId, Guid id, CreditPack pack, string method, string language, Actor by)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var write = await db.BeginWriteAsync();
        if (await db.CreditOrders.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id && o.AccountId == accountId) is { } made) return made;
        if (await db.BillingDetails.AsNoTracking().SingleOrDefaultAsync(d => d.AccountId == accountId) is not { } details) return null;
        if (await db.CreditOrders.CountAsync(o => o.AccountId == accountId && o.State == OrderState.Pending) >= MostPending) return null;
        var vat = Vat.Of(options.Seller!, details.Country, details.VatNumber);
        var order = new CreditOrder
        {
            Id = id,
            AccountId = accountId,
            Reference = $"RSM-{RandomNumberGenerator.GetString(Letters, ReferenceLength)}",
            Credits = pack.Credits,
            Method = method,
            State = OrderState.Pending,
            NetCents = pack.Cents,
            VatRate = vat.Rate,
            VatCents = vat.On(pack.Cents),
            GrossCents = pack.Cents + vat.On(pack.Cents),
            VatReason = vat.Reason,
            Buyer = JsonSerializer.Serialize(Buyer.Of(details), JsonForm.Options),
            Language = language,
            By = by.By,
            CreatedAt = time.UtcNow(),
        };
        db.CreditOrders.Add(order);
        audit.Add(db, AuditAction.OrderMade, by, accountId, order.Reference, $"{order.Credits} credits, {Euro(order)}, {method}");
        try
        {
            await db.SaveChangesAsync();
            await write.CommitAsync();
            return order;
        }
        catch (DbUpdateException e) when (db.RefusalOf(e) is not null)
        {
            // The same form at the same moment; or an id of another account, which nobody learns.
            db.ChangeTracker.Clear();
            return await db.CreditOrders.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id && o.AccountId == accountId);
        }
    }

    /// <summary>Remembers the page of the payment service that an order is paid on.</summary>
    public async Task NoteSessionAsync(Guid id, string sessionId)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var write = await db.BeginWriteAsync();
        await db.CreditOrders.Where(o => o.Id == id).ExecuteUpdateAsync(s => s.SetProperty(o => o.SessionId, sessionId));
        await write.CommitAsync();
    }

    /// <summary>
    /// The money has arrived: credits, ledger, invoice and mail, in one transaction. Of all who say so at once, the first does it.
    /// </summary>
    /// <param name="by">The operator, or the payment service.</param>
    /// <param name="evenCancelled">The payment service has the money, whatever we thought of the order.</param>
    /// <returns>False: it is not pending any more, or gone; nothing happened.</returns>
    public async Task<bool> ConfirmAsync(Guid id, Actor by, bool evenCancelled = false)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var write = await db.BeginWriteAsync();
        var now = time.UtcNow();
        var confirmed = await db.CreditOrders.Where(o => o.Id == id && (o.State == OrderState.Pending || (evenCancelled && o.State == OrderState.Cancelled)))
            .ExecuteUpdateAsync(s => s.SetProperty(o => o.State, OrderState.Paid).SetProperty(o => o.SettledAt, now).SetProperty(o => o.SettledBy, by.By));
        if (confirmed == 0) return false;
        var order = await db.CreditOrders.AsNoTracking().SingleAsync(o => o.Id == id);
        if (await wallet.GrantAsync(db, order.AccountId, order.Credits, LedgerKind.TopUp, order.GrossCents, new MovementNote(order.Reference, by.By)) is null) return false;
        var invoice = await invoices.IssueAsync(db, order, options.Seller!, now);
        audit.Add(db, order.Method == PaymentMethod.Card ? AuditAction.OrderPaidByCard : AuditAction.OrderConfirmed, by, order.AccountId, order.Reference, $"{Euro(order)}, {invoice.Number}");
        var texts = AppTexts.In(order.Language);
        outbox.Add(db, order.By, texts["order.paid_subject", invoice.Number], texts["order.paid_text", texts.Number(order.Credits), order.Reference], $"/account/orders/{order.Id}");
        await db.SaveChangesAsync();
        await write.CommitAsync();
        return true;
    }

    /// <summary>Ends a pending order without money.</summary>
    /// <param name="accountId">Whose it must be; null: anybody's, for the operator and the payment service.</param>
    /// <returns>False: it is not pending any more, or not theirs.</returns>
    public async Task<bool> CancelAsync(Guid id, Guid? accountId, Actor by)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var write = await db.BeginWriteAsync();
        var now = time.UtcNow();
        var cancelled = await db.CreditOrders.Where(o => o.Id == id && o.State == OrderState.Pending && (accountId == null || o.AccountId == accountId))
            .ExecuteUpdateAsync(s => s.SetProperty(o => o.State, OrderState.Cancelled).SetProperty(o => o.SettledAt, now).SetProperty(o => o.SettledBy, by.By));
        if (cancelled == 0) return false;
        var order = await db.CreditOrders.AsNoTracking().SingleAsync(o => o.Id == id);
        audit.Add(db, AuditAction.OrderCancelled, by, order.AccountId, order.Reference);
        await db.SaveChangesAsync();
        await write.CommitAsync();
        return true;
    }

    private static string Euro(CreditOrder order) => string.Create(CultureInfo.InvariantCulture, $"{order.GrossCents / 100m:0.00} EUR");

    /// <summary>Of all accounts, newest first, each with its account's address.</summary>
    public async Task<IReadOnlyList<(CreditOrder Order, string Account)>> ListAsync(string state)
    {
        await using var db = await databases.CreateDbContextAsync();
        var rows = await db.CreditOrders.AsNoTracking().Where(o => o.State == state)
            .Join(db.Accounts, o => o.AccountId, a => a.Id, (o, a) => new { Order = o, a.Email })
            .OrderByDescending(r => r.Order.CreatedAt).Take(BillingStore.MostShown).ToListAsync();
        return [.. rows.Select(r => (r.Order, r.Email))];
    }
}
