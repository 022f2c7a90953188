namespace Resumai.Server.Conventions;

/// <summary>Gives every request an id, on every response as <c>X-Request-Id</c>.</summary>
public sealed class RequestIds(RequestDelegate next)
{
    public const string Header = "X-Request-Id";

    public Task InvokeAsync(HttpContext http)
    {
        http.TraceIdentifier = Guid.CreateVersion7().ToString();
        http.Response.Headers[Header] = http.TraceIdentifier;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return next(http);
    }

    public static string Of(HttpContext http) => http.TraceIdentifier;
}
