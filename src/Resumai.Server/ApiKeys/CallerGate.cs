using Resumai.Server.Errors;

namespace Resumai.Server.ApiKeys;

/// <summary>
/// Lets callers in: 401 without a valid key, 403 without the endpoint's scope. A key sent to an address that needs none (an unknown
/// path too) is looked at as well, so that its request is counted.
/// </summary>
public sealed class CallerGate(RequestDelegate next, BearerKeys keys)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var rules = http.GetEndpoint()?.Metadata.GetOrderedMetadata<CallerRule>() ?? [];
        if (rules.Count == 0 && http.Request.Headers.Authorization.Count == 0)
        {
            await next(http);
            return;
        }
        var (caller, refusal) = await keys.AuthenticateAsync(http.Request, http.RequestAborted);
        if (caller is null)
        {
            if (rules.Count == 0) await next(http);
            else await RefuseAsync(http, refusal!);
            return;
        }
        http.Features.Set(caller);
        if (caller.IsTest) http.Response.Headers["X-Resumai-Environment"] = KeyEnvironment.Test;
        if (rules.FirstOrDefault(r => r.Scope is { } scope && !caller.Scopes.Contains(scope)) is { Scope: { } missing })
        {
            await ApiErrors.InsufficientScope.Problem(missing).With("scope", missing).ExecuteAsync(http);
            return;
        }
        await next(http);
    }

    private static Task RefuseAsync(HttpContext http, ApiError error)
    {
        http.Response.Headers.WWWAuthenticate = error == ApiErrors.MissingApiKey
            ? "Bearer realm=\"resumai\""
            : "Bearer realm=\"resumai\", error=\"invalid_token\"";
        return error.Problem().ExecuteAsync(http);
    }
}
