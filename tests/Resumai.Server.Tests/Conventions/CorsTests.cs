using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Conventions;

public class CorsTests
{
    private static readonly (string, string)[] Allowed = [("Cors:Origins", "https://app.example,http://localhost:5173")];

    [Fact]
    public async Task Without_configuration_no_origin_is_allowed()
    {
        await using var app = await ResumaiApp.StartAsync();

        (await GetAsync(app, "https://app.example")).Header("Access-Control-Allow-Origin").ShouldBeNull();
        (await PreflightAsync(app, "https://app.example")).Header("Access-Control-Allow-Origin").ShouldBeNull();
    }

    [Theory]
    [InlineData("https://app.example", true)]
    [InlineData("http://localhost:5173", true)]
    [InlineData("https://app.example.evil.example", false)]
    [InlineData("http://app.example", false)]
    [InlineData("null", false)]
    public async Task Only_listed_origins_are_allowed_and_never_with_credentials(string origin, bool allowed)
    {
        await using var app = await ResumaiApp.StartAsync(Allowed);

        foreach (var response in (HttpResponseMessage[])[await GetAsync(app, origin), await PreflightAsync(app, origin)])
        {
            response.Header("Access-Control-Allow-Origin").ShouldBe(allowed ? origin : null);
            response.Header("Access-Control-Allow-Credentials").ShouldBeNull();
        }
    }

    [Fact]
    public async Task A_preflight_needs_no_key_and_allows_what_the_api_takes()
    {
        await using var app = await ResumaiApp.StartAsync(Allowed);

        var response = await PreflightAsync(app, "https://app.example");

        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.NoContent);
        response.Header("Access-Control-Allow-Methods")!.ShouldContain("DELETE");
        response.Header("Access-Control-Allow-Headers")!.ShouldContain("Idempotency-Key");
        response.Header("Access-Control-Allow-Headers")!.ShouldContain("Authorization");
    }

    [Fact]
    public async Task Pages_can_read_the_headers_of_answers_and_of_refusals()
    {
        await using var app = await ResumaiApp.StartAsync(Allowed);

        var response = await GetAsync(app, "https://app.example");

        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.Unauthorized);
        var exposed = response.Header("Access-Control-Expose-Headers")!;
        foreach (var header in (string[])["X-Request-Id", "RateLimit", "RateLimit-Policy", "X-RateLimit-Remaining", "Retry-After", "Location", "Link", "ETag", "Idempotent-Replayed"])
        {
            exposed.ShouldContain(header);
        }
    }

    private static Task<HttpResponseMessage> GetAsync(ResumaiApp app, string origin) => SendAsync(app, HttpMethod.Get, origin);

    private static Task<HttpResponseMessage> PreflightAsync(ResumaiApp app, string origin) => SendAsync(app, HttpMethod.Options, origin,
        ("Access-Control-Request-Method", "GET"), ("Access-Control-Request-Headers", "authorization,idempotency-key"));

    private static async Task<HttpResponseMessage> SendAsync(ResumaiApp app, HttpMethod method, string origin, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, "account");
        request.Headers.Add("Origin", origin);
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return await app.Anonymous().SendAsync(request);
    }
}
