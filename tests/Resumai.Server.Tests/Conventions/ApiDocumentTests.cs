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
    }
}
