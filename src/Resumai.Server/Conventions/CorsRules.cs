using Resumai.Server.Settings;

namespace Resumai.Server.Conventions;

/// <summary>Which web pages may call the API from a browser: <c>Cors:Origins</c>, none by default; never with cookies.</summary>
public static class CorsRules
{
    private static readonly string[] Exposed =
    [
        "X-Request-Id", "X-Resumai-Environment", "RateLimit-Policy", "RateLimit", "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset",
        "Retry-After", "Idempotent-Replayed", "Location", "Link", "ETag", "Allow", "Content-Disposition", "WWW-Authenticate", "Deprecation", "Sunset",
    ];

    private static readonly string[] Taken = ["Authorization", "Content-Type", "Accept", "Idempotency-Key", "If-Match", "If-None-Match"];

    /// <summary>True when an origin is allowed: the middleware is used then.</summary>
    public static bool AddCorsRules(this IServiceCollection services, SettingsReader settings)
    {
        var origins = settings.List("Cors:Origins", "an origin like https://app.example (no path, no *)", Origin);
        if (origins.Count == 0) return false;
        services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .WithOrigins([.. origins])
            .WithMethods("GET", "HEAD", "POST", "PATCH", "DELETE")
            .WithHeaders(Taken)
            .WithExposedHeaders(Exposed)
            .SetPreflightMaxAge(TimeSpan.FromMinutes(10))));
        return true;
    }

    private static string? Origin(string text) =>
        !text.Contains('*') && Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri.GetLeftPart(UriPartial.Authority).Equals(text, StringComparison.OrdinalIgnoreCase)
            ? uri.GetLeftPart(UriPartial.Authority) : null;
}
