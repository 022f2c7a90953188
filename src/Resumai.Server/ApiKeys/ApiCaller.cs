using System.Reflection;

namespace Resumai.Server.ApiKeys;

/// <summary>Who asks, as the key says. A handler takes it as a parameter.</summary>
/// <param name="Environment"><c>live</c> or <c>test</c>.</param>
/// <param name="Limits">The account's limits: its own, else its tier's.</param>
public sealed record ApiCaller(Guid AccountId, Guid KeyId, string Environment, IReadOnlyList<string> Scopes, string Tier, RateLimits.LimitPair Limits)
{
    public bool IsTest => Environment == KeyEnvironment.Test;

    public static ApiCaller? Of(HttpContext http) => http.Features.Get<ApiCaller>();

    public static ValueTask<ApiCaller?> BindAsync(HttpContext context, ParameterInfo parameter) => ValueTask.FromResult(Of(context));
}
