using System.Net;
using System.Text.RegularExpressions;
using Resumai.Server.ApiKeys;
using Resumai.Server.Errors;
using Resumai.Server.Tests.Hosting;
using Resumai.Server.Web.Legal;
using Resumai.Server.Web.Site;
using Resumai.Server.Web.Texts;

namespace Resumai.Server.Tests.Web;

public sealed partial class PublicPagesTests(PublicPagesTests.NamedServer server) : IClassFixture<PublicPagesTests.NamedServer>
{
    /// <summary>An operator who has filled in who they are.</summary>
    public static IEnumerable<(string Key, string Value)> Named { get; } =
    [
        ("Operator:Name", "Example Works Ltd"), ("Operator:Address", "1 Example Street 1000 Exampleton"), ("Operator:Email", "privacy@works.example"),
        ("Operator:SubProcessors", "Example Hosting | Servers | Belgium, Example Mail | Mails | Ireland"), ("Prices:Packs", "1000=9000, 10000=70000"),
    ];

    public sealed class NamedServer : WebServer
    {
        protected override IEnumerable<(string Key, string Value)> Settings => [.. Named, ("RateLimits:Free:PerDay", "54321")];
    }

    [Fact]
    public async Task The_developer_page_has_every_error_scope_address_limit_and_price_of_this_server()
    {
        var page = await ReadAsync("/developers");
        var document = await (await server.App.Anonymous().GetAsync("openapi.json")).JsonAsync();

        foreach (var error in ApiErrors.All) page.ShouldContain($"<code>{error.Code}</code>");
        foreach (var scope in Scopes.All) page.ShouldContain($"<code>{scope}</code>");
        var addresses = document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().Select(o => $"<code>{o.Key.ToUpperInvariant()} {p.Key}</code>")).ToList();
        addresses.Count.ShouldBeGreaterThan(10);
        foreach (var address in addresses) page.ShouldContain(address);
        foreach (var figure in (string[])["54,321", "10,485,760", "1,000 credits: 90.00 €", "10,000 credits: 700.00 €"]) page.ShouldContain(figure);
    }

    [Fact]
    public async Task The_reference_shows_what_the_openapi_document_says()
    {
        var page = await ReadAsync("/developers/reference");
        var document = await (await server.App.Anonymous().GetAsync("openapi.json")).JsonAsync();

        foreach (var (path, operations) in document["paths"]!.AsObject())
        {
            foreach (var (method, operation) in operations!.AsObject())
            {
                page.ShouldContain($"<code>{method.ToUpperInvariant()} {path}</code>");
                page.ShouldContain($"id=\"{operation!["operationId"]}\"");
                foreach (var parameter in operation["parameters"]?.AsArray() ?? []) page.ShouldContain($"<code>{parameter!["name"]}</code>");
            }
        }
        page.ShouldContain("\"credits\": integer");
        page.ShouldContain("min_experience_years");
    }

    [Fact]
    public async Task Pages_about_data_protection_carry_the_operators_names_in_every_language()
    {
        foreach (var language in Language.All)
        {
            foreach (var path in (string[])["/privacy", "/dpa", "/sub-processors"])
            {
                var page = await ReadAsync(path, language.Code);
                page.ShouldContain($"<html lang=\"{language.Code}\"");
                page.ShouldContain(path == "/sub-processors" ? "Example Hosting" : "Example Works Ltd");
                page.ShouldNotContain("[Operator:", Case.Sensitive, path);
            }
        }
        (await ReadAsync("/privacy", "de")).ShouldContain("Aufsichtsbehörde");
    }

    [Fact]
    public void A_text_has_the_same_sections_in_each_language_and_names_the_settings_that_are_missing()
    {
        foreach (var name in (string[])[LegalText.Privacy, LegalText.Dpa])
        {
            var english = LegalText.Load(name, "en");
            foreach (var language in Language.All)
            {
                var text = LegalText.Load(name, language.Code);
                text.Sections.Select(s => s.Text.Count).ShouldBe(english.Sections.Select(s => s.Text.Count), language.Code);
                text.Sections.SelectMany(s => s.Text).SelectMany(t => Places().Matches(t).Select(m => m.Value)).Distinct().Order()
                    .ShouldBe(english.Sections.SelectMany(s => s.Text).SelectMany(t => Places().Matches(t).Select(m => m.Value)).Distinct().Order(), language.Code);
            }
        }
        LegalText.Of(LegalText.Privacy, "de", new SiteOptions("", "", "", "", [], [])).Sections[0].Text[0].ShouldStartWith("[Operator:Name], [Operator:Address]");
    }

    [Theory]
    [InlineData("Example Hosting | Servers")]
    [InlineData("|Servers|Belgium")]
    public void A_sub_processor_has_a_name_a_purpose_and_a_country(string text) => SubProcessor.Parse(text).ShouldBeNull();

    [Theory]
    [InlineData("1000")]
    [InlineData("0=5")]
    [InlineData("1000=9.50")]
    public void A_pack_has_credits_and_cents(string text) => CreditPack.Parse(text).ShouldBeNull();

    [Fact]
    public async Task The_status_page_says_what_does_not_answer_and_names_no_engine()
    {
        (await ReadAsync("/status")).ShouldContain("Everything works.");
        try
        {
            server.App.Fault.FailsOn = "FROM accounts";

            var page = await ReadAsync("/status");

            page.ShouldContain("The service is disrupted.");
            page.ShouldContain("<dt>Records</dt><dd>does not answer</dd>");
            page.ShouldNotContain("sqlite", Case.Insensitive);
            page.ShouldNotContain("secret-detail");
        }
        finally
        {
            server.App.Fault.FailsOn = null;
        }
    }

    private async Task<string> ReadAsync(string path, string language = "en")
    {
        using var client = new HttpClient { BaseAddress = server.App.Address };
        client.DefaultRequestHeaders.Add("Accept-Language", language);
        using var response = await client.GetAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
    }

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Places();
}
