using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Resumai.Master;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Data;

public sealed class GetMasterTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private static readonly SeededCv Cv = People.Zoe with
    {
        Record = People.Zoe.Record with
        {
            AsOf = "2026-01-01",
            Evidence = new Dictionary<string, Evidence> { ["/contact/full_name"] = new(0.99, 1, [[72, 61.5, 240.2, 80.1]], "Zoë Ångström") },
        },
    };

    private ResumaiApp App => shared.App;

    [Fact]
    public async Task A_record_comes_whole_with_what_the_asset_adds()
    {
        var account = await App.AccountAsync();
        var id = await App.SeedAsync(account, Cv);

        using var response = await account.Http.GetAsync($"data/master/{id}");
        var record = (await response.JsonAsync()).AsObject();

        ((int)response.StatusCode).ShouldBe(200);
        record.Select(p => p.Key).ShouldBe(["asset_id", "schema_version", "as_of", "filename", "tags", "locale", "language", "document", "contact", "summary",
            "experience", "education", "skills", "languages", "certifications", "projects", "publications", "awards", "volunteering", "interests", "references",
            "sections", "totals", "warnings", "confidence", "revision", "corrections"]);
        record.Text("asset_id").ShouldBe(id.ToString());
        record.Text("filename").ShouldBe("Ångström.pdf");
        record["tags"]!.ToJsonString().ShouldBe("""["hot","stockholm"]""");
        record.Text("locale").ShouldBe("sv_SE");
        record["contact"]!.Text("full_name").ShouldBe("Zoë Ångström");
        record["skills"]![2]!.Text("normalized_name").ShouldBe("Kubernetes");
        record["totals"]!["experience_months"]!.GetValue<int>().ShouldBe(143);
        record["summary"].ShouldBeNull();
        response.Headers.CacheControl.ShouldBe(new() { Private = true, NoCache = true });
        response.Header("Content-Type").ShouldBe("application/json; charset=utf-8");
    }

    [Theory]
    [InlineData("", false, false)]
    [InlineData("?format=json", false, false)]
    [InlineData("?include=text", true, false)]
    [InlineData("?include=evidence", false, true)]
    [InlineData("?include=evidence,text", true, true)]
    [InlineData("?include=text,evidence,text", true, true)]
    public async Task Text_and_evidence_come_when_asked_for(string query, bool text, bool evidence)
    {
        var account = await App.AccountAsync();
        var id = await App.SeedAsync(account, Cv);

        var record = (await (await account.Http.GetAsync($"data/master/{id}{query}")).JsonAsync()).AsObject();

        record.ContainsKey("text").ShouldBe(text);
        record.ContainsKey("evidence").ShouldBe(evidence);
        if (text) record.Text("text").ShouldBe("Bygger tjänster i Node.js och C++\fReferenser lämnas");
        if (evidence) record["evidence"]!["/contact/full_name"]!["boxes"]!.ToJsonString().ShouldBe("[[72,61.5,240.2,80.1]]");
    }

    [Theory]
    [InlineData("format=jsonresume", "format")]
    [InlineData("format=europass", "format")]
    [InlineData("format=hropen", "format")]
    [InlineData("include=photo", "include")]
    [InlineData("include=", "include")]
    [InlineData("include=text&include=evidence", "include")]
    [InlineData("wait=3", "wait")]
    public async Task A_form_or_part_that_there_is_not_is_named(string query, string field)
    {
        var account = await App.AccountAsync();
        var id = await App.SeedAsync(account, Cv);

        using var response = await account.Http.GetAsync($"data/master/{id}?{query}");

        var problem = await response.ShouldBeProblemAsync(400, "invalid_request");
        problem["errors"]![0]!.Text("field").ShouldBe(field);
        if (field == "format") problem["errors"]![0]!.Text("message").ShouldBe("must be one of json");
    }

    [Theory]
    [InlineData("queued")]
    [InlineData("processing")]
    public async Task What_is_not_finished_is_409_and_says_when_to_ask_again(string status)
    {
        var account = await App.AccountAsync();
        var id = await App.UnfinishedAsync(account, status);

        using var response = await account.Http.GetAsync($"data/master/{id}");

        (await response.ShouldBeProblemAsync(409, "asset_not_ready")).Text("detail").ShouldContain(status);
        int.Parse(response.Header("Retry-After")!).ShouldBeInRange(1, 30);
        (await account.Http.RowsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_failed_is_409_with_its_error()
    {
        var account = await App.AccountAsync();
        var id = await App.UnfinishedAsync(account, "failed", "encrypted_document", "The document is encrypted. Save it without a password.");

        using var response = await account.Http.GetAsync($"data/master/{id}");

        var problem = await response.ShouldBeProblemAsync(409, "asset_failed");
        problem["error"]!.ToJsonString().ShouldBe("""{"code":"encrypted_document","message":"The document is encrypted. Save it without a password."}""");
        problem.Text("detail").ShouldBe("The document is encrypted. Save it without a password.");
    }

    [Fact]
    public async Task Other_accounts_other_environments_and_unknown_ids_do_not_exist()
    {
        var account = await App.AccountAsync();
        var id = await App.SeedAsync(account, Cv);
        var test = await App.SeedAsync(account, Cv with { Environment = "test" });
        var stranger = await App.AccountAsync();
        var testKey = App.Client((await App.KeyAsync(account.Id, "test")).Text);

        foreach (var (http, asset) in new[] { (stranger.Http, id.ToString()), (account.Http, test.ToString()), (testKey, id.ToString()), (account.Http, Guid.CreateVersion7().ToString()) })
        {
            using var response = await http.GetAsync($"data/master/{asset}");
            await response.ShouldBeProblemAsync(404, "asset_not_found");
        }
        using var malformed = await account.Http.GetAsync("data/master/42");
        ((int)malformed.StatusCode).ShouldBe(404);
        ((int)(await testKey.GetAsync($"data/master/{test}")).StatusCode).ShouldBe(200);
    }

    [Fact]
    public async Task An_unchanged_record_is_not_sent_again()
    {
        var account = await App.AccountAsync();
        var id = await App.SeedAsync(account, Cv);
        var etag = await ETagAsync(account, $"data/master/{id}");

        foreach (var known in new[] { etag, $"\"other\", {etag}", "*", etag[2..] })
        {
            using var response = await ConditionalAsync(account, $"data/master/{id}", known);
            ((int)response.StatusCode).ShouldBe(304, known);
            (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
            response.Header("ETag").ShouldBe(etag);
            response.Headers.CacheControl.ShouldBe(new() { Private = true, NoCache = true });
        }
        ((int)(await ConditionalAsync(account, $"data/master/{id}", "\"other\"")).StatusCode).ShouldBe(200);
    }

    [Fact]
    public async Task The_etag_tells_records_revisions_tags_and_variants_apart()
    {
        var account = await App.AccountAsync();
        var id = await App.SeedAsync(account, Cv);
        var other = await App.SeedAsync(account, Cv);
        var seen = new List<string>();
        foreach (var address in new[] { $"data/master/{id}", $"data/master/{id}?include=text", $"data/master/{id}?include=evidence", $"data/master/{id}?include=evidence,text", $"data/master/{other}" })
        {
            seen.Add(await ETagAsync(account, address));
        }
        await App.WriteAsync(db => db.Masters.Where(m => m.AssetId == id).ExecuteUpdateAsync(s => s.SetProperty(m => m.Revision, 2)));
        seen.Add(await ETagAsync(account, $"data/master/{id}"));
        await App.WriteAsync(db => db.Assets.Where(a => a.Id == id).ExecuteUpdateAsync(s => s.SetProperty(a => a.TagsJson, "[]")));
        seen.Add(await ETagAsync(account, $"data/master/{id}"));

        seen.Distinct().Count().ShouldBe(seen.Count);
        (await ETagAsync(account, $"data/master/{id}?include=text,evidence")).ShouldBe(await ETagAsync(account, $"data/master/{id}?include=evidence,text"));
    }

    [Fact]
    public async Task Head_is_get_without_a_body()
    {
        var account = await App.AccountAsync();
        var id = await App.SeedAsync(account, Cv);

        using var head = await account.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"data/master/{id}"));

        ((int)head.StatusCode).ShouldBe(200);
        (await head.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        head.Header("ETag").ShouldBe(await ETagAsync(account, $"data/master/{id}"));
    }

    private static async Task<string> ETagAsync(TestAccount account, string address)
    {
        using var response = await account.Http.GetAsync(address);
        ((int)response.StatusCode).ShouldBe(200);
        return response.Header("ETag")!;
    }

    private static async Task<HttpResponseMessage> ConditionalAsync(TestAccount account, string address, string known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("If-None-Match", known).ShouldBeTrue();
        return await account.Http.SendAsync(request);
    }
}
