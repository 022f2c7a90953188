using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace Resumai.Server.Web.Pages.Cvs.Grid;

/// <summary>The CVs before and after one in the list that one came from. Thread-safe.</summary>
internal sealed class Neighbours(CvTable table)
{
    /// <summary>Where in the list it stood: a name in the address of a CV.</summary>
    public const string At = "at";

    /// <summary>Rows that may have come before it since the list was looked at.</summary>
    private const int Around = 3;

    /// <param name="Previous">Its address; null at the beginning.</param>
    /// <param name="Next">Its address; null at the end.</param>
    public sealed record Links(string? Previous, string? Next, int Place, int Total);

    /// <summary>The address of a CV that one comes to from a list.</summary>
    /// <param name="index">Its place in the list, from 0.</param>
    public static string PathOf(Guid id, GridQuery query, int index) =>
        QueryHelpers.AddQueryString(query.With(GridQuery.Columns, null).At($"/cvs/{id}"), At, index.ToString(CultureInfo.InvariantCulture));

    /// <summary>Null when the CV is no longer near its place in the list.</summary>
    public async Task<Links?> FindAsync(Guid accountId, Guid id, GridQuery query, int index)
    {
        var (view, _) = await table.OpenAsync(accountId, query.With(GridQuery.Columns, null).Values, CancellationToken.None);
        if (view is null || index < 0) return null;
        var rows = await table.ReadAsync(view with { Terms = [] }, Math.Max(0, index - Around), 2 * Around + 1, CancellationToken.None);
        var at = rows.ToList().FindIndex(r => r.Row.AssetId == id);
        return at < 0 ? null : new Links(Link(at - 1), Link(at + 1), rows[at].Index, view.Total);

        string? Link(int i) => i >= 0 && i < rows.Count ? PathOf(rows[i].Row.AssetId, query, rows[i].Index) : null;
    }
}
