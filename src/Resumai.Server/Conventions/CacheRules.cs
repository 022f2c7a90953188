using Microsoft.Net.Http.Headers;

namespace Resumai.Server.Conventions;

/// <summary><c>Cache-Control: private, no-cache</c> for answers with an ETag, else <c>no-store</c>.</summary>
public sealed class CacheRules(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        http.Response.OnStarting(static state =>
        {
            var headers = ((HttpContext)state).Response.Headers;
            if (headers.CacheControl.Count == 0) headers.CacheControl = headers.ETag.Count > 0 ? "private, no-cache" : "no-store";
            return Task.CompletedTask;
        }, http);
        return next(http);
    }

    /// <summary>
    /// Sets the answer's ETag and says whether <c>If-None-Match</c> names it (weak comparison, RFC 9110 section 13.1.2): answer 304 then.
    /// </summary>
    /// <param name="tag">Without quotes.</param>
    public static bool IsNotModified(HttpContext http, string tag)
    {
        var etag = SetTag(http, tag);
        var known = http.Request.GetTypedHeaders().IfNoneMatch;
        return known.Any(k => k.Equals(EntityTagHeaderValue.Any) || k.Compare(etag, useStrongComparison: false));
    }

    /// <summary>Sets the answer's ETag.</summary>
    /// <param name="tag">Without quotes.</param>
    public static EntityTagHeaderValue SetTag(HttpContext http, string tag)
    {
        var etag = new EntityTagHeaderValue($"\"{tag}\"", isWeak: true);
        http.Response.Headers.ETag = etag.ToString();
        return etag;
    }
}
