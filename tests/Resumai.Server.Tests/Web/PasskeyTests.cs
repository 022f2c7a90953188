using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Resumai.Server.Audit;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Web;

/// <summary>Chromium's virtual authenticator (DevTools protocol, WebAuthn) stands for a device with a fingerprint reader.</summary>
public sealed class PasskeyTests(WebServer server) : IClassFixture<WebServer>
{
    private readonly ResumaiApp _app = server.App;

    [Fact]
    public async Task A_passkey_is_made_named_signs_in_past_the_second_step_and_opens_nothing_once_removed()
    {
        Browser.Require();
        var (email, account) = await _app.UserAsync();
        // Passkeys belong to a name, never to a number.
        await using var visitor = await Visitor.ComeAsync(new UriBuilder(_app.Address) { Host = "localhost" }.Uri);
        var device = await visitor.Context.NewCDPSessionAsync(visitor.Page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
        await visitor.SignInAsync(email, WebUsers.Password);
        await visitor.SeesAsync("API keys");

        await visitor.GoAsync("/account/security");
        (await Axe.SeriousAsync(visitor.Page)).ShouldBeEmpty();
        await visitor.Page.GetByLabel("Name of the passkey").FillAsync("Laptop");
        await visitor.ClickAsync("Add a passkey");
        await visitor.ReadsAsync("Added: Laptop");
        await SignOutAsync(visitor);
        await visitor.ClickAsync("Sign in with a passkey");
        await visitor.SeesAsync("API keys");

        await visitor.GoAsync("/account/security");
        await visitor.ClickAsync("Remove the passkey Laptop");
        await visitor.ReadsAsync("Removed: Laptop");
        await SignOutAsync(visitor);
        await visitor.ClickAsync("Sign in with a passkey");
        await visitor.ReadsAsync("This passkey does not open anything here");

        var entries = await _app.ReadAsync(db => db.AuditEntries.Where(e => e.AccountId == account).OrderBy(e => e.Id).Select(e => new { e.Action, e.By, e.Detail, e.Address }).ToListAsync());
        entries.Select(e => e.Action).ShouldBe([AuditAction.SignedIn, AuditAction.PasskeyAdded, AuditAction.SignedIn, AuditAction.PasskeyRemoved]);
        entries.ShouldAllBe(e => e.By == email && e.Address != null);
        entries[2].Detail.ShouldBe("passkey");
    }

    [Fact]
    public async Task What_a_browser_needs_is_given_to_no_other_site_and_a_made_up_answer_opens_nothing()
    {
        using var http = new HttpClient { BaseAddress = _app.Address };

        (await http.PostAsync("/passkeys/sign-in", null)).StatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest);
        (await http.PostAsync("/passkeys/new", null)).StatusCode.ShouldBe(System.Net.HttpStatusCode.Unauthorized);
        Browser.Require();
        await using var visitor = await Visitor.ComeAsync(_app.Address);
        await visitor.GoAsync("/sign-in");
        await visitor.Page.EvaluateAsync("document.querySelector('input[name=\"Shown.Credential\"]').value = '{\"id\":\"AAAA\",\"type\":\"public-key\",\"response\":{}}'");
        await visitor.ClickAsync("Sign in with a passkey");
        await visitor.ReadsAsync("This passkey does not open anything here");
    }

    private static async Task SignOutAsync(Visitor visitor)
    {
        await visitor.Context.ClearCookiesAsync();
        await visitor.GoAsync("/sign-in");
    }
}
