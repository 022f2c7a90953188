using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Resumai.Server.Accounts;
using Resumai.Server.Audit;
using Resumai.Server.Storage;
using Resumai.Server.Tests.Hosting;
using Resumai.Server.Web.Access;

namespace Resumai.Server.Tests.Web;

public abstract class AccessRequestTests(Engine engine) : EngineTests(engine)
{
    public sealed class OnSqlite() : AccessRequestTests(Engine.Sqlite);

    public sealed class OnPostgres() : AccessRequestTests(Engine.Postgres);

    [Fact]
    public async Task An_address_has_one_open_request_and_of_operators_who_decide_at_once_one_does()
    {
        await using var app = await StartAsync(adjust: Workers.None);
        var requests = app.Services.GetRequiredService<AccessRequests>();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(n => requests.SubmitAsync(AccessForms.Of(n % 2 == 0 ? "dev@people.example" : "Dev@People.Example"), "de")));
        var request = (await requests.ListAsync(AccessState.Open)).ShouldHaveSingleItem();

        var decisions = await Task.WhenAll(
            requests.ApproveAsync(request.Id, Tier.Paid, 250, new Actor("one@house.example", null)), requests.DeclineAsync(request.Id, "Not now.", new Actor("two@house.example", null)),
            requests.ApproveAsync(request.Id, Tier.Free, 10, new Actor("three@house.example", null)));

        decisions.Count(d => d == AccessDecision.Done).ShouldBe(1);
        decisions.Count(d => d == AccessDecision.TooLate).ShouldBe(2);
        (await app.ReadAsync(db => db.Mails.CountAsync())).ShouldBe(1);
        (await app.ReadAsync(db => db.Accounts.CountAsync())).ShouldBe(decisions[1] == AccessDecision.Done ? 0 : 1);
        (await app.ReadAsync(db => db.Mails.SingleAsync())).Subject.ShouldBe(decisions[1] == AccessDecision.Done ? "Ihre Anfrage an Resumai" : "Ihr Zugang zu Resumai");
    }

    [Fact]
    public async Task An_address_with_an_account_is_not_approved_and_its_request_stays_open()
    {
        await using var app = await StartAsync(adjust: Workers.None);
        var requests = app.Services.GetRequiredService<AccessRequests>();
        var account = await app.AccountAsync(credits: 5);
        await requests.SubmitAsync(AccessForms.Of(account.Email), "en");
        var request = (await requests.ListAsync(AccessState.Open)).Single();

        (await requests.ApproveAsync(request.Id, Tier.Paid, 100, new Actor("one@house.example", null))).ShouldBe(AccessDecision.AddressTaken);

        (await requests.ListAsync(AccessState.Open)).ShouldHaveSingleItem().DecidedBy.ShouldBeNull();
        (await app.ReadAsync(db => db.Accounts.SingleAsync(a => a.Id == account.Id))).Credits.ShouldBe(5);
        (await requests.DeclineAsync(request.Id, "You have one.", new Actor("one@house.example", null))).ShouldBe(AccessDecision.Done);
        (await app.ReadAsync(db => db.Mails.SingleAsync())).Body.ShouldContain("You have one.");
    }
}
