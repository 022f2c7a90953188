using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Resumai.Server.Tests.Hosting;
using Resumai.Server.Web.Pages.Developers;

namespace Resumai.Server.Tests.Web;

public sealed partial class LiveReferenceTests(WebServer server) : IClassFixture<WebServer>
{
    [Theory]
    [InlineData("light", 1280)]
    [InlineData("dark", 390)]
    public async Task A_developer_sees_every_operation_and_sends_one_with_their_key(string theme, int width)
    {
        Browser.Require();
        var account = await server.App.AccountAsync(credits: 7);
        var key = await server.App.KeyAsync(account.Id);
        var document = await (await server.App.Anonymous().GetAsync("openapi.json")).JsonAsync();
        // Fails when another host is asked for anything, or an error is written to the console: what the policy refuses is one.
        await using var developer = await Visitor.ComeAsync(server.App.Address, width, dark: theme == "dark");
        var page = developer.Page;

        await developer.GoAsync("/developers");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Try the API" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Resumai", Level = 1 })).ToBeVisibleAsync(new() { Timeout = Patience.Timeout });
        foreach (var tag in (string[])["Files", "Data", "Account"]) await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = tag, Exact = true }).First).ToBeAttachedAsync(Patience);
        var summaries = document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject()).Select(o => o.Value!["summary"]!.GetValue<string>()).ToList();
        summaries.Count.ShouldBeGreaterThan(10);
        foreach (var summary in summaries)
        {
            await page.EvaluateAsync("scrollBy(0, 600)");
            await Assertions.Expect(page.GetByText(summary).First).ToBeAttachedAsync(Patience);
        }
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "screenshots", $"{theme}-{width}")).FullName;
        await page.EvaluateAsync("scrollTo(0, 0)");
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "try.png") });
        // From the top: further down the bar that stays covers whichever link is just under it.
        (await Axe.SeriousAsync(page)).ShouldBeEmpty();

        await page.GetByLabel("Bearer Token").First.FillAsync(key.Text);
        // What is far below is drawn when somebody comes near it, or by its address.
        await page.EvaluateAsync("location.hash = 'tag/account/GET/api/v1/account'");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Tier, credits and limits of the account" }).First).ToBeVisibleAsync(new() { Timeout = Patience.Timeout });
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Test Request (get /api/v1/account)", Exact = true }).ClickAsync();
        var answer = await page.RunAndWaitForResponseAsync(() => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = Send() }).First.ClickAsync(),
            response => response.Url.EndsWith("/api/v1/account", StringComparison.Ordinal));

        answer.Status.ShouldBe(200);
        (await answer.Request.AllHeadersAsync()).ShouldNotContainKey("cookie");
        await developer.ReadsAsync(account.Id.ToString());
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "try-sent.png") });
    }

    [Fact]
    public async Task The_page_is_as_strict_as_every_other_and_its_script_is_packed_and_kept()
    {
        using var client = new HttpClient(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = server.App.Address };

        using var page = await client.GetAsync(LiveReference.Path);
        page.Header("Content-Security-Policy").ShouldBe((await client.GetAsync("/developers")).Header("Content-Security-Policy"));
        WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync()).ShouldContain($"src=\"{LiveReference.ScriptPath}\"");
        using var plain = await client.GetAsync(LiveReference.ScriptPath);
        using var asked = new HttpRequestMessage(HttpMethod.Get, LiveReference.ScriptPath) { Headers = { { "Accept-Encoding", "br, gzip" } } };
        using var packed = await client.SendAsync(asked);
        using var others = await client.GetAsync($"{LiveReference.Path}/scalar.js?v=other");

        (plain.Content.Headers.ContentEncoding.Count, packed.Content.Headers.ContentEncoding.Single()).ShouldBe((0, "gzip"));
        var (script, bytes) = (await plain.Content.ReadAsStringAsync(), await packed.Content.ReadAsByteArrayAsync());
        await using var unpacked = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        (await new StreamReader(unpacked).ReadToEndAsync() == script).ShouldBeTrue();
        bytes.Length.ShouldBeLessThan(1_600_000);
        packed.Header("Cache-Control").ShouldBe("public, max-age=31536000, immutable");
        packed.Header("Vary").ShouldBe("Accept-Encoding");
        others.Header("Cache-Control").ShouldBe("no-cache");
    }

    private static LocatorAssertionsToBeAttachedOptions Patience => new() { Timeout = (float)TimeSpan.FromMinutes(1).TotalMilliseconds };

    [GeneratedRegex("^Send ", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Send();
}
