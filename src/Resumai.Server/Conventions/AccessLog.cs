using System.Diagnostics;
using Resumai.Server.ApiKeys;
using Resumai.Server.Telemetry;

namespace Resumai.Server.Conventions;

/// <summary>One line a request: method, route (never the path or the query as sent), status, time, account.</summary>
public sealed class AccessLog(RequestDelegate next, TimeProvider time, ILogger<AccessLog> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var start = time.GetTimestamp();
        try
        {
            await next(http);
        }
        finally
        {
            var method = HeadAsGet.SentMethod(http) is var sent && KnownMethods.Contains(sent) ? sent : "other";
            var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "unknown";
            ServerTraces.Name(http, method, route);
            log.LogInformation("{Method} {Route} {Status} in {Milliseconds} ms, account {Account}, request {RequestId}",
                method, route,
                http.RequestAborted.IsCancellationRequested && !http.Response.HasStarted ? 499 : http.Response.StatusCode,
                (long)time.GetElapsedTime(start).TotalMilliseconds,
                ApiCaller.Of(http)?.AccountId,
                RequestIds.Of(http));
        }
    }

    private static readonly HashSet<string> KnownMethods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
}
