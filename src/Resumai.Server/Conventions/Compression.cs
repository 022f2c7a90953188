using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace Resumai.Server.Conventions;

/// <summary>gzip and br for answers to bearer keys: no page can make a browser send those, so lengths betray nothing (BREACH).</summary>
public static class Compression
{
    public static IServiceCollection AddCompression(this IServiceCollection services)
    {
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        return services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["application/json", "application/problem+json", "application/x-ndjson", "text/csv"];
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
    }

    public static void UseCompressionForKeys(this IApplicationBuilder app) => app.UseWhen(
        http => http.Request.Path.StartsWithSegments(ServerHost.ApiPath) && http.Request.Headers.Authorization.Count > 0,
        branch => branch.UseResponseCompression());
}
