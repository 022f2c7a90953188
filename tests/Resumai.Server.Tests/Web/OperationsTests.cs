using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Resumai.Server.Accounts;
using Resumai.Server.Audit;
using Resumai.Server.Settings;
using Resumai.Server.Storage;
using Resumai.Server.Tests.Hosting;
using Resumai.Server.Web;
using Resumai.Server.Web.Access;

namespace Resumai.Server.Tests.Web;

/// <summary>What the operator sees of the work and of accounts, and what customers see of the operator.</summary>
public sealed class OperationsTests(OperationsTests.Server server) : IClassFixture<OperationsTests.Server>
{
    private readonly ResumaiApp _app = server.App;

    public sealed class Server : WebServer
    {
        protected override IEnumerable<(string Key, string Value)> Settings => [("AccessRequests:KeepDays", "30"), ("Mail:User", "postbox"), ("Mail:Password", "tr0ub4dor"), ("Audit:KeepDays", "90")];
    }

    [Fact]
    public async Task The_queue_is_seen_to_grow_without_reloading()
    {
        Browser.Require();
        var customer = await _app.AccountAsync(credits: 2);
        await using var boss = await SignInAsync(server.Operator);
        await boss.GoAsync("/admin/queue");
        var waiting = boss.Page.Locator("#waiting-live");
        var before = int.Parse(await waiting.InnerTextAsync());

        await customer.Http.AcceptedAsync(Documents.Pdf());
        await Assertions.Expect(waiting).ToHaveTextAsync($"{before + 1}", new LocatorAssertionsToHaveTextOptions { Timeout = 30_000 });
        await customer.Http.AcceptedAsync(Documents.Pdf());
        await Assertions.Expect(waiting).ToHaveTextAsync($"{before + 2}", new LocatorAssertionsToHaveTextOptions { Timeout = 30_000 });

        await boss.ReadsAsync("Nothing is being read.");
    }

    [Fact]
    public async Task Pages_that_look_again_and_again_go_on_when_the_database_was_away()
    {
        Browser.Require();
        var customer = await _app.AccountAsync(credits: 1);
        var id = await customer.Http.AcceptedAsync(Documents.Pdf());
        await using var boss = await SignInAsync(server.Operator);
        await using var visitor = await _app.VisitorAsync(customer);
        await boss.GoAsync("/admin/queue");
        await visitor.GoAsync($"/cvs/{id}");
        await visitor.ReadsAsync("In line");
        // What answers is alive.
        await visitor.Page.GetByLabel("New tag").FillAsync("watched");
        await visitor.ClickAsync("Add");
        await visitor.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Remove the tag watched" }).WaitForAsync();

        try
        {
            foreach (var table in (string[])["FROM assets", "FROM jobs"])
            {
                var before = TimesBlind();
                _app.Fault.FailsOn = table;
                await Eventually.TrueAsync(() => TimesBlind() > before);
                // Pages that an earlier visitor left without a word are kept for a while, and look too. Then all have said it once, and say it no more.
                await Task.Delay(TimeSpan.FromSeconds(5));
                var said = TimesBlind();
                await Task.Delay(TimeSpan.FromSeconds(5));
                TimesBlind().ShouldBe(said);
            }
        }
        finally
        {
            _app.Fault.FailsOn = null;
        }
        await _app.WriteAsync(async db =>
        {
            await db.Jobs.Where(j => j.AssetId == id).ExecuteDeleteAsync();
            return await db.Assets.Where(a => a.Id == id).ExecuteUpdateAsync(s => s.SetProperty(a => a.Status, AssetStatus.Failed).SetProperty(a => a.ErrorCode, "timed_out").SetProperty(a => a.ErrorMessage, "It took too long."));
        });

        await visitor.ReadsAsync("The operator of this server cannot see this document.");
        var waiting = boss.Page.Locator("#waiting-live");
        var inLine = await _app.ReadAsync(db => db.Jobs.CountAsync());
        await Assertions.Expect(waiting).ToHaveTextAsync($"{inLine}", new LocatorAssertionsToHaveTextOptions { Timeout = 30_000 });
        await (await _app.AccountAsync(credits: 1)).Http.AcceptedAsync(Documents.Pdf());
        await Assertions.Expect(waiting).ToHaveTextAsync($"{inLine + 1}", new LocatorAssertionsToHaveTextOptions { Timeout = 30_000 });
    }

    private int TimesBlind() => _app.Log.Text.Split("An open page cannot see what has changed").Length - 1;

    [Fact]
    public async Task A_failed_document_is_listed_with_its_reason_and_shown_only_while_its_customer_says_so()
    {
        Browser.Require();
        var customer = await _app.AccountAsync(credits: 1);
        var id = await customer.Http.AcceptedAsync(Documents.Pdf());
        await _app.WriteAsync(async db =>
        {
            await db.Jobs.Where(j => j.AssetId == id).ExecuteDeleteAsync();
            return await db.Assets.Where(a => a.Id == id).ExecuteUpdateAsync(s => s.SetProperty(a => a.Status, AssetStatus.Failed).SetProperty(a => a.ErrorCode, "timed_out").SetProperty(a => a.ErrorMessage, "It took too long."));
        });
        await using var boss = await SignInAsync(server.Operator);
        await using var visitor = await _app.VisitorAsync(customer);
        var (file, entry) = ($"/admin/failures/{id}/file", boss.Page.Locator(".block", new PageLocatorOptions { HasText = id.ToString() }));

        await boss.GoAsync("/admin/failures?code=timed_out");
        await Assertions.Expect(entry).ToContainTextAsync("The customer has not allowed it.");
        (await StatusAsync(boss, file)).ShouldBe(404);
        await visitor.GoAsync($"/cvs/{id}");
        await visitor.ClickAsync("Let them look for 7 days");
        await visitor.ReadsAsync("The operator may look at this document until");
        await boss.GoAsync("/admin/failures?code=timed_out");
        await Assertions.Expect(entry).ToContainTextAsync("allowed until");
        (await StatusAsync(boss, file)).ShouldBe(200);
        (await StatusAsync(visitor, file)).ShouldBe(404, "only the operator looks here");
        await visitor.ClickAsync("Withdraw");
        await visitor.ReadsAsync("The operator of this server cannot see this document.");
        (await StatusAsync(boss, file)).ShouldBe(404);

        (await ActionsAsync(customer.Id)).Where(a => a != AuditAction.SignedIn).ShouldBe([AuditAction.ConsentGiven, AuditAction.OperatorLooked, AuditAction.ConsentWithdrawn]);
    }

    [Fact]
    public async Task A_suspended_account_is_refused_with_its_keys_and_pages_told_why_and_let_in_again()
    {
        Browser.Require();
        var customer = await _app.AccountAsync();
        await using var boss = await SignInAsync(server.Operator);
        await using var visitor = await _app.VisitorAsync(customer);

        await boss.GoAsync($"/admin/accounts/{customer.Id}");
        await boss.Page.GetByText("Suspend this account").ClickAsync();
        await boss.Page.GetByLabel("Why it is suspended").FillAsync("Invoices are open");
        await boss.ClickAsync("Suspend");
        await boss.ReadsAsync("The account is suspended.");
        await (await customer.Http.GetAsync("account")).ShouldBeProblemAsync(403, "account_suspended");
        (await StatusAsync(visitor, "/cvs/export.csv")).ShouldBe(403);
        await visitor.GoAsync("/account/keys");
        await visitor.SeesAsync("This account is suspended");
        await visitor.ReadsAsync("Invoices are open");
        (await Axe.SeriousAsync(visitor.Page)).ShouldBeEmpty();

        await boss.ClickAsync("Lift the suspension");
        await boss.ReadsAsync("The suspension is lifted.");
        (await customer.Http.GetAsync("account")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await visitor.GoAsync("/account/keys");
        await visitor.SeesAsync("API keys");
        (await ActionsAsync(customer.Id)).Where(a => a != AuditAction.SignedIn).ShouldBe([AuditAction.Suspended, AuditAction.SuspensionLifted]);
    }

    [Fact]
    public async Task Who_operates_the_server_cannot_be_suspended()
    {
        (await _app.WriteAsync(db => _app.Services.GetRequiredService<Suspension>().SuspendAsync(db, server.OperatorAccount, "No", Actor.CommandLine))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_failed_sign_in_is_written_down_without_an_address_that_nobody_has_and_found_by_the_operator()
    {
        Browser.Require();
        var (email, account) = await _app.UserAsync();
        await using var visitor = await Visitor.ComeAsync(_app.Address);
        await visitor.SignInAsync("my-secret-by-mistake@people.example", "whatever it was");
        await visitor.ReadsAsync("Address and password do not go together");
        await visitor.SignInAsync(email, "wrong wrong wrong");
        await visitor.ReadsAsync("Address and password do not go together");
        await using var boss = await SignInAsync(server.Operator);

        await boss.GoAsync($"/admin/audit?action=sign_in_failed&q={email}");
        await Assertions.Expect(boss.Page.Locator("tbody tr")).ToHaveCountAsync(1);
        await Assertions.Expect(boss.Page.Locator("tbody tr")).ToContainTextAsync("127.0.0.1");

        (await ActionsAsync(account)).ShouldBe([AuditAction.SignInFailed]);
        (await _app.ReadAsync(db => db.AuditEntries.CountAsync(e => e.By.Contains("by-mistake")))).ShouldBe(0);
    }

    [Fact]
    public async Task Settings_are_seen_as_they_hold_and_secrets_are_not()
    {
        Browser.Require();
        await using var boss = await SignInAsync(server.Operator);

        await boss.GoAsync("/admin/settings");

        await Assertions.Expect(Row("AccessRequests:KeepDays")).ToContainTextAsync("30");
        await Assertions.Expect(Row("ParseHost:MemoryMegabytes")).ToContainTextAsync("1024");
        await Assertions.Expect(Row("Mail:Password")).ToContainTextAsync(EffectiveSettings.Masked);
        (await boss.Page.ContentAsync()).ShouldNotContain("tr0ub4dor");

        ILocator Row(string key) => boss.Page.Locator("tr", new PageLocatorOptions { Has = boss.Page.GetByText(key, new PageGetByTextOptions { Exact = true }) });
    }

    [Fact]
    public async Task The_operator_is_mailed_a_request_and_old_requests_and_entries_go()
    {
        var requests = _app.Services.GetRequiredService<AccessRequests>();
        await requests.SubmitAsync(AccessForms.Of("asks@people.example"), "en");
        (await _app.ReadAsync(db => db.Mails.CountAsync(m => m.To == server.Operator && m.Body.Contains("/admin/requests")))).ShouldBe(1);
        var now = _app.Time.GetUtcNow().UtcDateTime;
        await _app.WriteAsync(async db =>
        {
            foreach (var days in (int[])[89, 91])
            {
                db.AuditEntries.Add(new AuditEntry { Id = Guid.CreateVersion7(), At = now.AddDays(-days), By = $"aged{days}", Action = AuditAction.SignedIn });
            }
            foreach (var days in (int[])[29, 31])
            {
                db.AccessRequests.Add(new AccessRequest
                {
                    Id = Guid.CreateVersion7(), Name = "Ada", Email = $"aged{days}@people.example", Company = "Example", UseCase = "…", Volume = "more", Tooling = "", Language = "en",
                    CreatedAt = now.AddDays(-40), State = AccessState.Declined, DecidedAt = now.AddDays(-days),
                });
            }
            return await db.SaveChangesAsync();
        });

        await _app.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<WebSweep>().Single().SweepAsync(default);

        (await _app.ReadAsync(db => db.AuditEntries.Where(e => e.By.StartsWith("aged")).Select(e => e.By).ToListAsync())).ShouldBe(["aged89"]);
        (await _app.ReadAsync(db => db.AccessRequests.Where(r => r.Email.StartsWith("aged")).Select(r => r.Email).ToListAsync())).ShouldBe(["aged29@people.example"]);
    }

    private Task<List<string>> ActionsAsync(Guid account) => _app.ReadAsync(db => db.AuditEntries.Where(e => e.AccountId == account).OrderBy(e => e.Id).Select(e => e.Action).ToListAsync());

    private static Task<int> StatusAsync(Visitor visitor, string path) => visitor.Page.EvaluateAsync<int>("async path => (await fetch(path)).status", path);

    private async Task<Visitor> SignInAsync(string email)
    {
        var visitor = await Visitor.ComeAsync(_app.Address);
        await visitor.SignInAsync(email, WebUsers.Password);
        await visitor.SeesAsync("API keys");
        return visitor;
    }
}
