using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Resumai.Server.Accounts;
using Resumai.Server.ApiKeys;
using Resumai.Server.Storage;
using Resumai.Server.Tests.Data;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Storage;

/// <summary>Two servers on one database, each with queue, turns and counters of its own: only the database keeps them apart.</summary>
public abstract class TwoServersTests(Engine engine) : EngineTests(engine)
{
    public sealed class OnSqlite() : TwoServersTests(Engine.Sqlite);

    public sealed class OnPostgres() : TwoServersTests(Engine.Postgres);

    [Fact]
    public async Task The_same_bytes_sent_to_both_make_one_asset_and_one_charge()
    {
        await using var first = await StartAsync(adjust: Workers.None);
        await using var second = await first.BesideAsync();
        var account = await first.AccountAsync(credits: 50);
        var other = second.Client(account.Key);

        for (var round = 1; round <= 10; round++)
        {
            var file = Documents.Pdf();
            var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => (i % 2 == 0 ? account.Http : other).UploadAsync(file)));
            answers.Select(a => (int)a.StatusCode).Order().ShouldBe([202, 409, 409, 409, 409, 409]);
            (await account.CreditsAsync()).ShouldBe(50 - round);
        }
        (await account.LedgerSumAsync()).ShouldBe(40);
    }

    [Fact]
    public async Task The_same_idempotency_key_sent_to_both_has_one_effect_and_one_answer()
    {
        await using var first = await StartAsync(adjust: Workers.None);
        await using var second = await first.BesideAsync();
        var account = await first.AccountAsync(credits: 50);
        var other = second.Client(account.Key);

        for (var round = 1; round <= 10; round++)
        {
            var file = Documents.Pdf();
            var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => (i % 2 == 0 ? account.Http : other).UploadAsync(file, $"round-{round}")));
            answers.ShouldAllBe(a => (int)a.StatusCode == 202);
            (await Task.WhenAll(answers.Select(a => a.Content.ReadAsStringAsync()))).Distinct().Count().ShouldBe(1);
            answers.Count(a => a.Header("Idempotent-Replayed") == "true").ShouldBe(5);
            (await account.CreditsAsync()).ShouldBe(50 - round);
        }
    }

    [Fact]
    public async Task With_twenty_credits_exactly_twenty_of_fifty_uploads_to_both_succeed()
    {
        await using var first = await StartAsync(adjust: Workers.None);
        await using var second = await first.BesideAsync();
        var account = await first.AccountAsync(credits: 20);
        var other = second.Client(account.Key);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => (i % 2 == 0 ? account.Http : other).UploadAsync(Documents.Pdf())));

        answers.CountBy(r => (int)r.StatusCode).OrderBy(p => p.Key).ShouldBe([new(202, 20), new(402, 30)]);
        (await account.CreditsAsync()).ShouldBe(0);
        (await account.LedgerSumAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_credit_comes_back_once_and_a_key_has_one_successor_whichever_server_is_asked()
    {
        await using var first = await StartAsync(adjust: Workers.None);
        await using var second = await first.BesideAsync();
        var account = await first.AccountAsync(credits: 1);
        var id = await account.Http.AcceptedAsync(Documents.Pdf());
        ResumaiApp[] servers = [first, second];

        var refunds = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => servers[i % 2].WriteAsync(db =>
            servers[i % 2].Services.GetRequiredService<Wallet>().RefundAsync(db, account.Id, id)))));
        var rotations = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => servers[i % 2].WriteAsync(db =>
            servers[i % 2].Services.GetRequiredService<KeyIssuer>().RotateAsync(db, account.KeyId, TimeSpan.Zero)))));
        var openings = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => servers[i % 2].WriteAsync(db =>
            servers[i % 2].Services.GetRequiredService<AccountOpening>().OpenAsync(db, "one@test.example", Tier.Free, 5, isOperator: false)))));

        refunds.Count(done => done).ShouldBe(1);
        rotations.Count(made => made is not null).ShouldBe(1);
        openings.Count(made => made is not null).ShouldBe(1);
        (await account.CreditsAsync(), await account.LedgerSumAsync()).ShouldBe((1, 1));
    }

    [Fact]
    public async Task A_cursor_of_one_server_goes_on_at_the_other_even_when_both_make_their_first()
    {
        await using var first = await StartAsync(adjust: Workers.None);
        await using var second = await first.BesideAsync();
        var account = await first.AccountAsync();
        await first.SeedAsync(account, People.All);
        var other = second.Client(account.Key);

        var pages = await Task.WhenAll(account.Http.PageAsync("limit=2"), other.PageAsync("limit=2"));

        foreach (var http in new[] { account.Http, other })
        {
            foreach (var page in pages) (await http.PageAsync("limit=2", (string)page["next_cursor"]!))["items"]!.AsArray().Count.ShouldBe(2);
        }
    }

    [Fact]
    public async Task Day_counts_of_both_add_up()
    {
        await using var first = await StartAsync(adjust: Workers.None);
        await using var second = await first.BesideAsync();
        var accounts = new List<TestAccount>();
        for (var i = 0; i < 5; i++) accounts.Add(await first.AccountAsync());

        await Task.WhenAll(accounts.SelectMany(a => Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? a.Http : second.Client(a.Key)).GetAsync("account"))));
        await second.StopAsync();
        await first.RestartAsync();

        (await first.ReadAsync(db => db.DayCounts.Select(d => d.Requests).ToListAsync())).ShouldBe([20, 20, 20, 20, 20]);
        await second.RestartAsync(stopped: true);
    }
}
