using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Resumai.Server.Web.Pages.Developers;

/// <summary>The OpenAPI document as the reference page shows it: every operation with its parameters and the shapes of its bodies.</summary>
public sealed class ApiReference([FromKeyedServices("v1")] IOpenApiDocumentProvider documents)
{
    private IReadOnlyList<Operation>? _operations;

    public sealed record Parameter(string Name, string Place, string Shape, string? Description);

    /// <param name="Title">Which body: "Request application/json", "200 application/json".</param>
    public sealed record Body(string Title, string Shape);

    public sealed record Operation(string Id, string Method, string Path, string Summary, IReadOnlyList<Parameter> Parameters, IReadOnlyList<Body> Bodies);

    /// <summary>By path. The document is of one build and stays, so it is read once.</summary>
    public async ValueTask<IReadOnlyList<Operation>> ReadAsync(CancellationToken cancellationToken) =>
        _operations ??= [.. (await documents.GetOpenApiDocumentAsync(cancellationToken)).Paths.OrderBy(p => p.Key, StringComparer.Ordinal)
            .SelectMany(p => (p.Value.Operations ?? []).Select(o => Describe(p.Key, o.Key, o.Value)))];

    private static Operation Describe(string path, HttpMethod method, OpenApiOperation operation) => new(
        operation.OperationId ?? $"{method}{path}", method.Method, path, operation.Summary ?? "",
        [.. (operation.Parameters ?? []).Select(p => new Parameter(p.Name ?? "", p.In?.ToString().ToLowerInvariant() ?? "", SchemaShape.Of(p.Schema), p.Description))],
        [.. Contents("Request", operation.RequestBody?.Content), .. (operation.Responses ?? []).Where(r => r.Key != "default").SelectMany(r => Contents(r.Key, r.Value.Content))]);

    private static IEnumerable<Body> Contents(string which, IEnumerable<KeyValuePair<string, OpenApiMediaType>>? contents) =>
        (contents ?? []).Where(c => c.Value.Schema is not null).Select(c => new Body($"{which} {c.Key}", SchemaShape.Of(c.Value.Schema)));
}
