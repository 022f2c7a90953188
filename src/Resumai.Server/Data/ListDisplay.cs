using Microsoft.EntityFrameworkCore;
using Resumai.Server.ApiKeys;
using Resumai.Server.Conventions;
using Resumai.Server.Data.Exports;
using Resumai.Server.Lists;
using Resumai.Server.Settings;
using Resumai.Server.Storage;

namespace Resumai.Server.Data;

/// <summary>
/// <c>GET /data/display</c>: one flat row per completed asset. JSON comes by pages; CSV, XLSX and NDJSON bring all rows from one
/// snapshot, or one page when <c>limit</c> is given (the next one is in <c>Link</c>).
/// </summary>
public static class ListDisplay
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/data/display", HandleAsync)
        .RequireScope(Scopes.DataRead)
        .Offering([.. DisplayFormat.All.Select(f => f.MediaType)])
        .WithQuery(
        [
            .. DisplayFilters.Parameters,
            DisplayColumn.Sort,
            DisplayColumn.Choice,
            QueryParameter.OneOf("format", "Beats Accept.", [.. DisplayFormat.All.Select(f => f.Name)]),
            QueryParameter.Limit,
            QueryParameter.Cursor,
        ])
        .WithTags("Data").WithName("listDisplay").WithSummary("One flat row per completed asset");

    private static async Task<IResult> HandleAsync(HttpContext http, ApiCaller caller, QueryValues query, ServerDb db, Pages pages, DataFolder data,
        TimeProvider time, DisplayPlanBounds bounds, CancellationToken cancellationToken)
    {
        var format = DisplayFormat.Of(http.Request, query.Text("format"));
        var order = DisplayColumn.OrderOf(query.Text("sort") ?? DisplayColumn.DefaultSort)!;
        var columns = DisplayColumn.ChosenBy(query);
        var filters = DisplayFilters.Of(db, caller, query);

        var (after, fault) = await pages.StartAsync(http, caller, query, order, cancellationToken);
        if (fault is not null) return fault;
        if (format == DisplayFormat.Json || query.Integer("limit") is not null)
        {
            var stretch = Pages.StretchOf(query, after);
            var plan = await DisplayPlan.MakeAsync(db, caller, filters, order, bounds, stretch, cancellationToken);
            var page = plan.Page is { } read
                ? await pages.PageAsync(http, caller, query, order, stretch, read, () => Task.FromResult(plan.Total!.Value), cancellationToken)
                : await pages.ReadAsync(http, caller, query, plan.Rows.AsNoTracking(), order, stretch, plan.Total,
                    plan.Fetch is { } fetch ? ids => fetch(ids).AsNoTracking() : null, cancellationToken);
            return format == DisplayFormat.Json
                ? new JsonPage(page, columns)
                : await format.SendAsync(http, new DisplayTable(columns, FileName(time), data, () => Task.FromResult((long)page.Items.Count)), page.Items.ToAsyncEnumerable(), cancellationToken);
        }
        return await SendAllAsync(http, caller, query, format, after, db, data, time, cancellationToken);
    }

    /// <summary>Answers with all rows that the query asks for, from one snapshot, as they are read.</summary>
    /// <param name="format">Any but JSON.</param>
    /// <param name="after">Where to begin; null: at the beginning.</param>
    internal static async Task<IResult> SendAllAsync(HttpContext http, ApiCaller caller, QueryValues query, DisplayFormat format, Position? after, ServerDb db, DataFolder data,
        TimeProvider time, CancellationToken cancellationToken)
    {
        var order = DisplayColumn.OrderOf(query.Text("sort") ?? DisplayColumn.DefaultSort)!;
        var rows = db.DisplayRows.Of(caller).By(DisplayFilters.Of(db, caller, query)).AsNoTracking();
        var table = new DisplayTable(DisplayColumn.ChosenBy(query), FileName(time), data, () => rows.LongCountAsync(cancellationToken));
        await using var snapshot = await db.BeginReadAsync(cancellationToken);
        return await format.SendAsync(http, table, rows.InOrder(order, after, cancellationToken: cancellationToken), cancellationToken);
    }

    private static string FileName(TimeProvider time) => $"display-{time.UtcNow():yyyy-MM-dd}";
}
