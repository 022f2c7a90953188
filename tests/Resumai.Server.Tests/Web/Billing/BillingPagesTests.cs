using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Resumai.Server.Storage;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Web.Billing;

public sealed class BillingPagesTests(BillingPagesTests.Selling server) : IClassFixture<BillingPagesTests.Selling>
{
    public sealed class Selling : WebServer
    {
        protected override IEnumerable<(string Key, string Value)> Settings => BillingTestSettings.Bank;
    }

    private readonly ResumaiApp _app = server.App;

    [Fact]
    public async Task Credits_are_ordered_by_bank_transfer_confirmed_by_the_operator_and_the_invoice_is_the_customers_alone()
    {
        Browser.Require();
        var (customer, account) = await _app.UserAsync();
        await using var visitor = await Visitor.ComeAsync(_app.Address);
        await visitor.SignInAsync(customer, WebUsers.Password);
        await visitor.SeesAsync("API keys");
        await visitor.GoAsync("/account/top-up");
        await visitor.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Fill in billing details" }).ClickAsync();
        await visitor.SeesAsync("Billing");
        await visitor.Page.GetByLabel("Company or name").FillAsync("Ada Example SARL");
        await visitor.Page.GetByLabel("Street and number").FillAsync("1 rue de l’Exemple");
        await visitor.Page.GetByLabel("City").FillAsync("Paris");
        await visitor.Page.GetByLabel("Country").SelectOptionAsync("FR");
        await visitor.Page.GetByLabel("VAT number").FillAsync("DE123456789");
        await visitor.ClickAsync("Save");
        await visitor.ReadsAsync("This cannot be a VAT number of this country.");
        await visitor.Page.GetByLabel("VAT number").FillAsync("FR 12 345678901");
        await visitor.ClickAsync("Save");
        await visitor.ReadsAsync("Your billing details hold for orders from now on.");

        await visitor.GoAsync("/account/top-up");
        await visitor.ReadsAsync("Reverse charge");
        await visitor.ClickAsync("Order with obligation to pay");
        await visitor.ReadsAsync("DE89 3704 0044 0532 0130 00");
        var reference = await visitor.Page.Locator("#reference").InnerTextAsync();
        var order = new Uri(visitor.Page.Url).AbsolutePath;

        await using var boss = await Visitor.ComeAsync(_app.Address);
        await boss.SignInAsync(server.Operator, WebUsers.Password);
        await boss.SeesAsync("API keys");
        await boss.GoAsync("/admin/orders");
        await boss.ClickAsync($"The money has arrived: {reference}");
        await boss.ClickAsync("The money has arrived");
        await boss.ReadsAsync($"{reference}: Paid.");

        await visitor.GoAsync(order);
        await visitor.ReadsAsync("Your transfer has arrived.");
        var invoice = await visitor.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "(PDF)" }).GetAttributeAsync("href");
        (await _app.ReadAsync(db => db.Accounts.SingleAsync(a => a.Id == account))).Credits.ShouldBe(1_000);
        using var own = await WebClient.SignInAsync(_app, customer);
        var file = await own.GetAsync(invoice!);
        (file.StatusCode, file.Content.Headers.ContentType!.MediaType).ShouldBe((HttpStatusCode.OK, "application/pdf"));

        var (member, _) = await _app.UserAsync(UserRole.Member, accountId: account);
        var (billing, _) = await _app.UserAsync(UserRole.Billing, accountId: account);
        var (stranger, _) = await _app.UserAsync();
        foreach (var (email, status) in (IEnumerable<(string, HttpStatusCode)>)[(member, HttpStatusCode.NotFound), (stranger, HttpStatusCode.NotFound), (billing, HttpStatusCode.OK)])
        {
            using var other = await WebClient.SignInAsync(_app, email);
            (await other.GetAsync(invoice!)).StatusCode.ShouldBe(status, email);
            (await other.GetAsync(invoice!.Replace("/account/", "/admin/", StringComparison.Ordinal))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            if (status == HttpStatusCode.OK) continue;
            (await (await other.GetAsync(order)).Content.ReadAsStringAsync()).ShouldNotContain(reference);
        }
    }

    [Fact]
    public async Task An_order_needs_the_token_of_our_page_and_a_pack_and_a_way_to_pay_that_are_offered()
    {
        var (email, account) = await _app.UserAsync();
        using var client = await WebClient.SignInAsync(_app, email);

        foreach (var (pack, method) in ((string, string)[])[("999", "bank_transfer"), ("1000", "card"), ("1000", "cash")])
        {
            var sent = await client.PostAsync("/account/credits", "/account/orders", ("order", Guid.CreateVersion7().ToString()), ("pack", pack), ("method", method));
            sent.Headers.Location!.ToString().ShouldBe("/account/top-up");
        }
        var forged = await client.PostAsync("/healthz", "/account/orders", ("order", Guid.CreateVersion7().ToString()), ("pack", "1000"), ("method", "bank_transfer"));

        forged.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await forged.Content.ReadAsStringAsync()).ShouldContain("This form is out of date");
        (await _app.ReadAsync(db => db.CreditOrders.CountAsync(o => o.AccountId == account))).ShouldBe(0);
    }
}
