using System.IO.Compression;
using System.Text.Json.Nodes;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Conventions;

public class ConventionTests
{
    [Theory]
    [InlineData("account")]
    [InlineData("openapi.json")]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    public async Task Every_get_answers_head_with_the_same_status_and_no_body(string path)
    {
        await using var app = await ResumaiApp.StartAsync();
        var account = await app.AccountAsync();
        using var request = new HttpRequestMessage(HttpMethod.Head, path);

        var response = await account.Http.SendAsync(request);

        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        response.Content.Headers.ContentType!.ToString().ShouldBe((await account.Http.GetAsync(path)).Content.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task Head_of_an_unknown_path_is_404_without_a_body()
    {
        await using var app = await ResumaiApp.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Head, "nowhere");

        var response = await app.Anonymous().SendAsync(request);

        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Theory]
    [InlineData("text/html", 406)]
    [InlineData("application/xml, text/*;q=0.5", 406)]
    [InlineData("application/json;q=0", 406)]
    [InlineData("application/json;q=0, */*", 406)]
    [InlineData("application/json", 200)]
    [InlineData("application/*", 200)]
    [InlineData("text/html, */*;q=0.1", 200)]
    [InlineData("*/*", 200)]
    public async Task Only_what_the_caller_accepts_is_given(string accept, int status)
    {
        await using var app = await ResumaiApp.StartAsync();
        var account = await app.AccountAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "account");
        request.Headers.TryAddWithoutValidation("Accept", accept);

        var response = await account.Http.SendAsync(request);

        if (status == 406) await response.ShouldBeProblemAsync(406, "not_acceptable");
        else ((int)response.StatusCode).ShouldBe(status);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("openapi.json")]
    public async Task An_unknown_query_parameter_is_400_naming_it(string path)
    {
        await using var app = await ResumaiApp.StartAsync();
        var account = await app.AccountAsync();

        var body = await (await account.Http.GetAsync($"{path}?colour=red")).ShouldBeProblemAsync(400, "invalid_request");

        body["errors"]![0]!["field"]!.GetValue<string>().ShouldBe("colour");
        body["detail"]!.GetValue<string>().ShouldContain("colour");
        body["instance"]!.GetValue<string>().ShouldNotContain("?");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Answers_to_keys_are_compressed_when_asked(string encoding)
    {
        await using var app = await ResumaiApp.StartAsync();
        var account = await app.AccountAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "openapi.json");
        request.Headers.Add("Accept-Encoding", encoding);

        var response = await account.Http.SendAsync(request);

        response.Content.Headers.ContentEncoding.ShouldBe([encoding]);
        response.Header("Vary").ShouldBe("Accept-Encoding");
        await using var body = await response.Content.ReadAsStreamAsync();
        await using Stream plain = encoding == "br" ? new BrotliStream(body, CompressionMode.Decompress) : new GZipStream(body, CompressionMode.Decompress);
        (await JsonNode.ParseAsync(plain))!["openapi"].ShouldNotBeNull();
    }

    [Fact]
    public async Task Answers_without_a_key_are_not_compressed()
    {
        await using var app = await ResumaiApp.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "openapi.json");
        request.Headers.Add("Accept-Encoding", "gzip, br");

        (await app.Anonymous().SendAsync(request)).Content.Headers.ContentEncoding.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_without_an_etag_may_be_stored()
    {
        await using var app = await ResumaiApp.StartAsync();
        var account = await app.AccountAsync();

        foreach (var path in (string[])["account", "nowhere", "/healthz"]) (await account.Http.GetAsync(path)).Header("Cache-Control").ShouldBe("no-store");
    }

    [Fact]
    public async Task Health_and_readiness_answer_200_and_readiness_fails_without_the_database()
    {
        await using var app = await ResumaiApp.StartAsync();

        (await app.Anonymous().GetAsync("/healthz")).EnsureSuccessStatusCode();
        (await app.Anonymous().GetAsync("/readyz")).EnsureSuccessStatusCode();
        app.Fault.FailsOn = "accounts";
        await (await app.Anonymous().GetAsync("/readyz")).ShouldBeProblemAsync(503, "unavailable");
        (await app.Anonymous().GetAsync("/healthz")).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task Logs_tell_the_route_and_never_the_query_the_path_or_the_key()
    {
        await using var app = await ResumaiApp.StartAsync();
        var account = await app.AccountAsync(credits: 1);

        await account.Http.GetAsync("account?q=Ada.Beispiel%40mail.example");
        await account.Http.GetAsync("Lebenslauf%20Ada%20Beispiel.pdf");
        await account.Http.GetAsync("data/display?q=Beispiel&sort=nonsense");
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent("%PDF-1.7 damaged"u8.ToArray()), "file", "Beispiel.pdf" },
            { new StringContent("Beispiel-tag"), "tags" },
        };
        var uploaded = await (await account.Http.PostAsync("files/upload", form)).JsonAsync();
        (await account.Http.FinalStatusAsync(Guid.Parse(uploaded.Text("asset_id")))).Text("status").ShouldBe("failed");
        await app.StopAsync();

        app.Log.Text.ShouldContain("GET /api/v1/account 400");
        app.Log.Text.ShouldContain($"account {account.Id}");
        app.Log.Text.ShouldContain("POST /api/v1/files/upload");
        app.Log.Text.ShouldNotContain("Beispiel");
        app.Log.Text.ShouldNotContain(account.Key);
        app.Log.Text.ShouldNotContain(account.Email);
        await app.RestartAsync();
    }
}
