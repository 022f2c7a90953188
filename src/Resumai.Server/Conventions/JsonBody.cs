using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Net.Http.Headers;
using Resumai.Server.Errors;

namespace Resumai.Server.Conventions;

/// <summary>A request's body as JSON, at most 1 MiB of it.</summary>
internal static class JsonBody
{
    public const int MostBytes = 1024 * 1024;

    /// <summary>The document; or 415, 413 or 400.</summary>
    public static async Task<(JsonNode? Document, Problem? Refusal)> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !IsJson(type)) return (null, ApiErrors.UnsupportedMediaType.Problem());
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, cancellation)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > MostBytes) return (null, ApiErrors.RequestTooLarge.Problem());
        }
        try
        {
            var options = new JsonDocumentOptions { AllowDuplicateProperties = false };
            return (JsonNode.Parse(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), documentOptions: options), null);
        }
        catch (JsonException)
        {
            return (null, ApiErrors.InvalidFields(new FieldError("body", "must be JSON (RFC 8259) without doubled keys")));
        }
    }

    private static bool IsJson(MediaTypeHeaderValue type) =>
        type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.MediaType.Equals("application/json-patch+json", StringComparison.OrdinalIgnoreCase);
}
