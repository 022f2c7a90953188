using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Resumai.Server.ApiKeys;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Conventions;

public class ApiDocumentTests
{
    [Fact]
    public async Task The_openapi_document_is_public_and_tells_the_addresses_the_key_and_the_problems()
    {
        await using var app = await ResumaiApp.StartAsync();

        var response = await app.Anonymous().GetAsync("openapi.json");
        var document = await response.JsonAsync();

        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        document["components"]!["securitySchemes"]!["bearer"]!["scheme"]!.GetValue<string>().ShouldBe("bearer");
        var operation = document["paths"]!["/api/v1/account"]!["get"]!;
        operation["responses"]!["default"]!["content"]!["application/problem+json"].ShouldNotBeNull();
        document["paths"]!.AsObject().ShouldAllBe(path => path.Key.StartsWith("/api/v1/"));
        document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(o => $"{o.Key.ToUpperInvariant()} {path.Key[7..]}")).ShouldBe(
        [
            "POST /files/upload", "GET /files/assets", "GET /files/assets/{asset_id}/status", "GET /files/assets/{asset_id}/file", "DELETE /files/assets/{asset_id}",
            "PATCH /files/assets/{asset_id}", "POST /files/assets/{asset_id}/reparse", "POST /files/assets/{asset_id}/restore",
            "GET /data/master/{asset_id}", "PATCH /data/master/{asset_id}", "GET /data/master/{asset_id}/revisions", "POST /data/master/{asset_id}/revisions/{revision}/undo", "GET /data/display", "GET /account", "GET /account/ledger",
        ], ignoreOrder: true);
        document["paths"]!["/api/v1/account/ledger"]!["get"]!["parameters"]!.AsArray().Select(p => p!["name"]!.GetValue<string>()).ShouldBe(["limit", "cursor"]);
    }

    [Fact]
    public async Task Every_address_of_the_api_asks_for_a_scope_except_the_document_itself()
    {
        await using var app = await ResumaiApp.StartAsync();

        var open = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith(ServerHost.ApiPath, StringComparison.Ordinal))
            .Where(e => !e.Metadata.GetOrderedMetadata<CallerRule>().Any(r => r.Scope is not null));

        open.Select(e => e.RoutePattern.RawText).ShouldBe(["/api/v1/openapi.json"]);
    }

    [Fact]
    public async Task Every_get_answers_head_and_another_method_is_405_with_Allow()
    {
        await using var app = await ResumaiApp.StartAsync();
        var account = await app.AccountAsync();
        var paths = (await (await app.Anonymous().GetAsync("openapi.json")).JsonAsync())["paths"]!.AsObject();

        foreach (var (path, operations) in paths)
        {
            var address = path.Replace("{asset_id}", Guid.CreateVersion7().ToString(), StringComparison.Ordinal).Replace("{revision}", "1", StringComparison.Ordinal);
            if (operations!["get"] is not null)
            {
                using var head = new HttpRequestMessage(HttpMethod.Head, address);
                var response = await account.Http.SendAsync(head);
                response.StatusCode.ShouldBe((await account.Http.GetAsync(address)).StatusCode, path);
                (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty(path);
            }
            using var put = new HttpRequestMessage(HttpMethod.Put, address);
            var refused = await account.Http.SendAsync(put);
            await refused.ShouldBeProblemAsync(405, "method_not_allowed");
            var allowed = operations.AsObject().SelectMany(o => o.Key == "get" ? ["GET", "HEAD"] : (string[])[o.Key.ToUpperInvariant()]);
            refused.Header("Allow")!.Split(", ").ShouldBe(allowed, ignoreOrder: true, path);
        }
    }
}
