using System.Globalization;
using System.Reflection;
using Resumai.Server.Errors;

namespace Resumai.Server.Conventions;

/// <summary>
/// The query of a request, already checked against the endpoint's declared parameters; a handler takes it as a parameter.
/// Asking for a name that the endpoint does not declare is our bug.
/// </summary>
public sealed class QueryValues
{
    private readonly IQueryCollection _query;
    private readonly IReadOnlyList<QueryParameter> _declared;

    private QueryValues(IQueryCollection query, IReadOnlyList<QueryParameter> declared) => (_query, _declared) = (query, declared);

    public string? Text(string name) => All(name) is [var value, ..] ? value : null;

    public int? Integer(string name) => Text(name) is { } value ? int.Parse(value, CultureInfo.InvariantCulture) : null;

    public double? Number(string name) => Text(name) is { } value ? double.Parse(value, CultureInfo.InvariantCulture) : null;

    /// <summary>UTC.</summary>
    public DateTime? Instant(string name) => Text(name) is { } value && QueryParameter.TryInstant(value, out var utc) ? utc : null;

    /// <summary>All values of a repeatable parameter, in the order given.</summary>
    public IReadOnlyList<string> All(string name) => _declared.Any(p => p.Name == name)
        ? [.. _query[name].OfType<string>()]
        : throw new InvalidOperationException($"The endpoint does not declare the query parameter {name}.");

    public static ValueTask<QueryValues?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        ValueTask.FromResult<QueryValues?>(new QueryValues(context.Request.Query, DeclaredOn(context)));

    /// <summary>A query that did not come with a request, and what is wrong with it; values only where nothing is.</summary>
    internal static (QueryValues? Values, IReadOnlyList<FieldError> Faults) Read(IQueryCollection query, IReadOnlyList<QueryParameter> declared)
    {
        var faults = Faults(query, declared);
        return (faults.Count == 0 ? new QueryValues(query, declared) : null, faults);
    }

    /// <summary>What is wrong with the query, by parameter.</summary>
    internal static IReadOnlyList<FieldError> Faults(HttpContext http) => Faults(http.Request.Query, DeclaredOn(http));

    private static List<FieldError> Faults(IQueryCollection query, IReadOnlyList<QueryParameter> declared)
    {
        var faults = new List<FieldError>();
        foreach (var (name, values) in query)
        {
            if (declared.FirstOrDefault(p => p.Name == name) is not { } parameter)
            {
                faults.Add(new FieldError(name, declared.Count == 0
                    ? "is not a parameter; there are none here"
                    : $"is not a parameter; there are {string.Join(", ", declared.Select(p => p.Name))}"));
            }
            else if (values.Count > 1 && !parameter.Repeatable)
            {
                faults.Add(new FieldError(name, "is given more than once"));
            }
            // No database finds it; a cursor with one is none of ours, and is told so.
            else if (parameter != QueryParameter.Cursor && values.Any(v => v?.Contains('\0') == true))
            {
                faults.Add(new FieldError(name, "must not have a null character"));
            }
            else if (values.Select(v => parameter.Fault(v ?? "")).FirstOrDefault(f => f is not null) is { } fault)
            {
                faults.Add(new FieldError(name, fault));
            }
        }
        return faults;
    }

    private static IReadOnlyList<QueryParameter> DeclaredOn(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<QueryParameters>()?.Declared ?? [];
}

/// <summary>Endpoint metadata: the query parameters taken.</summary>
public sealed record QueryParameters(IReadOnlyList<QueryParameter> Declared);

public static class QueryRules
{
    /// <summary>Declares the endpoint's query parameters. One without this takes none.</summary>
    public static TBuilder WithQuery<TBuilder>(this TBuilder endpoint, params QueryParameter[] parameters) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new QueryParameters(parameters));

    internal static ValueTask<object?> RefuseFaulty(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        QueryValues.Faults(context.HttpContext) is { Count: > 0 } faults
            ? ValueTask.FromResult<object?>(ApiErrors.InvalidFields(faults))
            : next(context);
}
