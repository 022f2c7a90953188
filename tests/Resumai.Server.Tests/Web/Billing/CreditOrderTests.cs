using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Resumai.Server.Accounts;
using Resumai.Server.Audit;
using Resumai.Server.Storage;
using Resumai.Server.Tests.Hosting;
using Resumai.Server.Web.Billing;
using Resumai.Server.Web.Site;

namespace Resumai.Server.Tests.Web.Billing;

public abstract class CreditOrderTests(Engine engine) : EngineTests(engine)
{
    private static readonly CreditPack Pack = new(1_000, 9_000);

    public sealed class OnSqlite() : CreditOrderTests(Engine.Sqlite);

    public sealed class OnPostgres() : CreditOrderTests(Engine.Postgres);

    [Fact]
    public async Task However_many_confirm_at_once_orders_are_credited_once_and_invoices_are_numbered_without_gaps()
    {
        await using var app = await StartAsync(BillingTestSettings.Bank, Workers.None);
        var account = await app.AccountAsync();
        var (store, orders) = (app.Services.GetRequiredService<BillingStore>(), app.Services.GetRequiredService<CreditOrders>());
        var (buyer, boss) = (BillingTestSettings.Buyer, BillingTestSettings.Boss);
        (await orders.PlaceAsync(account.Id, Guid.CreateVersion7(), Pack, PaymentMethod.BankTransfer, "en", buyer)).ShouldBeNull("nobody to make an invoice out to");
        await store.SaveAsync(account.Id, BillingTestSettings.Form(), buyer);
        await store.SaveAsync(account.Id, BillingTestSettings.Form("FR", "FR12345678901"), buyer);
        var ids = Enumerable.Range(0, 4).Select(_ => Guid.CreateVersion7()).ToList();
        foreach (var id in ids) (await orders.PlaceAsync(account.Id, id, Pack, PaymentMethod.BankTransfer, "fr", buyer))!.GrossCents.ShouldBe(9_000);
        (await orders.PlaceAsync(account.Id, ids[0], Pack, PaymentMethod.BankTransfer, "fr", buyer))!.Id.ShouldBe(ids[0], "the same form again");

        // The fault comes when the number is taken already: it must be given back.
        app.Fault.FailsOn = "INSERT INTO invoices";
        await Should.ThrowAsync<Exception>(() => orders.ConfirmAsync(ids[0], boss));
        app.Fault.FailsOn = null;
        (await account.CreditsAsync()).ShouldBe(0);
        var confirmed = await Task.WhenAll(ids.Take(3).SelectMany(id => Enumerable.Range(0, 4).Select(n => Task.Run(() => orders.ConfirmAsync(id, boss with { By = $"boss{n}@house.example" })))));
        (await orders.CancelAsync(ids[0], accountId: null, boss)).ShouldBeFalse();
        (await orders.CancelAsync(ids[3], Guid.CreateVersion7(), buyer with { By = "other@people.example" })).ShouldBeFalse("of another account");
        (await orders.CancelAsync(ids[3], account.Id, buyer)).ShouldBeTrue();
        (await orders.ConfirmAsync(ids[3], boss)).ShouldBeFalse();

        confirmed.Count(done => done).ShouldBe(3);
        (await account.CreditsAsync()).ShouldBe(3_000);
        (await account.LedgerSumAsync()).ShouldBe(3_000);
        var ledger = await app.ReadAsync(db => db.Ledger.Where(l => l.AccountId == account.Id).ToListAsync());
        ledger.ShouldAllBe(l => l.Kind == LedgerKind.TopUp && l.AmountEurCents == 9_000 && l.Reason!.StartsWith("RSM-", StringComparison.Ordinal));
        var invoices = await store.InvoicesAsync(account.Id);
        invoices.Select(i => i.Number[5..]).Order().ShouldBe(["000001", "000002", "000003"]);
        invoices.ShouldAllBe(i => i.VatCents == 0 && i.GrossCents == 9_000);
        (await store.InvoicesAsync(Guid.CreateVersion7())).ShouldBeEmpty();
        (await app.ReadAsync(db => db.Mails.CountAsync(m => m.To == buyer.By && m.Subject.StartsWith("Votre facture")))).ShouldBe(3);
    }

    [Fact]
    public async Task What_becomes_of_orders_and_billing_details_is_written_down_with_the_deed_or_not_done()
    {
        await using var app = await StartAsync(BillingTestSettings.Bank, Workers.None);
        var account = await app.AccountAsync();
        var (store, orders) = (app.Services.GetRequiredService<BillingStore>(), app.Services.GetRequiredService<CreditOrders>());
        var (buyer, boss) = (BillingTestSettings.Buyer, BillingTestSettings.Boss);
        await store.SaveAsync(account.Id, BillingTestSettings.Form(), buyer);
        await store.SaveAsync(account.Id, BillingTestSettings.Form("FR", "FR12345678901"), buyer);
        var (paid, cancelled) = ((await PlaceAsync())!, (await PlaceAsync())!);
        await orders.ConfirmAsync(paid.Id, boss);
        await orders.ConfirmAsync(paid.Id, boss);
        await orders.CancelAsync(cancelled.Id, account.Id, buyer);
        await orders.CancelAsync(cancelled.Id, account.Id, buyer);
        await orders.PlaceAsync(account.Id, paid.Id, Pack, PaymentMethod.BankTransfer, "en", buyer);
        var invoice = (await store.InvoicesAsync(account.Id)).Single().Number;

        var written = await app.AuditOfAsync(account.Id);
        app.Fault.FailsOn = "INSERT INTO audit_log";
        await Should.ThrowAsync<Exception>(() => store.SaveAsync(account.Id, BillingTestSettings.Form(), buyer));
        await Should.ThrowAsync<Exception>(PlaceAsync);
        app.Fault.FailsOn = null;
        var open = (await PlaceAsync())!;
        app.Fault.FailsOn = "INSERT INTO audit_log";
        await Should.ThrowAsync<Exception>(() => orders.ConfirmAsync(open.Id, boss));
        await Should.ThrowAsync<Exception>(() => orders.CancelAsync(open.Id, accountId: null, boss));
        app.Fault.FailsOn = null;

        written.ShouldBe(
        [
            (AuditAction.BillingSaved, buyer.By, buyer.Address, null, "name, address, country"),
            (AuditAction.BillingSaved, buyer.By, buyer.Address, null, "country, vat_number"),
            (AuditAction.OrderMade, buyer.By, buyer.Address, paid.Reference, "1000 credits, 90.00 EUR, bank_transfer"),
            (AuditAction.OrderMade, buyer.By, buyer.Address, cancelled.Reference, "1000 credits, 90.00 EUR, bank_transfer"),
            (AuditAction.OrderConfirmed, boss.By, boss.Address, paid.Reference, $"90.00 EUR, {invoice}"),
            (AuditAction.OrderCancelled, buyer.By, buyer.Address, cancelled.Reference, null),
        ], ignoreOrder: true);
        (await store.DetailsAsync(account.Id))!.Country.ShouldBe("FR");
        (await store.OrdersAsync(account.Id)).Select(o => o.State).Order().ShouldBe([OrderState.Cancelled, OrderState.Paid, OrderState.Pending]);
        (await account.CreditsAsync()).ShouldBe(1_000);

        Task<CreditOrder?> PlaceAsync() => orders.PlaceAsync(account.Id, Guid.CreateVersion7(), Pack, PaymentMethod.BankTransfer, "en", buyer);
    }

    [Fact]
    public async Task The_database_refuses_to_change_or_delete_an_invoice()
    {
        await using var app = await StartAsync(BillingTestSettings.Bank, Workers.None);
        var account = await app.AccountAsync();
        var orders = app.Services.GetRequiredService<CreditOrders>();
        var (buyer, boss) = (BillingTestSettings.Buyer, BillingTestSettings.Boss);
        await app.Services.GetRequiredService<BillingStore>().SaveAsync(account.Id, BillingTestSettings.Form(), buyer);
        var order = (await orders.PlaceAsync(account.Id, Guid.CreateVersion7(), Pack, PaymentMethod.BankTransfer, "de", buyer))!;
        (order.VatCents, order.GrossCents).ShouldBe((1_710, 10_710));
        await orders.ConfirmAsync(order.Id, boss);

        await Should.ThrowAsync<System.Data.Common.DbException>(() => app.WriteAsync(db => db.Invoices.ExecuteUpdateAsync(s => s.SetProperty(i => i.BuyerName, "Somebody else"))));
        await Should.ThrowAsync<System.Data.Common.DbException>(() => app.WriteAsync(db => db.Invoices.ExecuteDeleteAsync()));

        (await app.ReadAsync(db => db.Invoices.SingleAsync())).BuyerName.ShouldBe("Ada Example GmbH");
    }
}
