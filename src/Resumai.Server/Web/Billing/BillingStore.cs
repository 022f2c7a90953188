using Microsoft.EntityFrameworkCore;
using Resumai.Server.Audit;
using Resumai.Server.Settings;
using Resumai.Server.Storage;

namespace Resumai.Server.Web.Billing;

/// <summary>Billing details, orders and invoices of one account, for its pages: none of another account is found here.</summary>
public sealed class BillingStore(IDbContextFactory<ServerDb> databases, AuditLog audit, TimeProvider time)
{
    /// <summary>Of an account's orders and invoices that are shown.</summary>
    public const int MostShown = 200;

    public async Task<BillingDetails?> DetailsAsync(Guid accountId)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.BillingDetails.AsNoTracking().SingleOrDefaultAsync(d => d.AccountId == accountId);
    }

    /// <param name="form">Without faults.</param>
    public async Task SaveAsync(Guid accountId, BillingForm form, Actor by)
    {
        var details = form.Details(accountId, by.By, time.UtcNow());
        await using var db = await databases.CreateDbContextAsync();
        await using var write = await db.BeginWriteAsync();
        // Locks the account's row: two who save at once come one after the other, and each is written down with what they changed.
        await db.Accounts.Where(a => a.Id == accountId).ExecuteUpdateAsync(s => s.SetProperty(a => a.Tier, a => a.Tier));
        var before = await db.BillingDetails.AsNoTracking().SingleOrDefaultAsync(d => d.AccountId == accountId);
        await db.Database.ExecuteSqlAsync($"INSERT INTO billing_details (account_id, name, street, postal_code, city, country, vat_number, \"by\", saved_at) VALUES ({details.AccountId}, {details.Name}, {details.Street}, {details.PostalCode}, {details.City}, {details.Country}, {details.VatNumber}, {details.By}, {details.SavedAt}) ON CONFLICT (account_id) DO UPDATE SET name = excluded.name, street = excluded.street, postal_code = excluded.postal_code, city = excluded.city, country = excluded.country, vat_number = excluded.vat_number, \"by\" = excluded.\"by\", saved_at = excluded.saved_at");
        // Which, not what: the log is kept longer than an address may be.
        audit.Add(db, AuditAction.BillingSaved, by, accountId, detail: string.Join(", ", Changed(before, details)));
        await db.SaveChangesAsync();
        await write.CommitAsync();
    }

    private static IEnumerable<string> Changed(BillingDetails? before, BillingDetails after)
    {
        if (before?.Name != after.Name) yield return "name";
        if ((before?.Street, before?.PostalCode, before?.City) != (after.Street, after.PostalCode, after.City)) yield return "address";
        if (before?.Country != after.Country) yield return "country";
        if (before?.VatNumber != after.VatNumber) yield return "vat_number";
    }

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<CreditOrder>> OrdersAsync(Guid accountId)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.CreditOrders.AsNoTracking().Where(o => o.AccountId == accountId).OrderByDescending(o => o.CreatedAt).ThenBy(o => o.Id).Take(MostShown).ToListAsync();
    }

    public async Task<CreditOrder?> OrderAsync(Guid accountId, Guid id)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.CreditOrders.AsNoTracking().SingleOrDefaultAsync(o => o.AccountId == accountId && o.Id == id);
    }

    /// <summary>Newest first, without their PDFs.</summary>
    /// <param name="accountId">Null: of all accounts, for the operator.</param>
    public async Task<IReadOnlyList<InvoiceLine>> InvoicesAsync(Guid? accountId)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Invoices.AsNoTracking().Where(i => accountId == null || i.AccountId == accountId).OrderByDescending(i => i.Id).Take(MostShown)
            .Select(i => new InvoiceLine(i.Id, i.OrderId, i.Number, i.IssuedAt, i.BuyerName, i.NetCents, i.VatCents, i.GrossCents)).ToListAsync();
    }
}

/// <summary>An invoice in a list.</summary>
public sealed record InvoiceLine(Guid Id, Guid OrderId, string Number, DateTime IssuedAt, string BuyerName, long NetCents, long VatCents, long GrossCents);
