using System.Text.Json.Nodes;
using Resumai.Server.ApiKeys;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Assets;

public abstract class ListAssetsTests(Engine engine) : EngineTests(engine)
{
    public sealed class OnSqlite() : ListAssetsTests(Engine.Sqlite);

    public sealed class OnPostgres() : ListAssetsTests(Engine.Postgres);

    [Fact]
    public async Task An_item_tells_all_about_an_asset()
    {
        await using var app = await StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync(credits: 1);
        var file = Documents.Pdf();
        var upload = await (await account.Http.UploadAsync(Uploads.Form(file, "cv.pdf", "de-AT", "b", "a"))).JsonAsync();

        var page = await GetAsync(account.Http, "");

        page.AsObject().Select(p => p.Key).ShouldBe(["items", "next_cursor", "total", "total_exact"]);
        var item = page["items"]!.AsArray().Single()!.AsObject();
        item["uploaded_at"]!.GetValue<string>().ShouldEndWith("Z");
        item.Remove("uploaded_at");
        item.ToJsonString().ShouldBe($$"""
            {"asset_id":"{{upload.Text("asset_id")}}","parent_task_id":"{{upload.Text("parent_task_id")}}","filename":"cv.pdf","content_type":"application/pdf","size_bytes":{{file.Length}},"page_count":null,"sha256":"{{upload.Text("sha256")}}","tags":["b","a"],"locale":"de_AT","status":"queued","completed_at":null}
            """);
    }

    [Theory]
    [InlineData("status=queued", "Zoë.pdf", "b.pdf", "a.pdf")]
    [InlineData("status=failed")]
    [InlineData("tag=red", "b.pdf", "a.pdf")]
    [InlineData("tag=red&tag=blue", "b.pdf")]
    [InlineData("tag=Red")]
    [InlineData("filename=ZOE", "Zoë.pdf")]
    [InlineData("filename=%25")]
    [InlineData("uploaded_after=2000-01-01", "Zoë.pdf", "b.pdf", "a.pdf")]
    [InlineData("uploaded_before=2000-01-01T00:00:00Z")]
    public async Task Filters_narrow_the_list_newest_first(string query, params string[] filenames)
    {
        await using var app = await StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync(credits: 9);
        var other = await app.AccountAsync(credits: 9);
        var test = app.Client((await app.KeyAsync(account.Id, KeyEnvironment.Test)).Text);
        foreach (var form in new[] { Uploads.Form(Documents.Pdf(), "a.pdf", tags: "red"), Uploads.Form(Documents.Pdf(), "b.pdf", null, "red", "blue"), Uploads.Form(Documents.Pdf(), "Zoë.pdf") })
        {
            (await account.Http.UploadAsync(form)).EnsureSuccessStatusCode();
            app.Time.Advance(TimeSpan.FromSeconds(1));
        }
        await other.Http.AcceptedAsync(Documents.Pdf());
        await test.AcceptedAsync(Documents.Pdf());

        var page = await GetAsync(account.Http, $"?{query}");

        page["items"]!.AsArray().Select(i => i!.Text("filename")).ShouldBe(filenames);
        page["total"]!.GetValue<int>().ShouldBe(filenames.Length);
    }

    [Fact]
    public async Task The_time_bounds_are_from_and_before()
    {
        await using var app = await StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync(credits: 1);
        await account.Http.AcceptedAsync(Documents.Pdf());
        var at = (await GetAsync(account.Http, ""))["items"]![0]!.Text("uploaded_at");

        (await GetAsync(account.Http, $"?uploaded_after={at}"))["total"]!.GetValue<int>().ShouldBe(1);
        (await GetAsync(account.Http, $"?uploaded_before={at}"))["total"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task Pages_bring_every_asset_once_while_others_are_uploaded()
    {
        await using var app = await StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync(credits: 30);
        var first = new List<string>();
        for (var i = 0; i < 9; i++) first.Add((await account.Http.AcceptedAsync(Documents.Pdf())).ToString());

        var seen = new List<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await GetAsync(account.Http, $"?limit=2{cursor}");
            seen.AddRange(page["items"]!.AsArray().Select(i => i!.Text("asset_id")));
            cursor = page["next_cursor"] is { } next ? $"&cursor={next.GetValue<string>()}" : null;
            await account.Http.AcceptedAsync(Documents.Pdf());
        }

        seen.ShouldBe(first.AsEnumerable().Reverse());
    }

    [Theory]
    [InlineData("status=done", "status")]
    [InlineData("status=queued&status=failed", "status")]
    [InlineData("uploaded_after=yesterday", "uploaded_after")]
    [InlineData("uploaded_before=2026-01-01T00:00:00", "uploaded_before")]
    [InlineData("limit=0", "limit")]
    [InlineData("cursor=garbage", "cursor")]
    [InlineData("colour=red", "colour")]
    public async Task A_malformed_query_is_refused_naming_the_parameter(string query, string field)
    {
        await using var app = await StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync();

        using var response = await account.Http.GetAsync($"files/assets?{query}", TestContext.Current.CancellationToken);

        ((int)response.StatusCode).ShouldBe(400);
        (await response.JsonAsync())["errors"]!.AsArray().Select(e => e!.Text("field")).ShouldContain(field);
    }

    private static async Task<JsonNode> GetAsync(HttpClient http, string query)
    {
        using var response = await http.GetAsync($"files/assets{query}");
        var text = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).ShouldBe(200, text);
        return JsonNode.Parse(text)!;
    }
}
