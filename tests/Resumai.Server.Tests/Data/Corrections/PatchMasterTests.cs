using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Resumai.Server.ApiKeys;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Data.Corrections;

public abstract class PatchMasterTests(SharedServer shared, Engine engine) : EngineTests(engine)
{
    public sealed class OnSqlite(SharedApp shared) : PatchMasterTests(shared, Engine.Sqlite), IClassFixture<SharedApp>;

    public sealed class OnPostgres(SharedPostgresApp shared) : PatchMasterTests(shared, Engine.Postgres), IClassFixture<SharedPostgresApp>;

    private ResumaiApp App => shared.App;

    [Fact]
    public async Task A_corrected_value_is_in_the_record_the_display_row_and_the_search_at_once()
    {
        var (account, id) = await SeededAsync();

        using var response = await PatchAsync(account.Http, id, """[{"op":"replace","path":"/contact/full_name","value":"Zora Ångqvist"},{"op":"add","path":"/skills/-","value":{"name":"Glasblasning"}}]""");

        var record = await response.JsonAsync();
        ((int)response.StatusCode).ShouldBe(200, record.ToJsonString());
        record["revision"]!.GetValue<int>().ShouldBe(2);
        record["contact"]!.Text("full_name").ShouldBe("Zora Ångqvist");
        var correction = record["corrections"]!.AsArray().Single(c => c!.Text("pointer") == "/contact/full_name")!;
        (correction.Text("parsed"), correction.Text("value")).ShouldBe(("Zoë Ångström", "Zora Ångqvist"));
        correction.Text("by").ShouldStartWith("key rsm_live_");
        correction["at"].ShouldNotBeNull();
        correction["conflict"].ShouldBeNull();
        record["corrections"]!.AsArray().Select(c => c!.Text("pointer")).ShouldBe(["/contact/full_name", "/skills"], ignoreOrder: true);
        var evidence = (await (await account.Http.GetAsync($"data/master/{id}?include=evidence")).JsonAsync())["evidence"]!;
        evidence["/contact/full_name"]!["validated"]!.GetValue<bool>().ShouldBeTrue();
        foreach (var filter in (string[])["q=angqvist", "skill=glasblasning", "q=glasblasning"]) (await TotalAsync(account, filter)).ShouldBe(1, filter);
        (await (await account.Http.GetAsync("data/display")).JsonAsync())["items"]![0]!.Text("full_name").ShouldBe("Zora Ångqvist");
        response.Header("ETag").ShouldBe((await account.Http.GetAsync($"data/master/{id}")).Header("ETag"));
    }

    [Fact]
    public async Task Only_who_has_read_the_record_as_it_is_may_change_it()
    {
        var (account, id) = await SeededAsync();
        const string patch = """[{"op":"replace","path":"/summary","value":"One"}]""";
        var read = (await account.Http.GetAsync($"data/master/{id}?include=evidence")).Header("ETag");

        await (await SendAsync(account.Http, id, patch, ifMatch: null)).ShouldBeProblemAsync(412, "precondition_failed");
        await (await SendAsync(account.Http, id, patch, "\"other\"")).ShouldBeProblemAsync(412, "precondition_failed");
        (await SendAsync(account.Http, id, patch, read)).EnsureSuccessStatusCode();
        await (await SendAsync(account.Http, id, patch, read)).ShouldBeProblemAsync(412, "precondition_failed");
    }

    [Fact]
    public async Task Of_many_at_once_one_is_taken()
    {
        var (account, id) = await SeededAsync();
        var read = (await account.Http.GetAsync($"data/master/{id}")).Header("ETag");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => SendAsync(account.Http, id, $$"""[{"op":"replace","path":"/summary","value":"{{i}}"}]""", read)));

        answers.Select(a => (int)a.StatusCode).Order().ShouldBe([200, 412, 412, 412, 412, 412, 412, 412]);
        (await App.ReadAsync(db => db.Masters.Where(m => m.AssetId == id).Select(m => m.Revision).SingleAsync())).ShouldBe(2);
    }

    [Theory]
    [InlineData("""[{"op":"replace","path":"/confidence","value":1}]""", "/0/path")]
    [InlineData("""[{"op":"replace","path":"","value":{}}]""", "/0/path")]
    [InlineData("""[{"op":"replace","path":"/experience/0/duration_months","value":7}]""", "/0/path")]
    [InlineData("""[{"op":"replace","path":"/experience/7/title","value":"x"}]""", "/experience/7/title")]
    [InlineData("""[{"op":"replace","path":"/experience/0/title","value":7}]""", "/experience/0/title")]
    [InlineData("""[{"op":"replace","path":"/experience/0/start_date","value":"May 2019"}]""", "/experience/0/start_date")]
    [InlineData("""[{"op":"replace","path":"/education/0/degree_level","value":"phd"}]""", "/education/0/degree_level")]
    [InlineData("""[{"op":"add","path":"/contact/nickname","value":"x"}]""", "/contact/nickname")]
    [InlineData("""[{"op":"add","path":"/skills/-","value":{"type":"tool"}}]""", "/skills")]
    [InlineData("""[{"op":"replace","path":"/contact/emails/0","value":""}]""", "/contact/emails/0")]
    [InlineData("""[{"op":"replace","path":"/contact/emails/0","value":null}]""", "/contact/emails/0")]
    public async Task What_cannot_be_is_refused_with_the_pointer_at_fault_and_nothing_changes(string patch, string pointer)
    {
        var (account, id) = await SeededAsync();

        var problem = await (await PatchAsync(account.Http, id, patch)).ShouldBeProblemAsync(400, "invalid_request");

        problem["errors"]!.AsArray().Select(e => e!.Text("field")).ShouldContain(f => f.StartsWith(pointer, StringComparison.Ordinal), problem.ToJsonString());
        (await (await account.Http.GetAsync($"data/master/{id}")).JsonAsync())["revision"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task A_failed_test_scope_body_and_foreign_record_are_told()
    {
        var (account, id) = await SeededAsync();
        var problem = await (await PatchAsync(account.Http, id, """[{"op":"test","path":"/summary","value":"x"},{"op":"replace","path":"/summary","value":"y"}]""")).ShouldBeProblemAsync(409, "patch_test_failed");
        problem.Text("pointer").ShouldBe("/summary");
        await (await PatchAsync(account.Http, id, "[{")).ShouldBeProblemAsync(400, "invalid_request");
        await (await SendAsync(account.Http, id, "[]", "*", "text/plain")).ShouldBeProblemAsync(415, "unsupported_media_type");
        await (await SendAsync((await App.AccountAsync()).Http, id, """[{"op":"remove","path":"/summary"}]""", "*")).ShouldBeProblemAsync(404, "asset_not_found");
        var reader = App.Client((await App.KeyAsync(account.Id, scopes: [Scopes.DataRead])).Text);
        await (await SendAsync(reader, id, """[{"op":"remove","path":"/summary"}]""", "*")).ShouldBeProblemAsync(403, "insufficient_scope");
    }

    [Fact]
    public async Task Every_revision_is_kept_and_can_be_undone_while_it_stands()
    {
        var (account, id) = await SeededAsync();
        (await PatchAsync(account.Http, id, """[{"op":"replace","path":"/contact/full_name","value":"One"}]""")).EnsureSuccessStatusCode();
        (await PatchAsync(account.Http, id, """[{"op":"replace","path":"/contact/full_name","value":"Two"},{"op":"replace","path":"/summary","value":"S"}]""")).EnsureSuccessStatusCode();

        await (await UndoAsync(account, id, 2)).ShouldBeProblemAsync(409, "revision_superseded");
        await (await UndoAsync(account, id, 9)).ShouldBeProblemAsync(404, "revision_not_found");
        var undone = await (await UndoAsync(account, id, 3)).JsonAsync();

        undone["revision"]!.GetValue<int>().ShouldBe(4);
        undone["contact"]!.Text("full_name").ShouldBe("One");
        undone["summary"].ShouldBeNull();
        var back = await (await UndoAsync(account, id, 2)).JsonAsync();
        back["contact"]!.Text("full_name").ShouldBe("Zoë Ångström");
        back["corrections"]!.AsArray().ShouldBeEmpty();
        (await TotalAsync(account, "q=angstrom")).ShouldBe(1);
        var items = (await (await account.Http.GetAsync($"data/master/{id}/revisions")).JsonAsync())["items"]!.AsArray();
        items.Select(i => (i!["revision"]!.GetValue<int>(), i.Text("kind"))).ShouldBe([(5, "undone"), (4, "undone"), (3, "corrected"), (2, "corrected")]);
        items[2]!["changes"]!.AsArray().Select(c => c!.Text("pointer")).ShouldBe(["/contact/full_name", "/summary"]);
        (items[3]!["changes"]![0]!.Text("from"), items[3]!["changes"]![0]!.Text("to")).ShouldBe(("Zoë Ångström", "One"));
    }

    private async Task<(TestAccount Account, Guid Id)> SeededAsync()
    {
        var account = await App.AccountAsync();
        return (account, await App.SeedAsync(account, People.Zoe with { Record = People.Zoe.Record with { AsOf = "2026-01-01" } }));
    }

    private static Task<HttpResponseMessage> UndoAsync(TestAccount account, Guid id, int revision) => account.Http.PostAsync($"data/master/{id}/revisions/{revision}/undo", content: null);

    private static async Task<HttpResponseMessage> PatchAsync(HttpClient http, Guid id, string patch) =>
        await SendAsync(http, id, patch, (await http.GetAsync($"data/master/{id}")).Header("ETag"));

    private static async Task<HttpResponseMessage> SendAsync(HttpClient http, Guid id, string patch, string? ifMatch, string type = "application/json-patch+json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, $"data/master/{id}") { Content = new StringContent(patch, Encoding.UTF8, MediaTypeHeaderValue.Parse(type)) };
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await http.SendAsync(request);
    }

    private static async Task<int> TotalAsync(TestAccount account, string query) => (await account.Http.PageAsync(query))["total"]!.GetValue<int>();
}
