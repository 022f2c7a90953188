using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Resumai.Server.ApiKeys;
using Resumai.Server.Audit;
using Resumai.Server.Storage;
using Resumai.Server.Tests.Hosting;
using Resumai.Server.Web.Pages.Account;

namespace Resumai.Server.Tests.Web;

public sealed class KeysTests(WebServer server) : IClassFixture<WebServer>
{
    private readonly ResumaiApp _app = server.App;

    [Fact]
    public async Task A_key_is_made_shown_once_works_is_replaced_and_revoked()
    {
        Browser.Require();
        var (email, _) = await _app.UserAsync();
        await using var visitor = await Visitor.ComeAsync(_app.Address);
        await visitor.SignInAsync(email, WebUsers.Password);
        await visitor.SeesAsync("API keys");
        await visitor.ReadsAsync("No keys yet.");

        await visitor.ClickAsync("New key");
        await visitor.Page.GetByLabel("Name").FillAsync("import");
        await visitor.Page.GetByLabel("files:write").UncheckAsync();
        await visitor.Page.GetByLabel("Ends").SelectOptionAsync("90");
        await visitor.ClickAsync("Make the key");
        var first = await visitor.Page.Locator("#new-key").InnerTextAsync();

        (await _app.Client(first).GetAsync("account")).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var form = new MultipartFormDataContent();
        await (await _app.Client(first).PostAsync("files/upload", form)).ShouldBeProblemAsync(403, "insufficient_scope");
        await visitor.ClickAsync("I have it");
        await visitor.GoAsync("/account/keys");
        (await visitor.Page.ContentAsync()).ShouldNotContain(first);

        await visitor.ClickAsync("Replace import");
        await visitor.ClickAsync("Replace");
        await Assertions.Expect(visitor.Page.Locator("#new-key")).Not.ToHaveTextAsync(first);
        var second = await visitor.Page.Locator("#new-key").InnerTextAsync();
        foreach (var key in (string[])[first, second]) (await _app.Client(key).GetAsync("account")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await visitor.Page.GetByRole(AriaRole.Row).Filter(new LocatorFilterOptions { HasText = second[..13] }).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Revoke import" }).ClickAsync();
        await visitor.ClickAsync("Revoke");
        await visitor.ReadsAsync("Revoked");
        (await _app.Client(second).GetAsync("account")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await _app.Client(first).GetAsync("account")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Keys_of_another_account_are_neither_seen_nor_replaced_nor_revoked()
    {
        var (_, mine) = await _app.UserAsync();
        var other = await _app.AccountAsync();
        var keys = _app.Services.GetRequiredService<AccountKeys>();

        (await keys.ListAsync(mine)).ShouldBeEmpty();
        (await keys.RotateAsync(mine, other.KeyId, TimeSpan.Zero, Actor.CommandLine)).ShouldBeNull();
        (await keys.RevokeAsync(mine, other.KeyId, Actor.CommandLine)).ShouldBeFalse();
        (await other.Http.GetAsync("account")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_member_sees_neither_keys_nor_credits_and_only_the_operator_the_outbox()
    {
        Browser.Require();
        var (owner, account) = await _app.UserAsync();
        var (member, _) = await _app.UserAsync(UserRole.Member, accountId: account);

        foreach (var (email, pages) in (IEnumerable<(string, string[])>)[(owner, ["/admin/outbox"]), (member, ["/admin/outbox", "/account/keys", "/account/credits"])])
        {
            await using var visitor = await Visitor.ComeAsync(_app.Address);
            await visitor.SignInAsync(email, WebUsers.Password);
            await visitor.Page.WaitForURLAsync(url => !url.EndsWith("/sign-in", StringComparison.Ordinal));
            foreach (var page in pages)
            {
                (await visitor.Page.GotoAsync(page))!.Status.ShouldBe(404, page);
                await visitor.SeesAsync("Nothing here");
            }
        }
    }
}
