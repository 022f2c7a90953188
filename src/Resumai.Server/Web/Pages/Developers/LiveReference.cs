using System.IO.Compression;
using System.Reflection;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.HttpResults;
using Resumai.Server.Web.Layout;
using Resumai.Server.Web.Texts;
using Scalar.AspNetCore;

namespace Resumai.Server.Web.Pages.Developers;

/// <summary>
/// <c>/developers/try</c>: Scalar over the OpenAPI document of this server. The page is ours (<c>TryPage.razor</c>, <c>try.js</c>), for the package's own begins by
/// a script within it, which no page of ours may have; of the package we hand out the script alone. Nothing is asked of another host.
/// </summary>
internal static class LiveReference
{
    public const string Path = "/developers/try";
    private const string Script = "ScalarStaticAssets.scalar.js";
    private static readonly Assembly Package = typeof(ScalarOptions).Assembly;
    private static readonly string Version = Package.ManifestModule.ModuleVersionId.ToString("N");

    /// <summary>Another one with each version of the package, so that browsers may keep what it answers.</summary>
    public static string ScriptPath { get; } = $"{Path}/scalar.js?v={Version}";

    public static void Map(IEndpointRouteBuilder app)
    {
        // As a page of the router: until somebody operates the server it is not there.
        app.MapGet(Path, Page).WithMetadata(new ComponentTypeMetadata(typeof(TryPage))).ExcludeFromDescription();
        app.MapGet(Path + "/scalar.js", ScriptOf).ExcludeFromDescription();
    }

    // Not by its own type: what binds endpoints at compile time does not see pages.
    private static IResult Page(HttpContext http, AppTexts texts)
    {
        texts.Use(Language.Of(http.Request));
        return new RazorComponentResult<TryPage>(new { IsDark = Theme.IsDark(http.Request) });
    }

    /// <summary>The script as the package keeps it, packed with gzip, and unpacked for who does not take that.</summary>
    private static IResult ScriptOf(HttpContext http, string? v)
    {
        var headers = http.Response.Headers;
        // While servers of two versions answer, the other's script must not stay under this one's address.
        headers.CacheControl = v == Version ? "public, max-age=31536000, immutable" : "no-cache";
        headers.Vary = "Accept-Encoding";
        var packed = Package.GetManifestResourceStream(Script)!;
        if (!http.Request.GetTypedHeaders().AcceptEncoding.Any(e => e.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase) && e.Quality != 0))
            return Results.Stream(new GZipStream(packed, CompressionMode.Decompress), "text/javascript");
        headers.ContentEncoding = "gzip";
        return Results.Stream(packed, "text/javascript");
    }
}
