using System.Security.Cryptography;
using System.Text.Json;
using Resumai.Server.ApiKeys;

namespace Resumai.Server.Lists;

/// <summary>What a cursor is bound to: endpoint, account, environment, filters and sort.</summary>
public static class ListBinding
{
    /// <summary>Bytes of a binding.</summary>
    public const int Length = 16;

    /// <summary>How the rows are shown, not which: these may change from page to page.</summary>
    private static readonly string[] Unbound = ["cursor", "limit", "format", "columns", "sort"];

    /// <param name="sort">The sort in effect, the default one too.</param>
    public static byte[] Of(HttpRequest request, ApiCaller caller, string sort)
    {
        // The order of parameters and of a repeated one's values means nothing.
        var filters = request.Query.Where(p => !Unbound.Contains(p.Key)).OrderBy(p => p.Key, StringComparer.Ordinal)
            .Select(p => new object[] { p.Key, p.Value.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray() });
        object[] bound = [request.Path.ToString(), caller.AccountId, caller.Environment, sort, filters.ToArray()];
        return SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(bound))[..Length];
    }
}
