using System.Diagnostics;
using Resumai.Server.ApiKeys;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Assets;

public abstract class StatusTests(Engine engine) : EngineTests(engine)
{
    public sealed class OnSqlite() : StatusTests(Engine.Sqlite);

    public sealed class OnPostgres() : StatusTests(Engine.Postgres);

    [Fact]
    public async Task A_queued_asset_shows_its_stages_and_when_to_ask_again()
    {
        await using var app = await StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync(credits: 1);
        var id = await account.Http.AcceptedAsync(Documents.Pdf());

        using var response = await account.Http.GetAsync($"files/assets/{id}/status", TestContext.Current.CancellationToken);
        var body = await response.JsonAsync();

        response.Header("Retry-After").ShouldBe("1");
        body.AsObject().Select(p => p.Key).ShouldBe(["asset_id", "parent_task_id", "status", "progress", "tasks", "error"]);
        body.Text("status").ShouldBe("queued");
        body["progress"]!.GetValue<double>().ShouldBe(0);
        body["error"].ShouldBeNull();
        body["tasks"]!.AsArray().Select(t => t!.Text("name")).ShouldBe(["read", "layout", "extract", "normalize", "store"]);
        body["tasks"]![0]!.AsObject().Select(p => p.Key).ShouldBe(["task_id", "name", "status", "started_at", "finished_at", "duration_ms"]);
    }

    [Fact]
    public async Task A_completed_asset_has_real_times_for_every_stage_and_the_parent_task_names_it_too()
    {
        await using var app = await StartAsync();
        var account = await app.AccountAsync(credits: 1);
        var before = app.Time.GetUtcNow().AddSeconds(-1);
        var id = await account.Http.AcceptedAsync(Documents.Pdf());

        var body = await account.Http.FinalStatusAsync(id);

        body["progress"]!.GetValue<double>().ShouldBe(1);
        var last = before;
        foreach (var task in body["tasks"]!.AsArray())
        {
            task!.Text("status").ShouldBe("completed");
            var (started, finished) = (task!["started_at"]!.GetValue<DateTimeOffset>(), task["finished_at"]!.GetValue<DateTimeOffset>());
            started.ShouldBeGreaterThanOrEqualTo(last);
            finished.ShouldBeGreaterThanOrEqualTo(started);
            task["duration_ms"]!.GetValue<long>().ShouldBe((long)(finished - started).TotalMilliseconds);
            last = finished;
        }
        last.ShouldBeLessThanOrEqualTo(app.Time.GetUtcNow());

        using var byTask = await account.Http.GetAsync($"files/assets/{body.Text("parent_task_id")}/status", TestContext.Current.CancellationToken);
        byTask.Header("Retry-After").ShouldBeNull();
        (await byTask.JsonAsync()).ToJsonString().ShouldBe(body.ToJsonString());
    }

    [Fact]
    public async Task Waiting_holds_the_answer_until_the_time_is_over()
    {
        await using var app = await StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync(credits: 1);
        var id = await account.Http.AcceptedAsync(Documents.Pdf());

        var clock = Stopwatch.StartNew();
        using var response = await account.Http.GetAsync($"files/assets/{id}/status?wait=2", TestContext.Current.CancellationToken);

        clock.Elapsed.ShouldBeGreaterThan(TimeSpan.FromSeconds(1.9));
        (await response.JsonAsync()).Text("status").ShouldBe("queued");
    }

    [Fact]
    public async Task Waiting_ends_when_the_asset_is_deleted()
    {
        await using var app = await StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync(credits: 1);
        var id = await account.Http.AcceptedAsync(Documents.Pdf());

        var waiting = account.Http.GetAsync($"files/assets/{id}/status?wait=30", TestContext.Current.CancellationToken);
        (await account.Http.DeleteAsync($"files/assets/{id}", TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();

        await (await waiting.WaitAsync(Eventually.Longest, TestContext.Current.CancellationToken)).ShouldBeProblemAsync(404, "asset_not_found");
    }

    [Theory]
    [InlineData("wait=31")]
    [InlineData("wait=-1")]
    [InlineData("wait=x")]
    [InlineData("wait=1&wait=2")]
    [InlineData("colour=red")]
    public async Task A_malformed_query_is_refused(string query)
    {
        await using var app = await StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync(credits: 1);
        var id = await account.Http.AcceptedAsync(Documents.Pdf());

        using var response = await account.Http.GetAsync($"files/assets/{id}/status?{query}", TestContext.Current.CancellationToken);

        (await response.ShouldBeProblemAsync(400, "invalid_request"))["errors"]![0]!.Text("field").ShouldBe(query.Split('=')[0]);
    }

    [Fact]
    public async Task Anothers_asset_and_one_of_the_other_environment_do_not_exist()
    {
        await using var app = await StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync(credits: 1);
        var other = await app.AccountAsync(credits: 1);
        var test = app.Client((await app.KeyAsync(account.Id, KeyEnvironment.Test)).Text);
        var id = await account.Http.AcceptedAsync(Documents.Pdf());

        foreach (var http in new[] { other.Http, test })
        {
            await (await http.GetAsync($"files/assets/{id}/status", TestContext.Current.CancellationToken)).ShouldBeProblemAsync(404, "asset_not_found");
            await (await http.GetAsync($"files/assets/{id}/file", TestContext.Current.CancellationToken)).ShouldBeProblemAsync(404, "asset_not_found");
            await (await http.DeleteAsync($"files/assets/{id}", TestContext.Current.CancellationToken)).ShouldBeProblemAsync(404, "asset_not_found");
        }
        await (await account.Http.GetAsync("files/assets/not-an-id/status", TestContext.Current.CancellationToken)).ShouldBeProblemAsync(404, "not_found");
        (await account.Http.GetAsync($"files/assets/{id}/status", TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
    }
}
