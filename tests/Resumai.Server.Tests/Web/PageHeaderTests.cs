using System.Net;
using System.Text.RegularExpressions;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Web;

public sealed partial class PageHeaderTests(WebServer server) : IClassFixture<WebServer>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/app.css")]
    public async Task Pages_may_load_from_here_alone_and_stand_in_no_frame(string path)
    {
        using var client = Client(out _);

        var response = await client.GetAsync(path);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var policy = response.Header("Content-Security-Policy")!;
        foreach (var rule in (string[])["default-src 'self'", "script-src 'self'", "object-src 'none'", "base-uri 'self'", "form-action 'self'", "frame-ancestors 'none'"]) policy.ShouldContain(rule);
        policy.ShouldNotContain("unsafe-eval");
        response.Header("X-Frame-Options").ShouldBe("DENY");
        response.Header("X-Content-Type-Options").ShouldBe("nosniff");
        response.Header("Referrer-Policy").ShouldBe("same-origin");
    }

    [Fact]
    public async Task No_page_has_a_script_or_an_address_of_another_host_in_it()
    {
        using var client = Client(out _);

        var page = await client.GetStringAsync("/sign-in");

        Outside().Matches(page).ShouldBeEmpty();
        Inline().Matches(page).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_session_cookie_is_out_of_reach_of_scripts_other_sites_and_plain_connections()
    {
        var (email, _) = await server.App.UserAsync();
        using var client = Client(out _);

        var signedIn = await client.PostAsync("/sign-in", await FormAsync(client, "/sign-in", ("Given.Email", email), ("Given.Password", WebUsers.Password)));

        signedIn.StatusCode.ShouldBe(HttpStatusCode.Redirect, await signedIn.Content.ReadAsStringAsync());
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("resumai_session=", StringComparison.Ordinal)).ToLowerInvariant();
        foreach (var mark in (string[])["; secure", "; httponly", "; samesite=lax"]) cookie.ShouldContain(mark);
        cookie.ShouldNotContain("expires");
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-out")]
    [InlineData("/preferences")]
    [InlineData("/forgotten-password")]
    public async Task A_form_that_our_page_did_not_make_is_refused(string path)
    {
        using var client = Client(out _);

        var response = await client.PostAsync(path, new FormUrlEncodedContent([new("_handler", path[1..]), new("theme", "dark")]));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    public async Task Signing_in_leads_to_no_other_site(string to)
    {
        var (email, _) = await server.App.UserAsync();
        using var client = Client(out _);
        var path = $"/sign-in?return={Uri.EscapeDataString(to)}";

        var signedIn = await client.PostAsync(path, await FormAsync(client, path, ("Given.Email", email), ("Given.Password", WebUsers.Password)));

        new Uri(server.App.Address, signedIn.Headers.Location!).GetLeftPart(UriPartial.Authority).ShouldBe(server.App.Address.GetLeftPart(UriPartial.Authority));
    }

    [Fact]
    public async Task A_page_for_the_signed_in_leads_to_the_sign_in_and_an_address_of_the_api_never_does()
    {
        using var client = Client(out _);

        var page = await client.GetAsync("/account/keys");
        page.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        page.Headers.Location!.ToString().ShouldContain("/sign-in?return=%2Faccount%2Fkeys");
        await (await client.GetAsync("/api/v1/account")).ShouldBeProblemAsync(401, "missing_api_key");
        (await client.GetAsync("/api/v1/openapi.json")).Headers.Contains("Content-Security-Policy").ShouldBeFalse();
    }

    [Fact]
    public async Task A_session_is_no_key_to_the_api()
    {
        var (email, _) = await server.App.UserAsync();
        using var client = Client(out var cookies);
        await client.PostAsync("/sign-in", await FormAsync(client, "/sign-in", ("Given.Email", email), ("Given.Password", WebUsers.Password)));

        cookies.Count.ShouldBeGreaterThan(0);
        await (await client.GetAsync("/api/v1/account")).ShouldBeProblemAsync(401, "missing_api_key");
    }

    private HttpClient Client(out CookieContainer cookies)
    {
        cookies = new CookieContainer();
        return new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = server.App.Address };
    }

    private static async Task<FormUrlEncodedContent> FormAsync(HttpClient client, string path, params (string Name, string Value)[] fields)
    {
        var page = await client.GetStringAsync(path);
        return new FormUrlEncodedContent([
            new("__RequestVerificationToken", Token().Match(page).Groups["value"].Value), new("_handler", Handler().Match(page).Groups["value"].Value),
            .. fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value)),
        ]);
    }

    [GeneratedRegex("""(?:src|href|action)="(?:https?:)?//[^"]*""", RegexOptions.None, 1000)]
    private static partial Regex Outside();

    [GeneratedRegex("""<script(?![^>]*\bsrc=)[^>]*>|\son[a-z]+=""", RegexOptions.None, 1000)]
    private static partial Regex Inline();

    [GeneratedRegex("""name="__RequestVerificationToken" value="(?<value>[^"]+)""", RegexOptions.None, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("""name="_handler" value="(?<value>[^"]+)""", RegexOptions.None, 1000)]
    private static partial Regex Handler();
}
