using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Resumai.Server.Audit;
using Resumai.Server.Storage;
using Resumai.Server.Tests.Hosting;
using Resumai.Server.Web.Team;
using Resumai.Server.Web.Users;

namespace Resumai.Server.Tests.Web.Team;

public abstract class AccountPeopleTests(Engine engine) : EngineTests(engine)
{
    public sealed class OnSqlite() : AccountPeopleTests(Engine.Sqlite);

    public sealed class OnPostgres() : AccountPeopleTests(Engine.Postgres);

    [Fact]
    public async Task Owners_who_remove_each_other_at_once_leave_one_and_only_owners_change_people()
    {
        await using var app = await StartAsync(adjust: Workers.None);
        var people = app.Services.GetRequiredService<AccountPeople>();
        var (first, account) = await app.UserAsync();
        var (second, _) = await app.UserAsync(accountId: account);
        var (member, _) = await app.UserAsync(UserRole.Member, accountId: account);
        var (stranger, _) = await app.UserAsync();
        var (a, b, c, s) = (await AsAsync(app, first), await AsAsync(app, second), await AsAsync(app, member), await AsAsync(app, stranger));

        (await people.SetRoleAsync(c, a.UserId, UserRole.Viewer, From(c))).ShouldBe(PeopleChange.NotAllowed);
        (await people.RemoveAsync(c with { Role = UserRole.Owner }, a.UserId, From(c))).ShouldBe(PeopleChange.NotAllowed, "the session may say what it likes");
        (await people.SetRoleAsync(a, s.UserId, UserRole.Viewer, From(a))).ShouldBe(PeopleChange.Gone, "of another account");
        var results = await Task.WhenAll(Task.Run(() => people.RemoveAsync(a, b.UserId, From(a))), Task.Run(() => people.SetRoleAsync(b, a.UserId, UserRole.Viewer, From(b))));

        results.Count(r => r == PeopleChange.Done).ShouldBe(1);
        var owner = await app.ReadAsync(db => db.Users.SingleAsync(u => u.AccountId == account && u.Role == UserRole.Owner));
        var last = await AsAsync(app, owner.Email!);
        (await people.RemoveAsync(last, last.UserId, From(last))).ShouldBe(PeopleChange.LastOwner);
        (await people.SetRoleAsync(last, last.UserId, UserRole.Member, From(last))).ShouldBe(PeopleChange.LastOwner);
        (await people.RemoveAsync(last, c.UserId, From(last))).ShouldBe(PeopleChange.Done);
        (await app.AuditOfAsync(account)).Count.ShouldBe(2, "nothing is written down of what was refused");
    }

    [Fact]
    public async Task An_invitation_is_mailed_replaced_withdrawn_and_gives_the_role()
    {
        await using var app = await StartAsync(adjust: Workers.None);
        var people = app.Services.GetRequiredService<AccountPeople>();
        var (email, account) = await app.UserAsync();
        var owner = await AsAsync(app, email);

        (await people.InviteAsync(owner, email, UserRole.Member, "en", From(owner))).ShouldBe(PeopleChange.AddressTaken);
        foreach (var role in (string[])[UserRole.Member, UserRole.Viewer]) (await people.InviteAsync(owner, "New@people.example", role, "pl", From(owner))).ShouldBe(PeopleChange.Done);
        var invited = (await people.ListAsync(account)).Invited.ShouldHaveSingleItem();
        (invited.Email, invited.Role).ShouldBe(("new@people.example", UserRole.Viewer));
        var mails = await app.ReadAsync(db => db.Mails.Where(m => m.To == "new@people.example").OrderBy(m => m.Id).ToListAsync());
        mails.ShouldAllBe(m => m.Subject == "Zaproszenie do Resumai" && m.Body.Contains(email));

        (await AcceptAsync(app, mails[0])).ShouldBeFalse("another took its place");
        (await AcceptAsync(app, mails[1])).ShouldBeTrue();
        (await app.ReadAsync(db => db.Users.SingleAsync(u => u.Email == "new@people.example"))).Role.ShouldBe(UserRole.Viewer);
        await people.InviteAsync(owner, "never@people.example", UserRole.Billing, "en", From(owner));
        (await people.WithdrawAsync(owner, (await people.ListAsync(account)).Invited.Single().Id, From(owner))).ShouldBe(PeopleChange.Done);
        (await AcceptAsync(app, await app.ReadAsync(db => db.Mails.SingleAsync(m => m.To == "never@people.example")))).ShouldBeFalse();
    }

    [Fact]
    public async Task Changes_of_people_are_written_down_with_the_deed_or_not_done()
    {
        await using var app = await StartAsync(adjust: Workers.None);
        var people = app.Services.GetRequiredService<AccountPeople>();
        var (email, account) = await app.UserAsync();
        var (other, _) = await app.UserAsync(UserRole.Member, accountId: account);
        var (owner, member) = (await AsAsync(app, email), await AsAsync(app, other));
        await people.InviteAsync(owner, "New@people.example", UserRole.Billing, "en", From(owner));
        var invitation = (await people.ListAsync(account)).Invited.Single().Id;

        app.Fault.FailsOn = "INSERT INTO audit_log";
        await Should.ThrowAsync<Exception>(() => people.InviteAsync(owner, "other@people.example", UserRole.Viewer, "en", From(owner)));
        await Should.ThrowAsync<Exception>(() => people.WithdrawAsync(owner, invitation, From(owner)));
        await Should.ThrowAsync<Exception>(() => people.SetRoleAsync(owner, member.UserId, UserRole.Viewer, From(owner)));
        await Should.ThrowAsync<Exception>(() => people.RemoveAsync(owner, member.UserId, From(owner)));
        app.Fault.FailsOn = null;
        var (staying, invited) = await people.ListAsync(account);
        staying.Select(p => p.Role).Order().ShouldBe([UserRole.Member, UserRole.Owner]);
        invited.Single().Id.ShouldBe(invitation);
        await people.WithdrawAsync(owner, invitation, From(owner));
        await people.SetRoleAsync(owner, member.UserId, UserRole.Viewer, From(owner));
        await people.RemoveAsync(owner, member.UserId, From(owner));

        (await app.AuditOfAsync(account)).ShouldBe(
        [
            (AuditAction.Invited, email, "192.0.2.9", "new@people.example", UserRole.Billing),
            (AuditAction.InvitationWithdrawn, email, "192.0.2.9", "new@people.example", null),
            (AuditAction.RoleChanged, email, "192.0.2.9", other, "member → viewer"),
            (AuditAction.MemberRemoved, email, "192.0.2.9", other, UserRole.Viewer),
        ], ignoreOrder: true);
    }

    [Fact]
    public async Task Who_joins_in_which_role_is_written_down_with_the_deed_or_they_do_not_join()
    {
        await using var app = await StartAsync(adjust: Workers.None);
        var people = app.Services.GetRequiredService<AccountPeople>();
        var (email, account) = await app.UserAsync();
        var owner = await AsAsync(app, email);
        await people.InviteAsync(owner, "New@people.example", UserRole.Billing, "en", From(owner));
        var mail = await app.ReadAsync(db => db.Mails.SingleAsync(m => m.To == "new@people.example"));

        app.Fault.FailsOn = "INSERT INTO audit_log";
        await Should.ThrowAsync<Exception>(() => AcceptAsync(app, mail));
        app.Fault.FailsOn = null;
        (await app.ReadAsync(db => db.Users.CountAsync(u => u.AccountId == account))).ShouldBe(1);
        (await AcceptAsync(app, mail, password: "short")).ShouldBeFalse();
        (await AcceptAsync(app, mail)).ShouldBeTrue("the link was not used up");
        (await AcceptAsync(app, mail)).ShouldBeFalse();

        (await app.AuditOfAsync(account)).Where(e => e.Action != AuditAction.Invited)
            .ShouldBe([(AuditAction.InvitationAccepted, "new@people.example", "192.0.2.7", "new@people.example", UserRole.Billing)]);
    }

    private static Actor From(SignedIn user) => new(user.Email, "192.0.2.9");

    private static async Task<SignedIn> AsAsync(ResumaiApp app, string email)
    {
        var user = await app.ReadAsync(db => db.Users.SingleAsync(u => u.Email == email));
        return new SignedIn(user.Id, user.AccountId, email, user.Role, IsOperator: false);
    }

    private static async Task<bool> AcceptAsync(ResumaiApp app, Mail mail, string password = WebUsers.Password)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        return (await services.GetRequiredService<Invitations>().AcceptAsync(services.GetRequiredService<ServerDb>(), services.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<User>>(),
            mail.Body.Trim().Split('/')[^1], mail.To, password, "en", "192.0.2.7"))?.User is not null;
    }
}

public sealed class RoleTests(WebServer server) : IClassFixture<WebServer>
{
    private static readonly string[] Pages = ["/cvs", "/cvs/deleted", "/upload", "/account/keys", "/account/credits", "/account/top-up", "/account/billing", "/account/usage", "/account/team", "/account/support", "/account/close"];

    [Theory]
    [InlineData(UserRole.Owner, "/cvs /cvs/deleted /upload /account/keys /account/credits /account/top-up /account/billing /account/usage /account/team /account/support /account/close")]
    [InlineData(UserRole.Member, "/cvs /cvs/deleted /upload")]
    [InlineData(UserRole.Viewer, "/cvs")]
    [InlineData(UserRole.Billing, "/account/credits /account/top-up /account/billing /account/usage")]
    public async Task Each_role_reaches_its_pages_and_no_others(string role, string allowed)
    {
        var (_, account) = await server.App.UserAsync();
        var (email, _) = await server.App.UserAsync(role, accountId: account);
        using var client = await WebClient.SignInAsync(server.App, email);

        var reached = new List<string>();
        foreach (var page in Pages) if ((await client.GetAsync(page)).StatusCode == HttpStatusCode.OK) reached.Add(page);

        reached.ShouldBe(allowed.Split(' '));
        (await client.GetAsync("/")).Headers.Location!.ToString().ShouldEndWith(role switch { UserRole.Owner => "/account/keys", UserRole.Billing => "/account/credits", _ => "/cvs" });
        var export = await client.GetAsync("/cvs/export.csv");
        export.StatusCode.ShouldBe(role == UserRole.Billing ? HttpStatusCode.NotFound : HttpStatusCode.OK);
        var upload = await client.PostAsync("/account/security", "/uploads");
        upload.StatusCode.ShouldBe(role is UserRole.Owner or UserRole.Member ? HttpStatusCode.BadRequest : HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_looks_at_an_account_of_the_operator_is_no_operator()
    {
        var (email, _) = await server.App.UserAsync(UserRole.Viewer, accountId: server.OperatorAccount);
        using var client = await WebClient.SignInAsync(server.App, email);

        foreach (var page in (string[])["/admin/requests", "/admin/accounts", "/admin/orders", "/admin/outbox"]) (await client.GetAsync(page)).StatusCode.ShouldBe(HttpStatusCode.NotFound, page);
    }

    [Fact]
    public async Task An_owner_invites_and_changes_people_in_the_browser_and_a_viewer_finds_nothing_to_change_a_cv_with()
    {
        Browser.Require();
        var (owner, account) = await server.App.UserAsync();
        var (other, _) = await server.App.UserAsync(UserRole.Member, accountId: account);
        var cv = (await server.App.SeedAsync(account, [CvCorrectionTests.Ada]))[0];
        await using var visitor = await Visitor.ComeAsync(server.App.Address);
        await visitor.SignInAsync(owner, WebUsers.Password);
        await visitor.SeesAsync("API keys");
        await visitor.GoAsync("/account/team");
        await visitor.Page.GetByLabel("E-mail address").FillAsync("guest@people.example");
        await visitor.ClickAsync("Send the invitation");
        await visitor.ReadsAsync("guest@people.example gets a link by mail");
        await visitor.Page.GetByLabel($"Role of {other}").SelectOptionAsync(UserRole.Viewer);
        await visitor.ReadsAsync($"{other} is Viewer now");
        await visitor.Page.GetByLabel($"Role of {owner}").SelectOptionAsync(UserRole.Member);
        await visitor.ReadsAsync("The account needs an owner");
        await using var boss = await Visitor.ComeAsync(server.App.Address);
        await boss.SignInAsync(server.Operator, WebUsers.Password);
        await boss.SeesAsync("API keys");
        await boss.GoAsync($"/admin/audit?action={AuditAction.RoleChanged}&q={other}");
        foreach (var text in (string[])["Role changed", owner, "member → viewer", "127.0.0.1"]) await Microsoft.Playwright.Assertions.Expect(boss.Page.Locator("tbody tr")).ToContainTextAsync(text);

        await using var viewer = await Visitor.ComeAsync(server.App.Address);
        await viewer.SignInAsync(other, WebUsers.Password);
        await viewer.SeesAsync("CVs");
        await viewer.ReadsAsync("1 CV");
        await viewer.GoAsync($"/cvs/{cv}");
        (await viewer.Page.GetByRole(Microsoft.Playwright.AriaRole.Button).AllInnerTextsAsync()).ShouldAllBe(text => text == "Print" || text.Length == 0 || text.Contains("Sign out") || text.Contains("appearance") || Resumai.Server.Web.Texts.Language.All.Any(l => l.Name == text));
    }
}
