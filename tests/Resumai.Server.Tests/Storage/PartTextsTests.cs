using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Resumai.Master;
using Resumai.Server.Assets;
using Resumai.Server.Data;
using Resumai.Server.Storage;
using Resumai.Server.Tests.Data;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Storage;

/// <summary>Titles and employers are kept once on PostgreSQL, found by their parts, and forgotten with their last row.</summary>
public sealed class PartTextsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_text_goes_with_its_last_row()
    {
        await using var app = await StartAsync();
        var account = await app.AccountAsync();
        var ids = await app.SeedAsync(account, [Baker("Master Baker"), Baker("Master Baker"), Baker("50%_off\\ Seller"), Baker("5000 off Seller")]);
        (await TextsAsync(app)).ShouldBe(["50%_off\\ seller", "5000 off seller", "example bakery", "master baker"], ignoreOrder: true);
        (await account.Http.PageAsync("title=TER%20BAK"))["total"]!.GetValue<int>().ShouldBe(2);
        (await account.Http.PageAsync("title=" + Uri.EscapeDataString("0%_off\\")))["total"]!.GetValue<int>().ShouldBe(1);
        (await account.Http.PageAsync("employer=example%20b"))["total"]!.GetValue<int>().ShouldBe(4);

        await app.WriteAsync(async db => await db.Assets.Where(a => a.Id == ids[0] || a.Id == ids[2]).ExecuteDeleteAsync(Cancellation));
        await app.ReadAsync(async db => { await db.ForgetTextsAsync(Cancellation); return true; });

        (await TextsAsync(app)).ShouldBe(["5000 off seller", "example bakery", "master baker"], ignoreOrder: true);
        (await account.Http.PageAsync("title=TER%20BAK"))["total"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task Rows_that_come_and_go_while_unused_texts_are_removed_are_all_found()
    {
        await using var app = await StartAsync();
        var account = await app.AccountAsync();
        using var done = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var sweeps = 0;
        var sweeping = Task.Run(async () =>
        {
            for (; !done.IsCancellationRequested; sweeps++) await app.ReadAsync(async db => { await db.ForgetTextsAsync(Cancellation); return true; });
        }, Cancellation);

        var kept = await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            Guid last = default;
            for (var round = 0; round < 60; round++)
            {
                // Four writers share three titles, each of which is often without a row.
                var id = await app.SeedAsync(account, Baker($"Baker of town {(round + writer) % 3}"));
                if (last != default) await app.WriteAsync(db => db.Assets.Where(a => a.Id == last).ExecuteDeleteAsync(Cancellation));
                last = id;
            }
            return last;
        }, Cancellation)));
        await done.CancelAsync();
        await sweeping;

        sweeps.ShouldBeGreaterThan(10);
        (await account.Http.PageAsync("title=baker%20of%20town"))["items"]!.AsArray().Select(row => row!["asset_id"]!.GetValue<Guid>()).ShouldBe(kept, ignoreOrder: true);
    }

    /// <summary>One that looks for parts among the texts, though its accounts have few rows.</summary>
    private static async Task<ResumaiApp> StartAsync()
    {
        Engine.Postgres.Require();
        return await ResumaiApp.StartAsync(engine: Engine.Postgres, adjust: services =>
        {
            Workers.None(services);
            services.AddSingleton(new DisplayPlanBounds(MostLookedThrough: 0));
        });
    }

    private static SeededCv Baker(string title) => new(new MasterRecord
    {
        Totals = new Totals { CurrentTitle = title, CurrentEmployer = "Example Bakery" },
    });

    private static Task<List<string>> TextsAsync(ResumaiApp app) =>
        app.ReadAsync(db => db.Database.SqlQuery<string>($"SELECT text AS \"Value\" FROM display_texts").ToListAsync(Cancellation));
}
