using Resumai.Server.Errors;
using Resumai.Server.RateLimits;

namespace Resumai.Server.ApiKeys;

/// <summary>
/// Lets callers in, in this order: 401 without a valid key, 403 while the account is suspended or without the endpoint's scope, 429 above the account's limits. Every
/// authenticated request counts while there is room, refused or not, also to an address that needs no key or does not exist.
/// </summary>
public sealed class CallerGate(RequestDelegate next, BearerKeys keys, IRequestCounter counters, FailedAuthentications failed, EndpointUse use)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var rules = http.GetEndpoint()?.Metadata.GetOrderedMetadata<CallerRule>() ?? [];
        var inApi = http.Request.Path.StartsWithSegments(ServerHost.ApiPath);
        if (rules.Count == 0 && (!inApi || http.Request.Headers.Authorization.Count == 0))
        {
            await next(http);
            return;
        }
        var (caller, refusal) = await keys.AuthenticateAsync(http.Request, http.RequestAborted);
        if (caller is not null) await AdmitAsync(http, caller, rules);
        else if (rules.Count == 0) await next(http);
        // The key is valid: nobody tries keys here.
        else if (refusal == ApiErrors.AccountSuspended) await refusal.Problem().ExecuteAsync(http);
        else await RefuseAsync(http, refusal!);
    }

    private async Task AdmitAsync(HttpContext http, ApiCaller caller, IReadOnlyList<CallerRule> rules)
    {
        http.Features.Set(caller);
        if (caller.IsTest) http.Response.Headers["X-Resumai-Environment"] = KeyEnvironment.Test;
        var decision = await counters.AdmitAsync(caller);
        decision.WriteTo(http.Response.Headers);
        if (decision.Admitted) use.Note(caller.AccountId, http.GetEndpoint());
        if (rules.FirstOrDefault(r => r.Scope is { } scope && !caller.Scopes.Contains(scope)) is { Scope: { } missing })
        {
            await ApiErrors.InsufficientScope.Problem(missing).With("scope", missing).ExecuteAsync(http);
        }
        else if (!decision.Admitted)
        {
            var window = decision.Exhausted;
            await ApiErrors.RateLimitExceeded.Problem(window.Limit, window.Name, window.Seconds).With("window", window.Name)
                .RetryAfter(window.Seconds).ExecuteAsync(http);
        }
        else
        {
            await next(http);
        }
    }

    private Task RefuseAsync(HttpContext http, ApiError error)
    {
        if (failed.Note(http.Connection.RemoteIpAddress) is { } seconds)
        {
            return ApiErrors.TooManyFailedAuthentications.Problem(seconds).RetryAfter(seconds).ExecuteAsync(http);
        }
        http.Response.Headers.WWWAuthenticate = error == ApiErrors.MissingApiKey
            ? "Bearer realm=\"resumai\""
            : "Bearer realm=\"resumai\", error=\"invalid_token\"";
        return error.Problem().ExecuteAsync(http);
    }
}
