using Resumai.Server.Files;
using Resumai.Server.Storage;
using Resumai.Server.Web;

namespace Resumai.Server.Errors;

/// <summary>
/// Turns what nobody answered into problems: statuses without a body (404, 405, 415 …), requests that cannot be read, and
/// exceptions, of which the caller learns nothing but the request id. Who looks at a page gets one that says so.
/// </summary>
public sealed class FailureBoundary(RequestDelegate next, IDatabaseEngine database, ILogger<FailureBoundary> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (BadHttpRequestException e)
        {
            await AnswerAsync(http, ApiErrors.ForStatus(e.StatusCode, http));
            return;
        }
        catch (Exception e) when (e is FileStoreUnavailableException || database.IsOutage(e))
        {
            log.LogError("Request {RequestId} failed: an engine does not answer ({Reason}).", Conventions.RequestIds.Of(http), e.GetBaseException().Message);
            await AnswerAsync(http, ApiErrors.Unavailable.Problem().RetryAfter(5));
            return;
        }
        catch (Exception e)
        {
            log.LogError(e, "Request {RequestId} failed.", Conventions.RequestIds.Of(http));
            await AnswerAsync(http, ApiErrors.InternalError.Problem());
            return;
        }
        var response = http.Response;
        if (response is { HasStarted: false, StatusCode: >= 400, ContentType: null, ContentLength: null or 0 })
        {
            if (response.StatusCode == 405 && response.Headers.Allow.ToString() is var allow && allow.Contains("GET", StringComparison.Ordinal))
            {
                response.Headers.Allow = allow + ", HEAD";
            }
            if (FailurePage.IsWanted(http)) await FailurePage.WriteAsync(http, response.StatusCode);
            else await ApiErrors.ForStatus(response.StatusCode, http).ExecuteAsync(http);
        }
    }

    private static async Task AnswerAsync(HttpContext http, Problem problem)
    {
        if (http.Response.HasStarted)
        {
            // The client must not take a cut answer for a whole one.
            http.Abort();
            return;
        }
        var headers = http.Response.Headers;
        headers.ETag = headers.Location = headers.ContentDisposition = headers.ContentEncoding = headers.LastModified = default;
        if (FailurePage.IsWanted(http)) await FailurePage.WriteAsync(http, problem.Error.Status);
        else await problem.ExecuteAsync(http);
    }
}
