using Microsoft.Net.Http.Headers;
using Resumai.Server.Errors;

namespace Resumai.Server.Conventions;

/// <summary>What an endpoint can answer with, best first; endpoint metadata. Without it: JSON.</summary>
public sealed record Offers(IReadOnlyList<string> MediaTypes)
{
    public static Offers Json { get; } = new(["application/json"]);
    /// <summary>Whatever is stored; <c>Accept</c> is not judged before the handler runs.</summary>
    public static Offers Anything { get; } = new([]);
}

public static class MediaTypes
{
    /// <summary>The media types this endpoint gives. The first is given for <c>*/*</c>.</summary>
    public static TBuilder Offering<TBuilder>(this TBuilder endpoint, params string[] mediaTypes) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(mediaTypes.Length == 0 ? Offers.Anything : new Offers(mediaTypes));

    /// <summary>
    /// The offered media type that <c>Accept</c> prefers (RFC 9110 section 12.5.1: highest quality of the most specific range), the
    /// first of equals; null when none is accepted. No header accepts all.
    /// </summary>
    public static string? Preferred(HttpRequest request, IReadOnlyList<string> offered)
    {
        var ranges = request.GetTypedHeaders().Accept;
        if (request.Headers.Accept.All(string.IsNullOrWhiteSpace)) return offered[0];
        string? best = null;
        double bestQuality = 0;
        foreach (var type in offered)
        {
            var quality = QualityOf(MediaTypeHeaderValue.Parse(type), ranges);
            if (quality > bestQuality) (best, bestQuality) = (type, quality);
        }
        return best;
    }

    /// <summary>406 when nothing that the endpoint offers is accepted.</summary>
    internal static ValueTask<object?> RefuseUnacceptable(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var offers = context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<Offers>() ?? Offers.Json;
        return offers.MediaTypes.Count == 0 || context.HttpContext.Request.Query.ContainsKey("format") || Preferred(context.HttpContext.Request, offers.MediaTypes) is not null
            ? next(context)
            : ValueTask.FromResult<object?>(ApiErrors.NotAcceptable.Problem(string.Join(", ", offers.MediaTypes)));
    }

    private static double QualityOf(MediaTypeHeaderValue type, IList<MediaTypeHeaderValue> ranges)
    {
        var specificity = -1;
        double quality = 0;
        foreach (var range in ranges)
        {
            if (!type.IsSubsetOf(range) && !type.MediaType.Equals(range.MediaType, StringComparison.OrdinalIgnoreCase)) continue;
            var rank = range.MatchesAllTypes ? 0 : range.MatchesAllSubTypes ? 1 : 2;
            if (rank > specificity) (specificity, quality) = (rank, range.Quality ?? 1);
        }
        return quality;
    }
}
