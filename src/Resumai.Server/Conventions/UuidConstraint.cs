using System.Diagnostics.CodeAnalysis;

namespace Resumai.Server.Conventions;

/// <summary><c>{asset_id:uuid}</c>: an id as we write them (8-4-4-4-12); any other text in its place is an unknown path.</summary>
public sealed class UuidConstraint : IRouteConstraint
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values.TryGetValue(routeKey, out var value) && (value is Guid || (value is string text && TryParse(text, out _)));

    public static bool TryParse([NotNullWhen(true)] string? text, out Guid id) => Guid.TryParseExact(text, "D", out id);
}
