using Microsoft.EntityFrameworkCore;
using Resumai.Server.ApiKeys;
using Resumai.Server.Conventions;
using Resumai.Server.Data;
using Resumai.Server.Errors;
using Resumai.Server.Lists;
using Resumai.Server.RateLimits;
using Resumai.Server.Search;
using Resumai.Server.Storage;

namespace Resumai.Server.Web.Pages.Cvs.Grid;

/// <summary>A row of the grid.</summary>
/// <param name="Index">Its place in the order, from 0.</param>
/// <param name="Excerpt">The first place of the CV's text that the search found; null without a search, or where the text has none.</param>
internal sealed record GridRow(int Index, DisplayRow Row, string? Excerpt);

/// <summary>The display rows of an account for a grid that is scrolled: the API's filters and orders, any stretch of the rows.</summary>
internal sealed class CvTable(IDbContextFactory<ServerDb> databases, RateLimitOptions limits, DisplayPlanBounds bounds)
{
    /// <param name="Terms">What is searched for.</param>
    /// <param name="Total">All rows that pass the filters.</param>
    /// <param name="WithKey">Those of them that have a value in the column of the order; they come first.</param>
    public sealed record View(ApiCaller Caller, QueryValues Query, RowOrder<DisplayRow> Order, IReadOnlyList<SearchTerm> Terms, int Total, int WithKey);

    /// <summary>The view that a query asks for, or what is wrong with it; neither when the account is closed.</summary>
    public async Task<(View? View, IReadOnlyList<FieldError> Faults)> OpenAsync(Guid accountId, IQueryCollection query, CancellationToken cancellationToken)
    {
        var (values, faults) = QueryValues.Read(query, GridQuery.Parameters);
        if (values is null) return (null, faults);
        if (await SessionCaller.OfAsync(databases, accountId, limits, cancellationToken) is not { } caller) return (null, []);
        var order = DisplayColumn.OrderOf(values.Text("sort") ?? DisplayColumn.DefaultSort)!;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = db.DisplayRows.Of(caller).By(DisplayFilters.Of(db, caller, values));
        var total = await rows.CountAsync(cancellationToken);
        var withKey = order.HasGaps ? total - await order.WithoutKey(rows, after: null).CountAsync(cancellationToken) : total;
        return (new View(caller, values, order, values.Text("q") is { } q ? SearchTokenizer.Query(q) : [], total, withKey), []);
    }

    /// <summary>A stretch of the rows in order.</summary>
    public async Task<IReadOnlyList<GridRow>> ReadAsync(View view, int start, int count, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var plan = await DisplayPlan.MakeAsync(db, view.Caller, DisplayFilters.Of(db, view.Caller, view.Query), view.Order, bounds, cancellationToken: cancellationToken);
        // The ids first: what comes before is then passed over in an index, and where there is none, little is sorted.
        var ids = start < view.WithKey ? await view.Order.IdsOf(view.Order.WithKey(plan.Rows, after: null)).Skip(start).Take(count).ToListAsync(cancellationToken) : [];
        if (ids.Count < count && view.Order.HasGaps)
        {
            ids.AddRange(await view.Order.IdsOf(view.Order.WithoutKey(plan.Rows, after: null)).Skip(Math.Max(0, start - view.WithKey)).Take(count - ids.Count).ToListAsync(cancellationToken));
        }
        var rows = await db.DisplayRows.AsNoTracking().Of(view.Caller).Where(r => ids.Contains(r.AssetId)).ToDictionaryAsync(r => r.AssetId, cancellationToken);
        var excerpts = await ExcerptsAsync(db, view, ids, cancellationToken);
        // One that was deleted in between leaves its place to none.
        return [.. ids.Select((id, i) => (Id: id, Index: start + i)).Where(x => rows.ContainsKey(x.Id)).Select(x => new GridRow(x.Index, rows[x.Id], excerpts.GetValueOrDefault(x.Id)))];
    }

    /// <summary>The ids of the first rows, in whatever order.</summary>
    public async Task<IReadOnlyList<Guid>> IdsAsync(View view, int most, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.DisplayRows.Of(view.Caller).By(DisplayFilters.Of(db, view.Caller, view.Query)).Select(r => r.AssetId).Take(most).ToListAsync(cancellationToken);
    }

    private static async Task<Dictionary<Guid, string>> ExcerptsAsync(ServerDb db, View view, IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        var excerpts = new Dictionary<Guid, string>();
        if (view.Terms.Count == 0) return excerpts;
        await foreach (var master in db.Masters.AsNoTracking().Where(m => ids.Contains(m.AssetId)).Select(m => new { m.AssetId, m.Record }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (Excerpt.Of(RecordBytes.Unpack(master.Record), view.Terms) is { } excerpt) excerpts[master.AssetId] = excerpt;
        }
        return excerpts;
    }
}
