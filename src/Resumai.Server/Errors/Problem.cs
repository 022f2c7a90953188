using System.Text.Json;
using System.Text.Json.Nodes;
using Resumai.Server.Conventions;

namespace Resumai.Server.Errors;

/// <summary>
/// A refusal as <c>application/problem+json</c> (RFC 9457) with <c>code</c>, <c>request_id</c> and, for 400, <c>errors</c>.
/// Immutable: <c>With…</c> answer changed copies.
/// </summary>
public sealed record Problem(ApiError Error, string Detail) : IResult
{
    public const string MediaType = "application/problem+json";

    /// <summary>What is wrong, by field; of 400 alone.</summary>
    public IReadOnlyList<FieldError> Fields { get; private init; } = [];

    private IReadOnlyList<KeyValuePair<string, JsonNode?>> Members { get; init; } = [];
    private int? Retry { get; init; }

    /// <summary>Adds a member to the body, e.g. <c>asset_id</c>.</summary>
    public Problem With(string name, JsonNode? value) => this with { Members = [.. Members, new(name, value)] };

    public Problem WithFields(IReadOnlyList<FieldError> fields) => this with { Fields = fields };

    /// <summary>Adds <c>Retry-After</c>, in whole seconds, at least 1.</summary>
    public Problem RetryAfter(int seconds) => this with { Retry = Math.Max(1, seconds) };

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var body = Render(httpContext);
        response.StatusCode = Error.Status;
        response.ContentType = MediaType;
        response.ContentLength = body.Length;
        if (Retry is { } seconds) response.Headers.RetryAfter = seconds.ToString();
        return response.Body.WriteAsync(body).AsTask();
    }

    /// <summary>The body for this request.</summary>
    public byte[] Render(HttpContext http)
    {
        var body = new JsonObject
        {
            ["type"] = $"urn:resumai:error:{Error.Code}",
            ["title"] = Error.Title,
            ["status"] = Error.Status,
            ["detail"] = Detail,
            ["instance"] = http.Request.Path.ToUriComponent(),
            ["code"] = Error.Code,
            ["request_id"] = RequestIds.Of(http),
        };
        if (Error.Status == 400)
        {
            body["errors"] = new JsonArray([.. Fields.Select(f => new JsonObject { ["field"] = f.Field, ["message"] = f.Message })]);
        }
        foreach (var (name, value) in Members) body[name] = value?.DeepClone();
        return JsonSerializer.SerializeToUtf8Bytes(body, JsonForm.Options);
    }
}
