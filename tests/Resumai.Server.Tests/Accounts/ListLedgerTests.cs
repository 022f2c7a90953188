using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Resumai.Server.Accounts;
using Resumai.Server.ApiKeys;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Accounts;

public abstract class ListLedgerTests(Engine engine) : EngineTests(engine)
{
    public sealed class OnSqlite() : ListLedgerTests(Engine.Sqlite);

    public sealed class OnPostgres() : ListLedgerTests(Engine.Postgres);

    [Fact]
    public async Task Every_movement_is_a_row_newest_first_and_the_balance_is_their_sum()
    {
        await using var app = await StartAsync();
        var account = await app.AccountAsync(credits: 20);
        var wallet = app.Services.GetRequiredService<Wallet>();
        await StepAsync(app, db => wallet.GrantAsync(db, account.Id, 100, LedgerKind.TopUp, cents: 4_900));
        await StepAsync(app, db => wallet.GrantAsync(db, account.Id, -1, LedgerKind.Adjustment));

        var body = await (await account.Http.GetAsync("account/ledger")).JsonAsync();

        var items = body["items"]!.AsArray();
        items.Select(i => i!["kind"]!.GetValue<string>()).ShouldBe(["adjustment", "top_up", "grant"]);
        items.Sum(i => i!["credits"]!.GetValue<long>()).ShouldBe(await account.CreditsAsync());
        items[1]!["amount_eur_cents"]!.GetValue<long>().ShouldBe(4_900);
        items[0]!.AsObject().Select(p => p.Key).ShouldBe(["entry_id", "kind", "credits", "amount_eur_cents", "asset_id", "at"]);
        items[0]!["at"]!.GetValue<string>().ShouldEndWith("Z");
        (body["total"]!.GetValue<int>(), body["total_exact"]!.GetValue<bool>(), body["next_cursor"]).ShouldBe((3, true, null));
    }

    [Fact]
    public async Task Pages_follow_each_other_by_cursor_and_link_while_rows_are_added()
    {
        await using var app = await StartAsync();
        var account = await app.AccountAsync(credits: 1);
        var wallet = app.Services.GetRequiredService<Wallet>();
        for (var n = 2; n <= 7; n++) await StepAsync(app, db => wallet.GrantAsync(db, account.Id, n));

        var seen = new List<long>();
        for (var path = "account/ledger?limit=3"; path is not null;)
        {
            var response = await account.Http.GetAsync(path);
            var body = await response.JsonAsync();
            seen.AddRange(body["items"]!.AsArray().Select(i => i!["credits"]!.GetValue<long>()));
            path = response.Header("Link") is { } link ? link[1..link.IndexOf('>', StringComparison.Ordinal)] : null;
            (path is null).ShouldBe(body["next_cursor"] is null);
            await StepAsync(app, db => wallet.GrantAsync(db, account.Id, 1_000));
        }

        seen.ShouldBe([7, 6, 5, 4, 3, 2, 1]);
    }

    [Fact]
    public async Task Another_accounts_cursor_a_damaged_one_and_wrong_parameters_are_400()
    {
        await using var app = await StartAsync();
        var account = await app.AccountAsync(credits: 1);
        var other = await app.AccountAsync(credits: 1);
        await StepAsync(app, db => app.Services.GetRequiredService<Wallet>().GrantAsync(db, account.Id, 1));
        var cursor = (await (await account.Http.GetAsync("account/ledger?limit=1")).JsonAsync())["next_cursor"]!.GetValue<string>();

        await (await other.Http.GetAsync($"account/ledger?cursor={cursor}")).ShouldBeProblemAsync(400, "cursor_mismatch");
        (await account.Http.GetAsync($"account/ledger?cursor={cursor}x")).StatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest);
        var body = await (await account.Http.GetAsync("account/ledger?limit=0&limit=2&kind=grant")).ShouldBeProblemAsync(400, "invalid_request");
        body["errors"]!.AsArray().Select(e => e!["field"]!.GetValue<string>()).ShouldBe(["limit", "kind"], ignoreOrder: true);
        (await (await account.Http.GetAsync("account/ledger?limit=201")).ShouldBeProblemAsync(400, "invalid_request"))["errors"]![0]!["message"]!.GetValue<string>().ShouldContain("200");
    }

    [Fact]
    public async Task An_account_sees_its_own_rows_only_and_a_test_key_none()
    {
        await using var app = await StartAsync();
        var account = await app.AccountAsync(credits: 1);
        await app.AccountAsync(credits: 1);
        var test = await app.KeyAsync(account.Id, KeyEnvironment.Test);

        (await ItemsAsync(account.Http)).Count.ShouldBe(1);
        (await ItemsAsync(app.Client(test.Text))).ShouldBeEmpty();
    }

    private static async Task<JsonArray> ItemsAsync(HttpClient http) => (await (await http.GetAsync("account/ledger")).JsonAsync())["items"]!.AsArray();

    /// <summary>One movement, a millisecond after the one before at least: ids of the same millisecond have no order.</summary>
    private static async Task StepAsync(ResumaiApp app, Func<Resumai.Server.Storage.ServerDb, Task<long?>> movement)
    {
        app.Time.Advance(TimeSpan.FromMilliseconds(5));
        (await app.WriteAsync(movement)).ShouldNotBeNull();
    }
}
