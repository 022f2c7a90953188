using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Resumai.Server.Audit;
using Resumai.Server.Settings;
using Resumai.Server.RateLimits;
using Resumai.Server.Storage;
using Resumai.Server.Tests.Data;
using Resumai.Server.Tests.Hosting;
using Resumai.Server.Tests.Web.Billing;
using Resumai.Server.Web.Billing;
using Resumai.Server.Web.Closing;
using Resumai.Server.Web.Site;

namespace Resumai.Server.Tests.Web.Closing;

public abstract class AccountClosingTests(Engine engine) : EngineTests(engine)
{
    public sealed class OnSqlite() : AccountClosingTests(Engine.Sqlite);

    public sealed class OnPostgres() : AccountClosingTests(Engine.Postgres);

    [Fact]
    public async Task A_closed_account_ends_at_once_and_leaves_nothing_but_its_invoices()
    {
        await using var app = await StartAsync(BillingTestSettings.Bank, Workers.None);
        await app.UserAsync(isOperator: true);
        var account = await app.AccountAsync(credits: 5);
        var other = await app.AccountAsync(credits: 5);
        var (owner, _) = await app.UserAsync(accountId: account.Id);
        await app.UserAsync(UserRole.Member, accountId: account.Id);
        var asset = await account.Http.AcceptedAsync(Documents.Pdf());
        await other.Http.AcceptedAsync(Documents.Pdf());
        await app.SeedAsync(account, [People.Zoe]);
        var orders = app.Services.GetRequiredService<CreditOrders>();
        await app.Services.GetRequiredService<BillingStore>().SaveAsync(account.Id, BillingTestSettings.Form(), BillingTestSettings.Buyer);
        var pending = "";
        foreach (var isPaid in (bool[])[true, false])
        {
            var order = await orders.PlaceAsync(account.Id, Guid.CreateVersion7(), new CreditPack(1_000, 9_000), PaymentMethod.BankTransfer, "en", BillingTestSettings.Buyer with { By = owner });
            if (isPaid) await orders.ConfirmAsync(order!.Id, BillingTestSettings.Boss);
            else pending = order!.Reference;
        }
        using var client = await WebClient.SignInAsync(app, owner);
        await app.WriteAsync(db =>
        {
            db.AccountConsents.Add(new AccountConsent { AccountId = account.Id, By = owner, GivenAt = app.Time.UtcNow(), Until = app.Time.UtcNow().AddDays(7) });
            return db.SaveChangesAsync();
        });

        var refused = await client.PostAsync("/account/close", "/account/close", ("_handler", "close"), ("Given.Password", "something else"), ("Given.IsSure", "true"));
        (await refused.Content.ReadAsStringAsync()).ShouldContain("The current password is not right.");
        (await account.Http.GetAsync("account")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var closed = await client.PostAsync("/account/close", "/account/close", ("_handler", "close"), ("Given.Password", WebUsers.Password), ("Given.IsSure", "true"));

        closed.Headers.Location!.ToString().ShouldEndWith("/closed");
        (await account.Http.GetAsync("account")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await client.GetAsync("/account/keys")).StatusCode.ShouldBe(HttpStatusCode.Redirect, "signed out");
        await app.Services.GetServices<IHostedService>().OfType<ClosedAccounts>().Single().EraseAsync(default);
        // Requests of the last second are counted after it.
        await app.Services.GetServices<IHostedService>().OfType<CounterWriting>().Single().WriteAsync();
        (await app.AuditOfAsync(account.Id)).Where(e => e.Action is AuditAction.OrderCancelled or AuditAction.AccountClosed)
            .ShouldBe([(AuditAction.OrderCancelled, owner, "127.0.0.1", pending, null), (AuditAction.AccountClosed, owner, "127.0.0.1", null, null)], ignoreOrder: true);

        await using var db = await app.Services.GetRequiredService<IDbContextFactory<ServerDb>>().CreateDbContextAsync();
        foreach (var left in (IEnumerable<(string What, int Rows)>)
        [
            ("accounts", await db.Accounts.CountAsync(a => a.Id == account.Id)), ("keys", await db.ApiKeys.CountAsync(k => k.AccountId == account.Id)),
            ("ledger", await db.Ledger.CountAsync(l => l.AccountId == account.Id)), ("days", await db.DayCounts.CountAsync(d => d.AccountId == account.Id)),
            ("endpoints", await db.EndpointCounts.CountAsync(c => c.AccountId == account.Id)), ("idempotency", await db.Idempotency.CountAsync(i => i.AccountId == account.Id)),
            ("assets", await db.Assets.CountAsync(a => a.AccountId == account.Id)), ("tags", await db.AssetTags.CountAsync(t => t.AccountId == account.Id)),
            ("jobs", await db.Jobs.CountAsync(j => j.AccountId == account.Id)), ("masters", await db.Masters.CountAsync(m => m.AccountId == account.Id)),
            ("display", await db.DisplayRows.CountAsync(r => r.AccountId == account.Id)), ("users", await db.Users.CountAsync(u => u.AccountId == account.Id)),
            ("details", await db.BillingDetails.CountAsync(d => d.AccountId == account.Id)), ("orders", await db.CreditOrders.CountAsync(o => o.AccountId == account.Id)),
            ("consents", await db.AccountConsents.CountAsync(c => c.AccountId == account.Id)), ("mails but one", await db.Mails.CountAsync(m => m.To == owner) - 1),
        ]) left.Rows.ShouldBe(0, left.What);
        Directory.EnumerateFiles(app.DataFolder, $"*{asset}*", SearchOption.AllDirectories).ShouldBeEmpty();
        (await db.Invoices.CountAsync(i => i.AccountId == account.Id)).ShouldBe(1);
        (await db.Assets.CountAsync(a => a.AccountId == other.Id)).ShouldBe(1);
        (await other.CreditsAsync()).ShouldBe(4);
    }

    [Fact]
    public async Task The_account_of_the_operator_is_not_closed()
    {
        await using var app = await StartAsync(adjust: Workers.None);
        var (boss, account) = await app.UserAsync(isOperator: true);
        using var client = await WebClient.SignInAsync(app, boss);

        var refused = await client.PostAsync("/account/close", "/account/close", ("_handler", "close"), ("Given.Password", WebUsers.Password), ("Given.IsSure", "true"));

        (await refused.Content.ReadAsStringAsync()).ShouldContain("account: without it nobody could run the server.");
        (await app.ReadAsync(db => db.Users.CountAsync(u => u.AccountId == account))).ShouldBe(1);
    }

    [Fact]
    public async Task Old_mails_are_erased_and_those_that_wait_are_not()
    {
        await using var app = await StartAsync([("Mail:KeepDays", "7")], Workers.None);
        var now = app.Time.UtcNow();
        await app.WriteAsync(db =>
        {
            foreach (var (days, next) in ((int, DateTime?)[])[(8, null), (6, null), (8, now)])
                db.Mails.Add(new Mail { Id = Guid.CreateVersion7(), To = $"{days}@people.example", Subject = "s", Body = "b", CreatedAt = now.AddDays(-days), NextAttemptAt = next });
            return db.SaveChangesAsync();
        });

        await app.Services.GetServices<IHostedService>().OfType<Resumai.Server.Web.Mails.MailErasure>().Single().EraseAsync(default);

        (await app.ReadAsync(db => db.Mails.OrderBy(m => m.CreatedAt).Select(m => m.NextAttemptAt != null).ToListAsync())).ShouldBe([true, false]);
    }
}
