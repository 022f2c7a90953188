using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Resumai.Server.Jobs;

namespace Resumai.Server.Telemetry;

/// <summary>
/// Spans from the upload's request to its result, on whatever machine that is made: the request's context is kept with the job. They name
/// assets, never files, people or what a request asked for.
/// </summary>
public static class ServerTraces
{
    /// <summary>Of the spans of requests, which ASP.NET Core makes.</summary>
    public const string Requests = "Microsoft.AspNetCore";

    /// <summary>Of the spans of parses.</summary>
    public const string Parses = "Resumai.Server";

    private static readonly ActivitySource Source = new(Parses);

    /// <summary>What a job keeps of the request that made it (W3C <c>traceparent</c>); null where nothing is traced.</summary>
    public static string? Context => Source.HasListeners() ? Activity.Current?.Id : null;

    /// <summary>Begins the span of one try of a job, under the upload that made it.</summary>
    public static Activity? Begin(JobLease lease)
    {
        var parent = ActivityContext.TryParse(lease.TraceParent, traceState: null, isRemote: true, out var upload) ? upload : default;
        var span = Source.StartActivity("parse", ActivityKind.Consumer, parent);
        span?.SetTag("resumai.asset", lease.AssetId).SetTag("resumai.lease", lease.Number)
            .SetTag("resumai.host_ends", lease.HostEnds).SetTag("resumai.takeovers", lease.Takeovers);
        return span;
    }

    /// <summary>Says how the job of the current span ended, and adds a span a stage.</summary>
    /// <param name="failure">Its code; null: completed.</param>
    public static void End(string? failure, IEnumerable<StageSpan> stages)
    {
        if (Activity.Current is not { } span || span.Source != Source) return;
        foreach (var stage in stages)
        {
            using var child = Source.StartActivity(stage.Name, ActivityKind.Internal, span.Context, startTime: new DateTimeOffset(stage.Started));
            child?.SetEndTime(stage.Finished);
        }
        span.SetTag("resumai.outcome", failure ?? "completed");
        if (failure is not null) span.SetStatus(ActivityStatusCode.Error, failure);
    }

    /// <summary>Names a request's span by its route; the path and the query as sent may hold what is personal.</summary>
    public static void Name(HttpContext http, string method, string route)
    {
        if (http.Features.Get<IHttpActivityFeature>()?.Activity is not { IsAllDataRequested: true } span) return;
        foreach (var (key, _) in span.TagObjects.ToList()) span.SetTag(key, null);
        span.DisplayName = $"{method} {route}";
        span.SetTag("http.request.method", method).SetTag("http.route", route).SetTag("http.response.status_code", http.Response.StatusCode);
        if (http.Response.StatusCode >= StatusCodes.Status500InternalServerError) span.SetStatus(ActivityStatusCode.Error);
    }
}
