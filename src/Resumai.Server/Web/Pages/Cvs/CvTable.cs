using Microsoft.EntityFrameworkCore;
using Resumai.Server.ApiKeys;
using Resumai.Server.Conventions;
using Resumai.Server.Data;
using Resumai.Server.Errors;
using Resumai.Server.Lists;
using Resumai.Server.RateLimits;
using Resumai.Server.Storage;

namespace Resumai.Server.Web.Pages.Cvs;

/// <summary>The display rows of an account for a grid that is scrolled: the API's filters and orders, any stretch of the rows.</summary>
internal sealed class CvTable(IDbContextFactory<ServerDb> databases, RateLimitOptions limits, DisplayPlanBounds bounds)
{
    /// <summary>The names in the page's address are those of <c>GET /data/display</c>.</summary>
    public static IReadOnlyList<QueryParameter> Parameters { get; } = [.. DisplayFilters.Parameters, DisplayColumn.Sort];

    /// <param name="Total">All rows that pass the filters.</param>
    /// <param name="WithKey">Those of them that have a value in the column of the order; they come first.</param>
    public sealed record View(ApiCaller Caller, QueryValues Query, RowOrder<DisplayRow> Order, int Total, int WithKey);

    /// <summary>The view that a query asks for, or what is wrong with it.</summary>
    public async Task<(View? View, IReadOnlyList<FieldError> Faults)> OpenAsync(Guid accountId, IQueryCollection query, CancellationToken cancellationToken)
    {
        var (values, faults) = QueryValues.Read(query, Parameters);
        if (values is null) return (null, faults);
        var caller = await SessionCaller.OfAsync(databases, accountId, limits, cancellationToken);
        var order = DisplayColumn.OrderOf(values.Text("sort") ?? DisplayColumn.DefaultSort)!;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = db.DisplayRows.Of(caller).By(DisplayFilters.Of(db, caller, values));
        var total = await rows.CountAsync(cancellationToken);
        return (new View(caller, values, order, total, order.HasGaps ? total - await order.WithoutKey(rows, after: null).CountAsync(cancellationToken) : total), []);
    }

    /// <summary>A stretch of the rows in order.</summary>
    public async Task<IReadOnlyList<DisplayRow>> ReadAsync(View view, int start, int count, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var plan = await DisplayPlan.MakeAsync(db, view.Caller, DisplayFilters.Of(db, view.Caller, view.Query), view.Order, bounds, cancellationToken);
        var rows = plan.Rows.AsNoTracking();
        var read = start < view.WithKey ? await view.Order.WithKey(rows, after: null).Skip(start).Take(count).ToListAsync(cancellationToken) : [];
        if (read.Count == count || !view.Order.HasGaps) return read;
        return [.. read, .. await view.Order.WithoutKey(rows, after: null).Skip(Math.Max(0, start - view.WithKey)).Take(count - read.Count).ToListAsync(cancellationToken)];
    }
}
