using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Resumai.Server.Tests.Hosting;
using Resumai.Server.Web.Users;

namespace Resumai.Server.Tests.Web;

public sealed class SignInTests
{
    [Fact]
    public async Task The_first_link_makes_the_operator_once_and_until_then_no_other_page_answers()
    {
        Browser.Require();
        await using var app = await ResumaiApp.StartAsync(adjust: Workers.None);
        var link = await app.WriteAsync(db => app.Services.GetRequiredService<Invitations>().ForFirstOperatorAsync(db));
        await using var visitor = await Visitor.ComeAsync(app.Address);

        await visitor.GoAsync("/sign-in");
        await visitor.SeesAsync("Nobody operates this server yet");
        await visitor.GoAsync(link);
        await visitor.Page.GetByLabel("E-mail address").FillAsync("op@house.example");
        await visitor.Page.GetByLabel("Password").FillAsync("short");
        await visitor.ClickAsync("Begin");
        await visitor.ReadsAsync("At least 12 characters.");
        await visitor.Page.GetByLabel("Password").FillAsync(WebUsers.Password);
        await visitor.ClickAsync("Begin");
        await visitor.SeesAsync("Security");
        await visitor.GoAsync("/admin/outbox");
        await visitor.SeesAsync("Outbox");

        await visitor.GoAsync(link);
        await visitor.SeesAsync("This link is no longer valid");
    }

    [Fact]
    public async Task A_second_step_is_turned_on_asked_for_and_a_recovery_code_works_once()
    {
        Browser.Require();
        await using var app = await ResumaiApp.StartAsync(adjust: Workers.None);
        var (email, _) = await app.UserAsync(isOperator: true);
        await using var visitor = await Visitor.ComeAsync(app.Address);

        await visitor.SignInAsync(email, "wrong wrong wrong");
        await visitor.ReadsAsync("Address and password do not go together");
        await visitor.SignInAsync(email, WebUsers.Password);
        await visitor.SeesAsync("API keys");
        await visitor.GoAsync("/account/security");
        var secret = await visitor.Page.Locator(".key code").InnerTextAsync();
        await visitor.Page.GetByLabel("Code", new PageGetByLabelOptions { Exact = true }).FillAsync(TotpOf(secret, app.Time.GetUtcNow()));
        await visitor.ClickAsync("Turn on");
        await visitor.ReadsAsync("The second step is on.");
        var recovery = await visitor.Page.GetByRole(AriaRole.List, new PageGetByRoleOptions { Name = "Recovery codes" }).Locator("code").First.InnerTextAsync();

        foreach (var (code, works) in (IEnumerable<(string, bool)>)[("000000", false), (recovery, true), (recovery, false), (TotpOf(secret, app.Time.GetUtcNow()), true)])
        {
            await visitor.Context.ClearCookiesAsync();
            await visitor.SignInAsync(email, WebUsers.Password);
            await visitor.SeesAsync("Second step");
            await visitor.Page.GetByLabel("Code", new PageGetByLabelOptions { Exact = true }).FillAsync(code);
            await visitor.ClickAsync("Sign in");
            if (works) await visitor.SeesAsync("API keys");
            else await visitor.ReadsAsync("This code is not right");
        }
    }

    [Fact]
    public async Task A_forgotten_password_is_set_anew_by_the_mail_that_the_operator_finds_in_the_outbox()
    {
        Browser.Require();
        await using var app = await ResumaiApp.StartAsync(adjust: Workers.None);
        var (boss, _) = await app.UserAsync(isOperator: true);
        var (email, _) = await app.UserAsync();
        await using var visitor = await Visitor.ComeAsync(app.Address);
        await using var operatorOfServer = await Visitor.ComeAsync(app.Address);

        foreach (var address in (string[])["nobody@people.example", email])
        {
            await visitor.GoAsync("/forgotten-password");
            await visitor.Page.GetByLabel("E-mail address").FillAsync(address);
            await visitor.ClickAsync("Send the link");
            await visitor.ReadsAsync("a mail is on its way");
        }
        await operatorOfServer.SignInAsync(boss, WebUsers.Password);
        await operatorOfServer.SeesAsync("API keys");
        await operatorOfServer.GoAsync("/admin/outbox");
        await operatorOfServer.Page.GetByText("Show the text").ClickAsync();
        var text = await operatorOfServer.Page.Locator("pre.mail").InnerTextAsync();
        await visitor.GoAsync(new Uri(text.Split('\n').Last(l => l.StartsWith("http", StringComparison.Ordinal))).PathAndQuery);
        await visitor.Page.GetByLabel("New password").FillAsync("another good phrase");
        await visitor.ClickAsync("Set the password");
        await visitor.ReadsAsync("Your new password holds now.");

        await visitor.SignInAsync(email, "another good phrase");
        await visitor.SeesAsync("API keys");
        await visitor.Page.GetByLabel($"Signed in as {email}").ClickAsync();
        await visitor.ClickAsync("Sign out");
        await visitor.SeesAsync("CVs in, structured records out");
        await visitor.GoAsync("/account/keys");
        await visitor.SeesAsync("Sign in");
    }

    /// <summary>RFC 6238 with SHA-1, six digits and 30 seconds, as authenticators count.</summary>
    private static string TotpOf(string secret, DateTimeOffset at)
    {
        const string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(secret.Replace(" ", "", StringComparison.Ordinal).Select(c => Convert.ToString(letters.IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var key = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var counter = BitConverter.GetBytes(System.Net.IPAddress.HostToNetworkOrder(at.ToUnixTimeSeconds() / 30));
#pragma warning disable CA5350 // What authenticators use.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xf;
        var number = ((hash[offset] & 0x7f) << 24) | (hash[offset + 1] << 16) | (hash[offset + 2] << 8) | hash[offset + 3];
        return (number % 1_000_000).ToString("000000");
    }
}
