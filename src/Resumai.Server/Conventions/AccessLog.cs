using System.Diagnostics;
using Resumai.Server.ApiKeys;

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
            log.LogInformation("{Method} {Route} {Status} in {Milliseconds} ms, account {Account}, request {RequestId}",
                HeadAsGet.SentMethod(http) is var method && KnownMethods.Contains(method) ? method : "other",
                (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "unknown",
                http.RequestAborted.IsCancellationRequested && !http.Response.HasStarted ? 499 : http.Response.StatusCode,
                (long)time.GetElapsedTime(start).TotalMilliseconds,
                ApiCaller.Of(http)?.AccountId,
                RequestIds.Of(http));
        }
    }

    private static readonly HashSet<string> KnownMethods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
}
