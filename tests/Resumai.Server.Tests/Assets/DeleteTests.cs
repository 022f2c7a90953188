using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Resumai.Server.ApiKeys;
using Resumai.Server.Assets;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Assets;

public abstract class DeleteTests(Engine engine) : EngineTests(engine)
{
    public sealed class OnSqlite() : DeleteTests(Engine.Sqlite);

    public sealed class OnPostgres() : DeleteTests(Engine.Postgres);

    [Fact]
    public async Task A_completed_asset_goes_with_its_rows_and_its_file()
    {
        await using var app = await StartAsync();
        var account = await app.AccountAsync(credits: 1);
        var id = await account.Http.AcceptedAsync(Documents.Pdf());
        (await account.Http.FinalStatusAsync(id)).Text("status").ShouldBe("completed");

        using var response = await account.Http.DeleteAsync($"files/assets/{id}", TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await NothingIsLeftAsync(app);
        await (await account.Http.GetAsync($"files/assets/{id}/status", TestContext.Current.CancellationToken)).ShouldBeProblemAsync(404, "asset_not_found");
        await (await account.Http.DeleteAsync($"files/assets/{id}", TestContext.Current.CancellationToken)).ShouldBeProblemAsync(404, "asset_not_found");
        (await account.CreditsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_queued_asset_goes_with_its_job()
    {
        await using var app = await StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync(credits: 1);
        var id = await account.Http.AcceptedAsync(Documents.Pdf());

        (await account.Http.DeleteAsync($"files/assets/{id}", TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();

        await NothingIsLeftAsync(app);
    }

    [Fact]
    public async Task An_asset_deleted_while_it_is_parsed_stays_deleted()
    {
        await using var app = await StartAsync(ResumaiApp.OwnHosts);
        var account = await app.AccountAsync(credits: 2);
        var host = await app.ParseHostAsync();
        await Workers.SignalAsync("STOP", host);
        var id = await account.Http.AcceptedAsync(Documents.Pdf());
        await Eventually.TrueAsync(() => app.ReadAsync(db => db.Jobs.AnyAsync(j => j.LeasedUntil != null)));

        (await account.Http.DeleteAsync($"files/assets/{id}", TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        await Workers.SignalAsync("CONT", host);

        // The one after it is parsed by the same host, after the late result of the first was refused.
        (await account.Http.FinalStatusAsync(await account.Http.AcceptedAsync(Documents.Pdf()))).Text("status").ShouldBe("completed");
        (await app.ReadAsync(db => db.Masters.CountAsync())).ShouldBe(1);
        await (await account.Http.GetAsync($"files/assets/{id}/status", TestContext.Current.CancellationToken)).ShouldBeProblemAsync(404, "asset_not_found");
    }

    [Fact]
    public async Task What_a_test_key_uploaded_is_deleted_a_day_later_and_nothing_else()
    {
        await using var app = await StartAsync();
        var account = await app.AccountAsync(credits: 2);
        var test = app.Client((await app.KeyAsync(account.Id, KeyEnvironment.Test)).Text);
        var live = await account.Http.AcceptedAsync(Documents.Pdf());
        var old = await test.AcceptedAsync(Documents.Pdf());
        await test.FinalStatusAsync(old);
        app.Time.Advance(TimeSpan.FromHours(23));
        var young = await test.AcceptedAsync(Documents.Pdf());
        await test.FinalStatusAsync(young);
        app.Time.Advance(TimeSpan.FromHours(1));

        await app.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<TestAssetExpiry>().Single().ExpireAsync(TestContext.Current.CancellationToken);

        (await app.ReadAsync(db => db.Assets.Select(a => a.Id).ToListAsync())).ShouldBe([live, young], ignoreOrder: true);
        Directory.EnumerateFiles(Path.Combine(app.DataFolder, "files"), "*", SearchOption.AllDirectories).Count().ShouldBe(2);
    }

    private static async Task NothingIsLeftAsync(ResumaiApp app)
    {
        (await app.ReadAsync(async db => await db.Assets.CountAsync() + await db.AssetTags.CountAsync() + await db.Tasks.CountAsync()
            + await db.Jobs.CountAsync() + await db.Masters.CountAsync() + await db.DisplayRows.CountAsync())).ShouldBe(0);
        Directory.EnumerateFiles(Path.Combine(app.DataFolder, "files"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }
}
