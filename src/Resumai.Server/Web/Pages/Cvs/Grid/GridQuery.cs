using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Resumai.Server.Conventions;
using Resumai.Server.Data;

namespace Resumai.Server.Web.Pages.Cvs.Grid;

/// <summary>
/// How the grid of CVs is looked at, as its address says: filters, order and columns by the names of <c>GET /data/display</c>, so that an address
/// can be kept and passed on. Immutable.
/// </summary>
public sealed class GridQuery
{
    public const string Grid = "/cvs";
    public const string Columns = "columns";
    public const string Sort = "sort";

    /// <summary>What an address may say.</summary>
    public static IReadOnlyList<QueryParameter> Parameters { get; } = [.. DisplayFilters.Parameters, DisplayColumn.Sort, DisplayColumn.Choice];

    private readonly Dictionary<string, StringValues> _values;

    private GridQuery(Dictionary<string, StringValues> values) => _values = values;

    /// <summary>A field left empty asks for nothing.</summary>
    /// <param name="query">With its question mark, or empty.</param>
    /// <param name="others">Names that are not about the grid.</param>
    public static GridQuery Of(string query, params ReadOnlySpan<string> others)
    {
        var values = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        foreach (var (name, given) in QueryHelpers.ParseQuery(query))
        {
            if (!others.Contains(name) && given.Where(v => !string.IsNullOrWhiteSpace(v)).ToArray() is { Length: > 0 } said) values[name] = said;
        }
        return new GridQuery(values);
    }

    /// <summary>For whoever reads queries of requests.</summary>
    public IQueryCollection Values => new QueryCollection(_values);

    /// <summary>Whether a filter is set, beside the words.</summary>
    public bool IsNarrowed => _values.Keys.Any(k => k is not ("q" or Sort or Columns));

    public string? this[string name] => All(name) is [var value, ..] ? value : null;

    public IReadOnlyList<string> All(string name) => _values.TryGetValue(name, out var values) ? [.. values.OfType<string>()] : [];

    /// <summary>The same with another value; null: with none.</summary>
    public GridQuery With(string name, string? value)
    {
        var values = new Dictionary<string, StringValues>(_values);
        if (value is null) values.Remove(name);
        else values[name] = value;
        return new GridQuery(values);
    }

    /// <summary>With its question mark, names in one order; empty when nothing is said.</summary>
    public string Text => At("");

    /// <summary>The address of a page that is asked the same.</summary>
    public string At(string path) => QueryHelpers.AddQueryString(path,
        _values.OrderBy(v => Place(v.Key)).SelectMany(v => v.Value, (v, value) => KeyValuePair.Create(v.Key, value)));

    private static int Place(string name)
    {
        for (var i = 0; i < Parameters.Count; i++) if (Parameters[i].Name == name) return i;
        return int.MaxValue;
    }
}
