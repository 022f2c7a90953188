using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Resumai.Server.Accounts;
using Resumai.Server.Tests.Hosting;
using Resumai.Server.Web.Access;

namespace Resumai.Server.Tests.Web;

public sealed class AdminPagesTests(WebServer server) : IClassFixture<WebServer>
{
    private readonly ResumaiApp _app = server.App;

    [Fact]
    public async Task An_account_is_found_gets_limits_of_its_own_and_credits_move_with_a_reason_that_the_customer_sees()
    {
        Browser.Require();
        var (customer, id) = await _app.UserAsync(credits: 10);
        await using var boss = await SignInAsync(server.Operator);

        await boss.GoAsync($"/admin/accounts?q={customer[..(customer.IndexOf('@', StringComparison.Ordinal) + 1)].ToUpperInvariant()}");
        await boss.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = customer }).ClickAsync();
        await boss.SeesAsync(customer);
        await boss.Page.GetByLabel("Tier").SelectOptionAsync("paid");
        await boss.Page.GetByLabel("Requests a minute").FillAsync("7");
        await boss.ClickAsync("Set the limits");
        await boss.ReadsAsync("The limits hold from the next request on.");
        await boss.ReadsAsync("7 a minute, 1,000,000 a day");

        await boss.Page.GetByLabel("Credits to add").FillAsync("-11");
        await boss.Page.GetByLabel("Reason").FillAsync("Counted twice");
        await boss.ClickAsync("Change the credits");
        await boss.ReadsAsync("The account has fewer credits than that.");
        await boss.Page.GetByLabel("Credits to add").FillAsync("-4");
        await boss.ClickAsync("Change the credits");
        await boss.ReadsAsync("Credits changed by -4.");

        var account = await _app.ReadAsync(db => db.Accounts.SingleAsync(a => a.Id == id));
        (account.Tier, account.PerMinute, account.PerDay, account.Credits).ShouldBe(("paid", 7, null, 6));
        var entry = await _app.ReadAsync(db => db.Ledger.OrderByDescending(l => l.Id).FirstAsync(l => l.AccountId == id));
        (entry.Kind, entry.Credits, entry.Reason, entry.By).ShouldBe((LedgerKind.Adjustment, -4, "Counted twice", server.Operator));
        await using var visitor = await SignInAsync(customer);
        await visitor.GoAsync("/account/credits");
        await visitor.ReadsAsync("Counted twice");
    }

    [Fact]
    public async Task A_request_is_declined_with_a_reason_and_stands_with_the_decided()
    {
        Browser.Require();
        var email = "declined@people.example";
        await _app.Services.GetRequiredService<AccessRequests>().SubmitAsync(AccessForms.Of(email), "fr");
        await using var boss = await SignInAsync(server.Operator);

        await boss.GoAsync("/admin/requests");
        await boss.Page.GetByLabel("Reason").FillAsync("Pas encore.");
        await boss.ClickAsync("Decline Example Works");
        await boss.ReadsAsync($"{email}: Declined");
        await boss.ReadsAsync("No requests here.");
        await boss.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Declined" }).ClickAsync();
        await boss.ReadsAsync($"Declined by {server.Operator}");

        var mail = await _app.ReadAsync(db => db.Mails.SingleAsync(m => m.To == email));
        mail.Body.ShouldBe("Bonjour Ada Example,\n\nnous ne pouvons pas vous donner accès pour le moment :\n\nPas encore.\n");
    }

    [Fact]
    public async Task An_owner_sees_no_page_of_the_operator()
    {
        Browser.Require();
        var (owner, id) = await _app.UserAsync();
        await using var visitor = await SignInAsync(owner);

        foreach (var page in (string[])["/admin/requests", "/admin/accounts", $"/admin/accounts/{id}"])
        {
            (await visitor.Page.GotoAsync(page))!.Status.ShouldBe(404, page);
            await visitor.SeesAsync("Nothing here");
        }
    }

    private async Task<Visitor> SignInAsync(string email)
    {
        var visitor = await Visitor.ComeAsync(_app.Address);
        await visitor.SignInAsync(email, WebUsers.Password);
        await visitor.SeesAsync("API keys");
        return visitor;
    }
}
