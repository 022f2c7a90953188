using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Resumai.Server.Accounts;
using Resumai.Server.ApiKeys;
using Resumai.Server.RateLimits;
using Resumai.Server.Storage;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Accounts;

public abstract class WalletTests(Engine engine) : EngineTests(engine)
{
    public sealed class OnSqlite() : WalletTests(Engine.Sqlite);

    public sealed class OnPostgres() : WalletTests(Engine.Postgres);

    [Fact]
    public async Task Of_fifty_concurrent_charges_with_twenty_credits_exactly_twenty_succeed()
    {
        await using var app = await StartAsync();
        var account = await app.AccountAsync(credits: 20);

        var charges = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => ChargeAsync(app, Caller(account), Guid.CreateVersion7()))));

        charges.Count(remaining => remaining is not null).ShouldBe(20);
        charges.OfType<long>().Order().ShouldBe(Enumerable.Range(0, 20).Select(n => (long)n), "each saw another balance");
        (await account.CreditsAsync()).ShouldBe(0);
        (await account.LedgerSumAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_charged_asset_gets_its_credit_back_once_whoever_asks_how_often()
    {
        await using var app = await StartAsync();
        var account = await app.AccountAsync(credits: 2);
        var asset = Guid.CreateVersion7();
        await ChargeAsync(app, Caller(account), asset);

        var refunds = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() =>
            app.WriteAsync(db => Wallet(app).RefundAsync(db, account.Id, asset)))));

        refunds.Count(done => done).ShouldBe(1);
        (await account.CreditsAsync()).ShouldBe(2);
        (await account.LedgerSumAsync()).ShouldBe(2);
        var kinds = await app.ReadAsync(db => db.Ledger.Where(l => l.AssetId == asset).OrderBy(l => l.Id).Select(l => l.Kind).ToListAsync());
        kinds.Order().ShouldBe(["charge", "refund"]);
    }

    [Fact]
    public async Task What_was_not_charged_is_not_refunded()
    {
        await using var app = await StartAsync();
        var account = await app.AccountAsync(credits: 2);
        var other = await app.AccountAsync(credits: 2);
        var asset = Guid.CreateVersion7();
        await ChargeAsync(app, Caller(other), asset);

        (await app.WriteAsync(db => Wallet(app).RefundAsync(db, account.Id, asset))).ShouldBeFalse("another account's asset");
        (await app.WriteAsync(db => Wallet(app).RefundAsync(db, account.Id, Guid.CreateVersion7()))).ShouldBeFalse();
        (await account.CreditsAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task A_test_key_charges_nothing_and_always_has_a_thousand()
    {
        await using var app = await StartAsync();
        var account = await app.AccountAsync(credits: 0, test: true);

        (await ChargeAsync(app, Caller(account) with { Environment = KeyEnvironment.Test }, Guid.CreateVersion7())).ShouldBe(1_000);

        (await app.ReadAsync(db => db.Ledger.AnyAsync(l => l.AccountId == account.Id))).ShouldBeFalse();
    }

    [Fact]
    public async Task An_adjustment_never_takes_more_than_there_is()
    {
        await using var app = await StartAsync();
        var account = await app.AccountAsync(credits: 5);

        (await app.WriteAsync(db => Wallet(app).GrantAsync(db, account.Id, -6, LedgerKind.Adjustment))).ShouldBeNull();
        (await app.WriteAsync(db => Wallet(app).GrantAsync(db, account.Id, -5, LedgerKind.Adjustment))).ShouldBe(0);

        (await account.LedgerSumAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task The_database_itself_refuses_a_balance_below_zero()
    {
        await using var app = await StartAsync();
        var account = await app.AccountAsync(credits: 1);

        await Should.ThrowAsync<System.Data.Common.DbException>(() =>
            app.WriteAsync(db => db.Accounts.Where(a => a.Id == account.Id).ExecuteUpdateAsync(s => s.SetProperty(a => a.Credits, -1))));
    }

    [Fact]
    public async Task A_charge_whose_transaction_fails_leaves_nothing()
    {
        await using var app = await StartAsync();
        var account = await app.AccountAsync(credits: 1);

        await Should.ThrowAsync<PlantedException>(() => app.WriteAsync<long>(async db =>
        {
            await Wallet(app).TryChargeAsync(db, Caller(account), Guid.CreateVersion7());
            throw new PlantedException("after the charge");
        }));

        (await account.CreditsAsync()).ShouldBe(1);
        (await account.LedgerSumAsync()).ShouldBe(1);
    }

    private static Wallet Wallet(ResumaiApp app) => app.Services.GetRequiredService<Wallet>();

    private static Task<long?> ChargeAsync(ResumaiApp app, ApiCaller caller, Guid asset) =>
        app.WriteAsync((ServerDb db) => Wallet(app).TryChargeAsync(db, caller, asset));

    private static ApiCaller Caller(TestAccount account) =>
        new(account.Id, account.KeyId, KeyEnvironment.Live, Scopes.All, Tier.Free, new LimitPair(60, 1_000));
}
