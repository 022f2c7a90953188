using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Resumai.Master;
using Resumai.Server.ApiKeys;
using Resumai.Server.Storage;
using Resumai.Server.Storage.Postgres;
using Resumai.Server.Tests.Data;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Storage;

/// <summary>Titles and employers are counted aside on PostgreSQL, so that very many rows need not be looked at to see that they are.</summary>
public class DisplayTextsTests
{
    private const string Live = KeyEnvironment.Live;

    [Fact]
    public async Task Texts_are_counted_whatever_comes_and_goes_while_they_are()
    {
        Engine.Postgres.Require();
        await using var app = await ResumaiApp.StartAsync(adjust: Workers.None, engine: Engine.Postgres);
        TestAccount[] accounts = [await app.AccountAsync(), await app.AccountAsync()];
        string?[] titles = [null, "koch", "köchin", "50%_\\", new string('x', 5000) + "y", new string('x', 5000) + "z"];
        using var ended = new CancellationTokenSource();

        async Task WriteAsync(int seed)
        {
            var random = new Random(seed);
            var ids = await app.SeedAsync(accounts[seed % 2], Enumerable.Range(0, 20).Select(_ => new SeededCv(new MasterRecord())));
            for (var i = 0; i < 40; i++)
            {
                var (id, title, employer) = (ids[random.Next(20)], titles[random.Next(titles.Length)], titles[random.Next(3)]);
                await app.WriteAsync(db => random.Next(8) == 0
                    ? db.DisplayRows.Where(r => r.AssetId == id).ExecuteDeleteAsync()
                    : db.DisplayRows.Where(r => r.AssetId == id).ExecuteUpdateAsync(r => r.SetProperty(d => d.TitleFolded, title).SetProperty(d => d.EmployerFolded, employer)));
            }
        }

        async Task SumUpAsync(bool waits)
        {
            for (; !ended.IsCancellationRequested; await Task.Delay(10)) await WithAsync(app, async db => { await DisplayTexts.SumUpAsync(db, waits, default); return true; });
        }

        Task[] summing = [SumUpAsync(waits: true), SumUpAsync(waits: false)];
        await Task.WhenAll(Enumerable.Range(1, 4).Select(WriteAsync));
        await ended.CancelAsync();
        await Task.WhenAll(summing);
        await WithAsync(app, async db => { await DisplayTexts.SumUpAsync(db, waits: true, default); return true; });

        var counted = await WithAsync(app, db => db.Set<DisplayText>().Select(t => $"{t.AccountId} {t.Environment} {t.Part} {t.Text} {t.Rows}").ToListAsync());
        var rows = await app.ReadAsync(db => db.DisplayRows.Select(r => new { r.AccountId, r.Environment, r.TitleFolded, r.EmployerFolded }).ToListAsync());
        var expected = rows.SelectMany(r => new[] { (Row: r, Part: DisplayPart.Title, Text: r.TitleFolded), (Row: r, Part: DisplayPart.Employer, Text: r.EmployerFolded) })
            .Where(t => t.Text is not null).GroupBy(t => $"{t.Row.AccountId} {t.Row.Environment} {t.Part} {t.Text}").Select(g => $"{g.Key} {g.Count()}").ToList();
        expected.Count.ShouldBeGreaterThan(10);
        counted.ShouldBe(expected, ignoreOrder: true);
        (await WithAsync(app, db => db.Set<DisplayTextChange>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Ten_thousand_and_one_are_seen_and_never_where_there_are_fewer()
    {
        Engine.Postgres.Require();
        await using var app = await ResumaiApp.StartAsync(adjust: Workers.None, engine: Engine.Postgres);
        var (account, other) = (await app.AccountAsync(), await app.AccountAsync());
        var first = await app.SeedAsync(account, new SeededCv(new MasterRecord()));
        var others = await app.SeedAsync(other, new SeededCv(new MasterRecord()));
        foreach (var (id, copies) in new[] { (first, 10_000), (others, 50) }) await CopyAsync(app, id, copies);

        (await SeenAsync(app, account, "or_1%")).ShouldBeTrue();
        foreach (var (whose, text) in new[] { (account, "ora1%"), (account, "or_10"), (other, "or_1%") }) (await SeenAsync(app, whose, text)).ShouldBeFalse(text);
        var more = await account.Http.PageAsync($"title={Uri.EscapeDataString("Ör_1%")}&sort=filename&limit=20");
        var all = await account.Http.PageAsync("sort=filename&limit=20");
        (more["total"]!.GetValue<int>(), more["total_exact"]!.GetValue<bool>()).ShouldBe((10_000, false));
        more["items"]!.ToJsonString().ShouldBe(all["items"]!.ToJsonString());

        // Before it is summed up and afterwards.
        await app.WriteAsync(db => db.DisplayRows.Where(r => r.AssetId == first).ExecuteDeleteAsync());
        for (var i = 0; i < 2; i++)
        {
            (await SeenAsync(app, account, "or_1%", sumUp: i == 1)).ShouldBeFalse();
            var exact = await account.Http.PageAsync($"title={Uri.EscapeDataString("ÖR_1%")}&limit=1");
            (exact["total"]!.GetValue<int>(), exact["total_exact"]!.GetValue<bool>()).ShouldBe((10_000, true));
        }
    }

    [Fact]
    public async Task Nothing_is_left_of_the_texts_of_an_asset_that_is_deleted()
    {
        Engine.Postgres.Require();
        await using var app = await ResumaiApp.StartAsync(adjust: Workers.None, engine: Engine.Postgres);
        var account = await app.AccountAsync();
        var ids = await app.SeedAsync(account, [.. Enumerable.Range(0, 3).Select(i => new SeededCv(new MasterRecord
        {
            Totals = new Totals(12, 0, null, "Seltene Kunst", i == 2 ? "Werk" : "Haus"),
        }))]);
        Task<List<string>> TextsAsync() => WithAsync(app, async db =>
        {
            var left = await db.Set<DisplayText>().Select(t => $"{t.Text} {t.Rows}").ToListAsync();
            return left.Concat(await db.Set<DisplayTextChange>().Select(t => t.Text).ToListAsync()).ToList();
        });
        (await TextsAsync()).ShouldNotBeEmpty();

        foreach (var (id, left) in new[] { (ids[0], (string[])["seltene kunst 2", "haus 1", "werk 1"]), (ids[1], ["seltene kunst 1", "werk 1"]), (ids[2], []) })
        {
            (await account.Http.DeleteAsync($"files/assets/{id}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
            (await TextsAsync()).ShouldBe(left, ignoreOrder: true);
        }
    }

    private static Task<bool> SeenAsync(ResumaiApp app, TestAccount account, string part, bool sumUp = true) => WithAsync(app, async db =>
    {
        if (sumUp) await DisplayTexts.SumUpAsync(db, waits: true, default);
        return await db.AreMoreThanAsync(DisplayPart.Title, part, account.Id, Live, 10_000);
    });

    /// <summary>Copies of one real row, with titles of which many are the same: ten thousand CVs of their own would take a minute.</summary>
    private static Task CopyAsync(ResumaiApp app, Guid id, int copies) => app.WriteAsync(async db =>
    {
        await db.Database.ExecuteSqlAsync($"UPDATE display_rows SET title_folded = 'kontrollor_1%' WHERE asset_id = {id}");
        await db.Database.ExecuteSqlAsync($"CREATE TEMP TABLE copies AS SELECT gen_random_uuid() AS id, n FROM generate_series(1, {copies}) AS n");
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO assets SELECT (jsonb_populate_record(a, jsonb_build_object('id', c.id, 'parent_task_id', c.id, 'sha256', c.id))).* FROM assets AS a, copies AS c WHERE a.id = {id}
            """);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO display_rows SELECT (jsonb_populate_record(r, jsonb_build_object('asset_id', c.id, 'title_folded', 'kontrollor_1% ' || c.n % 700, 'filename', c.n || '.pdf', 'filename_key', c.n || '.pdf'))).*
            FROM display_rows AS r, copies AS c WHERE r.asset_id = {id}
            """);
        return await db.Database.ExecuteSqlAsync($"DROP TABLE copies");
    });

    private static async Task<T> WithAsync<T>(ResumaiApp app, Func<PostgresDb, Task<T>> work)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<PostgresDb>>().CreateDbContextAsync();
        return await work(db);
    }
}
