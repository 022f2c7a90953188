using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Resumai.Server.Tests.Hosting;

public static class Responses
{
    /// <summary>The body as JSON.</summary>
    public static async Task<JsonNode> JsonAsync(this HttpResponseMessage response) => (await response.Content.ReadFromJsonAsync<JsonNode>())!;

    /// <summary>Holds the answer to the form of a problem (RFC 9457 and ours) with this status and code; its body.</summary>
    public static async Task<JsonNode> ShouldBeProblemAsync(this HttpResponseMessage response, int status, string code)
    {
        var text = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).ShouldBe(status, text);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var body = JsonNode.Parse(text)!;
        body["code"]!.GetValue<string>().ShouldBe(code);
        body["status"]!.GetValue<int>().ShouldBe(status);
        body["type"]!.GetValue<string>().ShouldBe($"urn:resumai:error:{code}");
        body["title"]!.GetValue<string>().ShouldNotBeNullOrWhiteSpace();
        body["detail"]!.GetValue<string>().ShouldNotBeNullOrWhiteSpace();
        body["instance"]!.GetValue<string>().ShouldBe(response.RequestMessage!.RequestUri!.AbsolutePath);
        body["request_id"]!.GetValue<string>().ShouldBe(response.Headers.GetValues("X-Request-Id").Single());
        (body["errors"] is JsonArray).ShouldBe(status == 400);
        return body;
    }

    /// <summary>A header's single value, or null.</summary>
    public static string? Header(this HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : null;
}
