using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Resumai.Server.Audit;
using Resumai.Server.Storage;
using Resumai.Server.Tests.Hosting;
using Resumai.Server.Web.Billing;

namespace Resumai.Server.Tests.Web.Billing;

public sealed class StripeTests : IAsyncLifetime
{
    private StripeServer _stripe = null!;
    private ResumaiApp _app = null!;
    private string _buyer = "";
    private Guid _account;

    public async ValueTask InitializeAsync()
    {
        _stripe = await StripeServer.StartAsync();
        _app = await ResumaiApp.StartAsync([.. BillingTestSettings.Bank, .. _stripe.Settings], Workers.None);
        await _app.UserAsync(isOperator: true);
        (_buyer, _account) = await _app.UserAsync();
        await _app.Services.GetRequiredService<BillingStore>().SaveAsync(_account, BillingTestSettings.Form(), BillingTestSettings.Buyer);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _stripe.DisposeAsync();
    }

    [Fact]
    public async Task An_order_leads_to_stripes_page_and_is_credited_once_however_often_and_late_stripe_tells_of_it()
    {
        using var client = await WebClient.SignInAsync(_app, _buyer);
        var order = Guid.CreateVersion7();
        HttpResponseMessage sent = null!;
        for (var i = 0; i < 2; i++) sent = await client.PostAsync("/account/top-up", "/account/orders", ("order", order.ToString()), ("pack", "1000"), ("method", "card"));

        sent.Headers.Location!.ToString().ShouldStartWith($"{_stripe.Address}/c/pay/");
        var asked = _stripe.Sessions.Values.ShouldHaveSingleItem();
        (asked["client_reference_id"], asked["line_items[0][price_data][unit_amount]"], asked["line_items[0][price_data][currency]"]).ShouldBe((order.ToString(), "10710", "eur"));
        (await client.GetAsync("/account/top-up")).Header("Content-Security-Policy")!.ShouldContain($"form-action 'self' {_stripe.Address};");
        (await CreditsAsync()).ShouldBe(0, "coming back from the page says nothing of money");

        (await TellAsync("checkout.session.completed", order, secret: "whsec_other")).ShouldBe(HttpStatusCode.BadRequest);
        (await TellAsync("checkout.session.completed", order, age: TimeSpan.FromMinutes(6))).ShouldBe(HttpStatusCode.BadRequest);
        (await TellAsync("checkout.session.completed", order, status: "unpaid")).ShouldBe(HttpStatusCode.OK);
        (await TellAsync("checkout.session.completed", order, cents: 1)).ShouldBe(HttpStatusCode.OK);
        (await CreditsAsync()).ShouldBe(0);

        var told = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => TellAsync("checkout.session.completed", order)));
        told.ShouldAllBe(status => status == HttpStatusCode.OK);
        (await TellAsync("checkout.session.expired", order)).ShouldBe(HttpStatusCode.OK);
        (await CreditsAsync()).ShouldBe(1_000);
        (await _app.ReadAsync(db => db.Ledger.SingleAsync(l => l.AccountId == _account))).AmountEurCents.ShouldBe(10_710);
        (await _app.ReadAsync(db => db.Invoices.CountAsync(i => i.AccountId == _account))).ShouldBe(1);
        var reference = await _app.ReadAsync(db => db.CreditOrders.Where(o => o.Id == order).Select(o => o.Reference).SingleAsync());
        (await _app.AuditOfAsync(_account)).Where(e => e.Subject == reference).Select(e => (e.Action, e.By, e.Address, e.Detail![..10])).ShouldBe(
            [(AuditAction.OrderMade, _buyer, "127.0.0.1", "1000 credi"), (AuditAction.OrderPaidByCard, "Stripe", "127.0.0.1", "107.10 EUR")], ignoreOrder: true);
    }

    [Fact]
    public async Task Money_that_comes_after_the_order_was_given_up_is_credited_and_an_expired_page_ends_the_order()
    {
        using var client = await WebClient.SignInAsync(_app, _buyer);
        var (late, never) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        foreach (var order in (Guid[])[late, never]) await client.PostAsync("/account/top-up", "/account/orders", ("order", order.ToString()), ("pack", "1000"), ("method", "card"));

        (await client.PostAsync($"/account/orders/{late}", $"/account/orders/{late}/cancel")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await TellAsync("checkout.session.async_payment_succeeded", late);
        await TellAsync("checkout.session.expired", never, status: "unpaid");

        (await CreditsAsync()).ShouldBe(1_000);
        (await _app.ReadAsync(db => db.CreditOrders.SingleAsync(o => o.Id == late))).State.ShouldBe(OrderState.Paid);
        (await _app.ReadAsync(db => db.CreditOrders.SingleAsync(o => o.Id == never))).State.ShouldBe(OrderState.Cancelled);
        (await _app.AuditOfAsync(_account)).Where(e => e.Subject is not null).Select(e => (e.Action, e.By)).ShouldBe(
            [(AuditAction.OrderMade, _buyer), (AuditAction.OrderMade, _buyer), (AuditAction.OrderCancelled, _buyer), (AuditAction.OrderPaidByCard, "Stripe"), (AuditAction.OrderCancelled, "Stripe")], ignoreOrder: true);
    }

    [Fact]
    public async Task When_stripe_does_not_answer_the_order_ends_and_the_page_says_so()
    {
        _stripe.IsBroken = true;
        using var client = await WebClient.SignInAsync(_app, _buyer);

        var sent = await client.PostAsync("/account/top-up", "/account/orders", ("order", Guid.CreateVersion7().ToString()), ("pack", "1000"), ("method", "card"));

        sent.Headers.Location!.ToString().ShouldBe("/account/top-up?refused=card");
        (await (await client.GetAsync("/account/top-up?refused=card")).Content.ReadAsStringAsync()).ShouldContain("The payment page could not be opened.");
        (await _app.ReadAsync(db => db.CreditOrders.SingleAsync())).State.ShouldBe(OrderState.Cancelled);
    }

    [Fact]
    public async Task A_browser_goes_from_the_form_to_the_page_of_stripe()
    {
        Browser.Require();
        // Not a visitor: this one may leave for another host.
        var context = await (await Browser.SharedAsync()).NewContextAsync(new BrowserNewContextOptions { BaseURL = _app.Address.ToString(), Locale = "en" });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in?return=/account/top-up");
        await page.GetByLabel("E-mail address").FillAsync(_buyer);
        await page.GetByLabel("Password").FillAsync(WebUsers.Password);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign in", Exact = true }).ClickAsync();
        await page.GetByLabel("10,000 Resumai credits").CheckAsync();
        await page.GetByLabel("Card").CheckAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Order with obligation to pay" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Pay by card" })).ToBeVisibleAsync();
        _stripe.Sessions.Values.ShouldHaveSingleItem()["line_items[0][price_data][unit_amount]"].ShouldBe("83300");
        await context.DisposeAsync();
    }

    private Task<long> CreditsAsync() => _app.ReadAsync(db => db.Accounts.Where(a => a.Id == _account).Select(a => a.Credits).SingleAsync());

    /// <summary>Calls the server as Stripe does, signed.</summary>
    private async Task<HttpStatusCode> TellAsync(string type, Guid order, string status = "paid", long cents = 10_710, string secret = StripeServer.Secret, TimeSpan age = default)
    {
        var body = JsonSerializer.Serialize(new
        {
            id = $"evt_{Guid.NewGuid():N}",
            @object = "event",
            type,
            data = new { @object = new { id = $"cs_test_{order}", @object = "checkout.session", client_reference_id = order.ToString(), payment_status = status, amount_total = cents, currency = "eur" } },
        });
        var time = (_app.Time.GetUtcNow() - age).ToUnixTimeSeconds();
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}.{body}")));
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_app.Address, "/webhooks/stripe")) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Stripe-Signature", $"t={time},v1={new string('0', 64)},v1={signature}");
        return (await http.SendAsync(request)).StatusCode;
    }
}
