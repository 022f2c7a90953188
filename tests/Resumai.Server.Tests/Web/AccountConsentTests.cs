using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Resumai.Server.ApiKeys;
using Resumai.Server.Assets;
using Resumai.Server.Audit;
using Resumai.Server.Storage;
using Resumai.Server.Tests.Hosting;
using Resumai.Server.Web.Pages.Admin.Operations;
using Resumai.Server.Web.Users;

namespace Resumai.Server.Tests.Web;

/// <summary>An owner lets the operator look at all that failed.</summary>
public abstract class AccountConsentTests(Engine engine) : EngineTests(engine)
{
    public sealed class OnSqlite() : AccountConsentTests(Engine.Sqlite);

    public sealed class OnPostgres() : AccountConsentTests(Engine.Postgres);

    [Fact]
    public async Task It_holds_for_failed_documents_of_the_account_alone_and_ends_by_itself_or_when_an_owner_says_so()
    {
        await using var app = await StartAsync(adjust: Workers.None);
        var consents = app.Services.GetRequiredService<AccountConsents>();
        var (boss, _) = await app.UserAsync(isOperator: true);
        var (customer, stranger) = (await app.AccountAsync(credits: 9), await app.AccountAsync(credits: 9));
        var (owner, member) = (await SignedInAsync(app, customer, UserRole.Owner), await SignedInAsync(app, customer, UserRole.Member));
        var (failed, read, gone, theirs) = (await FailedAsync(app, customer), await customer.Http.AcceptedAsync(Documents.Pdf()), await FailedAsync(app, customer), await FailedAsync(app, stranger));
        await using (var db = await app.Services.GetRequiredService<IDbContextFactory<ServerDb>>().CreateDbContextAsync())
            (await app.Services.GetRequiredService<UndoableDeletion>().DeleteAsync(db, customer.Id, KeyEnvironment.Live, gone, default)).ShouldNotBeNull();
        using var looking = await WebClient.SignInAsync(app, boss);

        (await SeesAsync(failed)).ShouldBeFalse("nobody has allowed it");
        (await consents.SetAsync(member with { Role = UserRole.Owner }, isGiven: true, From(member))).ShouldBeFalse("the session may say what it likes");
        (await SeesAsync(failed)).ShouldBeFalse();
        (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => consents.SetAsync(owner, isGiven: true, From(owner)))))).ShouldAllBe(done => done);
        (await SeesAsync(failed)).ShouldBeTrue();
        var later = await FailedAsync(app, customer);
        (await SeesAsync(later)).ShouldBeTrue("it failed meanwhile");
        foreach (var (id, why) in (IEnumerable<(Guid, string)>)[(read, "it did not fail"), (gone, "it is deleted"), (theirs, "of another account")]) (await SeesAsync(id)).ShouldBeFalse(why);
        var listed = (await app.Services.GetRequiredService<FailedDocuments>().ListAsync(code: null, after: null)).Documents;
        listed.Where(d => d.Filename is not null).Select(d => d.AssetId).ShouldBe([failed, later], ignoreOrder: true);
        listed.Select(d => d.AssetId).ShouldNotContain(gone);

        await consents.SetAsync(owner, isGiven: false, From(owner));
        await consents.SetAsync(owner, isGiven: false, From(owner));
        (await SeesAsync(failed)).ShouldBeFalse("withdrawn");
        await consents.SetAsync(owner, isGiven: true, From(owner));
        app.Fault.FailsOn = "INSERT INTO audit_log";
        await Should.ThrowAsync<Exception>(() => consents.SetAsync(owner, isGiven: false, From(owner)));
        app.Fault.FailsOn = null;
        (await SeesAsync(failed)).ShouldBeTrue("what cannot be written down is not done");
        app.Time.Advance(FailedDocuments.ConsentLife);
        (await consents.FindAsync(customer.Id)).Consent.ShouldBeNull();
        using (var again = await WebClient.SignInAsync(app, boss)) (await again.GetAsync(FailedDocuments.FilePathOf(failed))).StatusCode.ShouldBe(HttpStatusCode.NotFound, "seven days are over");

        var (_, looks) = await consents.FindAsync(customer.Id);
        looks.Select(l => l.AssetId).ShouldBe([failed, failed, later], ignoreOrder: true);
        looks.ShouldAllBe(l => l.Filename == "cv.pdf");
        var written = await app.AuditOfAsync(customer.Id);
        written.Count(e => e.Action == AuditAction.ConsentGiven && e.Subject == null && e.By == owner.Email && e.Detail!.StartsWith("all failed documents, until ")).ShouldBe(5);
        written.Count(e => e is (AuditAction.ConsentWithdrawn, _, _, null, "all failed documents")).ShouldBe(1);
        written.Count(e => e.Action == AuditAction.OperatorLooked && e.By == boss).ShouldBe(3);

        async Task<bool> SeesAsync(Guid id) => (await looking.GetAsync(FailedDocuments.FilePathOf(id))).StatusCode == HttpStatusCode.OK;
    }

    internal static async Task<Guid> FailedAsync(ResumaiApp app, TestAccount account)
    {
        var id = await account.Http.AcceptedAsync(Documents.Pdf());
        await app.WriteAsync(async db =>
        {
            await db.Jobs.Where(j => j.AssetId == id).ExecuteDeleteAsync();
            return await db.Assets.Where(a => a.Id == id).ExecuteUpdateAsync(s => s.SetProperty(a => a.Status, AssetStatus.Failed).SetProperty(a => a.ErrorCode, "timed_out").SetProperty(a => a.ErrorMessage, "It took too long."));
        });
        return id;
    }

    private static Actor From(SignedIn user) => new(user.Email, "192.0.2.9");

    private static async Task<SignedIn> SignedInAsync(ResumaiApp app, TestAccount account, string role)
    {
        var (email, _) = await app.UserAsync(role, accountId: account.Id);
        return await app.ReadAsync(db => db.Users.Where(u => u.Email == email).Select(u => new SignedIn(u.Id, u.AccountId, email, role, false)).SingleAsync());
    }
}

public sealed class SupportPageTests(WebServer server) : IClassFixture<WebServer>
{
    [Fact]
    public async Task An_owner_allows_it_sees_each_look_and_withdraws_it()
    {
        Browser.Require();
        var customer = await server.App.AccountAsync(credits: 1);
        var id = await AccountConsentTests.FailedAsync(server.App, customer);
        await using var visitor = await server.App.VisitorAsync(customer);
        await using var boss = await Visitor.ComeAsync(server.App.Address);
        await boss.SignInAsync(server.Operator, WebUsers.Password);
        await boss.SeesAsync("API keys");
        var entry = boss.Page.Locator(".block", new PageLocatorOptions { HasText = id.ToString() });

        await visitor.GoAsync("/account/support");
        await visitor.ReadsAsync("The operator may not look at the documents of this account.");
        await visitor.ClickAsync("Let them look for 7 days");
        await visitor.ReadsAsync("the operator may look at documents of this account that failed.");
        await boss.GoAsync("/admin/failures");
        await Assertions.Expect(entry).ToContainTextAsync("allowed until");
        await boss.Page.RunAndWaitForDownloadAsync(() => entry.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "cv.pdf" }).ClickAsync());
        await visitor.GoAsync("/account/support");
        await Assertions.Expect(visitor.Page.Locator("tbody tr").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "cv.pdf" })).ToHaveAttributeAsync("href", $"/cvs/{id}");
        await visitor.ClickAsync("Withdraw");
        await visitor.ReadsAsync("The operator may not look at the documents of this account.");
        await boss.GoAsync("/admin/failures");
        await Assertions.Expect(entry).ToContainTextAsync("The customer has not allowed it.");
    }
}
