using Resumai.Server.Errors;

namespace Resumai.Server.Idempotency;

/// <summary>The <c>Idempotency-Key</c> header: 1 to 255 visible ASCII characters.</summary>
public static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";

    /// <summary>Null when the header is absent or good; else the 400 to answer with. Every POST is checked before its handler runs.</summary>
    public static Problem? Fault(HttpRequest request)
    {
        var header = request.Headers[Header];
        if (header.Count == 0) return null;
        return header is [{ Length: >= 1 and <= 255 } key] && key.All(c => c is >= '!' and <= '~')
            ? null
            : ApiErrors.InvalidIdempotencyKey.Problem().WithFields([new FieldError(Header, "must be 1 to 255 visible ASCII characters, sent once")]);
    }

    internal static string? Of(HttpRequest request) => request.Headers[Header] is [{ } key] ? key : null;

    internal static ValueTask<object?> RefuseFaulty(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        HttpMethods.IsPost(context.HttpContext.Request.Method) && Fault(context.HttpContext.Request) is { } fault
            ? ValueTask.FromResult<object?>(fault)
            : next(context);
}
