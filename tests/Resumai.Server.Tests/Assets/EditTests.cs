using System.Net.Http.Json;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Resumai.Server.Assets;
using Resumai.Server.Tests.Data;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Assets;

/// <summary>Tags, reparsing, and deletions that are undone: by one server that parses.</summary>
public abstract class EditTests(Engine engine) : EngineTests(engine)
{
    public sealed class OnSqlite() : EditTests(Engine.Sqlite);

    public sealed class OnPostgres() : EditTests(Engine.Postgres);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tags_change_with_the_display_row_and_its_filters()
    {
        await using var app = await StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync();
        var id = await app.SeedAsync(account, People.Zoe);

        using var response = await account.Http.PatchAsJsonAsync($"files/assets/{id}", new { tags = new[] { " night ", "hot", "night" } }, Cancel);

        ((int)response.StatusCode).ShouldBe(200);
        (await response.JsonAsync())["tags"]!.ToJsonString().ShouldBe("""["night","hot"]""");
        (await TotalAsync(account, "tag=night")).ShouldBe(1);
        (await TotalAsync(account, "tag=stockholm")).ShouldBe(0);
        (await TotalAsync(account, "q=night")).ShouldBe(1);
        (await (await account.Http.GetAsync($"data/master/{id}", Cancel)).JsonAsync())["tags"]!.ToJsonString().ShouldBe("""["night","hot"]""");
        var tooLong = await (await account.Http.PatchAsJsonAsync($"files/assets/{id}", new { tags = new[] { "ok", new string('x', 65) } }, Cancel)).ShouldBeProblemAsync(400, "invalid_request");
        tooLong["errors"]![0]!.Text("field").ShouldBe("tags/1");
        await (await account.Http.PatchAsJsonAsync($"files/assets/{id}", new { status = "completed" }, Cancel)).ShouldBeProblemAsync(400, "invalid_request");
        await (await (await app.AccountAsync()).Http.PatchAsJsonAsync($"files/assets/{id}", new { tags = Array.Empty<string>() }, Cancel)).ShouldBeProblemAsync(404, "asset_not_found");
    }

    [Fact]
    public async Task A_reparse_is_free_keeps_corrections_and_runs_once_at_a_time()
    {
        await using var app = await StartAsync(ResumaiApp.OwnHosts);
        var account = await app.AccountAsync(credits: 1);
        var id = await account.Http.AcceptedAsync(Documents.Pdf());
        await account.Http.FinalStatusAsync(id);
        using var patch = new HttpRequestMessage(HttpMethod.Patch, $"data/master/{id}") { Content = new StringContent("""[{"op":"replace","path":"/contact/full_name","value":"Ada Example"}]""", Encoding.UTF8, "application/json-patch+json") };
        patch.Headers.TryAddWithoutValidation("If-Match", "*");
        (await account.Http.SendAsync(patch, Cancel)).EnsureSuccessStatusCode();

        var host = await app.ParseHostAsync();
        await Workers.SignalAsync("STOP", host);
        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 2; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"files/assets/{id}/reparse");
            request.Headers.Add("Idempotency-Key", "again");
            answers.Add(await account.Http.SendAsync(request, Cancel));
        }
        await (await account.Http.PostAsync($"files/assets/{id}/reparse", content: null, Cancel)).ShouldBeProblemAsync(409, "asset_not_ready");
        await Workers.SignalAsync("CONT", host);

        answers.ShouldAllBe(a => (int)a.StatusCode == 202);
        answers[1].Header("Idempotent-Replayed").ShouldBe("true");
        (await account.Http.FinalStatusAsync(id)).Text("status").ShouldBe("completed");
        var record = await (await account.Http.GetAsync($"data/master/{id}", Cancel)).JsonAsync();
        (record["revision"]!.GetValue<int>(), record["contact"]!.Text("full_name")).ShouldBe((3, "Ada Example"));
        record["corrections"]!.AsArray().ShouldHaveSingleItem()!["conflict"].ShouldBeNull();
        (await account.CreditsAsync()).ShouldBe(0);
        (await account.LedgerSumAsync()).ShouldBe(0);
        (await TotalAsync(account, "q=ada")).ShouldBe(1);
    }

    [Fact]
    public async Task A_reparse_that_fails_leaves_the_record_and_gives_no_credit()
    {
        await using var app = await StartAsync();
        var account = await app.AccountAsync(credits: 1);
        var id = await account.Http.AcceptedAsync(Documents.Pdf());
        await account.Http.FinalStatusAsync(id);
        // The store loses it: a real parse of a missing file.
        foreach (var file in Directory.EnumerateFiles(Path.Combine(app.DataFolder, "files"), "*", SearchOption.AllDirectories)) File.Delete(file);

        (await account.Http.PostAsync($"files/assets/{id}/reparse", content: null, Cancel)).EnsureSuccessStatusCode();
        var status = await account.Http.FinalStatusAsync(id);

        (status.Text("status"), status["error"]!.Text("code")).ShouldBe(("completed", "internal_error"));
        (await (await account.Http.GetAsync($"data/master/{id}", Cancel)).JsonAsync())["revision"]!.GetValue<int>().ShouldBe(1);
        (await account.CreditsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_deletion_with_undo_hides_everything_and_comes_back_whole()
    {
        await using var app = await StartAsync();
        var account = await app.AccountAsync(credits: 3);
        var pdf = Documents.Pdf();
        var id = await account.Http.AcceptedAsync(pdf);
        await account.Http.FinalStatusAsync(id);
        (await account.Http.PatchAsJsonAsync($"files/assets/{id}", new { tags = new[] { "kept" } }, Cancel)).EnsureSuccessStatusCode();

        var deleted = await (await account.Http.DeleteAsync($"files/assets/{id}?undo=30d", Cancel)).JsonAsync();

        (deleted["undo_until"]!.GetValue<DateTime>() - deleted["deleted_at"]!.GetValue<DateTime>()).ShouldBe(TimeSpan.FromDays(30));
        foreach (var path in (string[])[$"files/assets/{id}/status", $"files/assets/{id}/file", $"data/master/{id}"])
        {
            await (await account.Http.GetAsync(path, Cancel)).ShouldBeProblemAsync(404, "asset_not_found");
        }
        (await account.Http.RowsAsync()).ShouldBeEmpty();
        await (await (await app.AccountAsync()).Http.PostAsync($"files/assets/{id}/restore", content: null, Cancel)).ShouldBeProblemAsync(404, "asset_not_found");

        // The same bytes are taken meanwhile; then there is no way back until they are gone.
        var second = await account.Http.AcceptedAsync(pdf);
        await account.Http.FinalStatusAsync(second);
        var refused = await (await account.Http.PostAsync($"files/assets/{id}/restore", content: null, Cancel)).ShouldBeProblemAsync(409, "duplicate_file");
        refused.Text("asset_id").ShouldBe(second.ToString());
        (await account.Http.DeleteAsync($"files/assets/{second}", Cancel)).EnsureSuccessStatusCode();
        (await account.Http.PostAsync($"files/assets/{id}/restore", content: null, Cancel)).EnsureSuccessStatusCode();

        (await account.Http.GetAsync($"data/master/{id}", Cancel)).EnsureSuccessStatusCode();
        (await account.Http.GetByteArrayAsync($"files/assets/{id}/file", Cancel)).ShouldBe(pdf);
        (await TotalAsync(account, "tag=kept")).ShouldBe(1);
        (await account.CreditsAsync()).ShouldBe(1);
        await (await account.Http.PostAsync($"files/assets/{id}/restore", content: null, Cancel)).ShouldBeProblemAsync(404, "asset_not_found");
    }

    [Fact]
    public async Task What_was_not_finished_is_parsed_after_it_came_back()
    {
        await using var app = await StartAsync(ResumaiApp.OwnHosts);
        var account = await app.AccountAsync(credits: 1);
        var host = await app.ParseHostAsync();
        await Workers.SignalAsync("STOP", host);
        var id = await account.Http.AcceptedAsync(Documents.Pdf());
        (await account.Http.DeleteAsync($"files/assets/{id}?undo=30d", Cancel)).EnsureSuccessStatusCode();

        (await account.Http.PostAsync($"files/assets/{id}/restore", content: null, Cancel)).EnsureSuccessStatusCode();
        await Workers.SignalAsync("CONT", host);

        (await account.Http.FinalStatusAsync(id)).Text("status").ShouldBe("completed");
        (await account.CreditsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task After_thirty_days_or_a_second_deletion_nothing_is_left()
    {
        await using var app = await StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync(credits: 2);
        var (first, second) = (await account.Http.AcceptedAsync(Documents.Pdf()), await account.Http.AcceptedAsync(Documents.Pdf()));
        foreach (var id in new[] { first, second }) (await account.Http.DeleteAsync($"files/assets/{id}?undo=30d", Cancel)).EnsureSuccessStatusCode();
        var sweep = app.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<DeletionSweep>().Single();

        (await account.Http.DeleteAsync($"files/assets/{second}", Cancel)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NoContent);
        (await app.ReadAsync(db => db.Assets.Select(a => a.Id).ToListAsync())).ShouldBe([first]);
        app.Time.Advance(TimeSpan.FromDays(29));
        await sweep.SweepAsync(Cancel);
        (await app.ReadAsync(db => db.Assets.CountAsync())).ShouldBe(1);
        app.Time.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(2));
        await (await account.Http.PostAsync($"files/assets/{first}/restore", content: null, Cancel)).ShouldBeProblemAsync(404, "asset_not_found");
        await sweep.SweepAsync(Cancel);

        (await app.ReadAsync(async db => await db.Assets.CountAsync() + await db.DeletedAssets.CountAsync() + await db.Tasks.CountAsync())).ShouldBe(0);
        Directory.EnumerateFiles(Path.Combine(app.DataFolder, "files"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    private static async Task<int> TotalAsync(TestAccount account, string query) => (await account.Http.PageAsync(query))["total"]!.GetValue<int>();
}
