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
            QueryParameter.Checked("columns", "The columns wanted, in this order, separated by commas.", ColumnsFault),
            QueryParameter.OneOf("format", "Beats Accept.", [.. DisplayFormat.All.Select(f => f.Name)]),
            QueryParameter.Limit,
            QueryParameter.Cursor,
        ])
        .WithName("listDisplay").WithSummary("One flat row per completed asset");

    private static async Task<IResult> HandleAsync(HttpContext http, ApiCaller caller, QueryValues query, ServerDb db, Pages pages, DataFolder data,
        TimeProvider time, DisplayPlanBounds bounds, CancellationToken cancellationToken)
    {
        var format = DisplayFormat.Of(http.Request, query.Text("format"));
        var order = DisplayColumn.OrderOf(query.Text("sort") ?? DisplayColumn.DefaultSort)!;
        IReadOnlyList<DisplayColumn> columns = query.Text("columns") is { } names ? [.. names.Split(',').Select(n => DisplayColumn.Named(n)!)] : DisplayColumn.All;
        var filters = DisplayFilters.Of(db, caller, query);
        var rows = db.DisplayRows.Of(caller).By(filters).AsNoTracking();
        var table = new DisplayTable(columns, $"display-{time.UtcNow():yyyy-MM-dd}", data, () => rows.LongCountAsync(cancellationToken));

        if (format == DisplayFormat.Json || query.Integer("limit") is not null)
        {
            var plan = await DisplayPlan.MakeAsync(db, caller, filters, order, bounds, cancellationToken);
            var (page, refusal) = await pages.ReadAsync(http, caller, query, plan.Rows.AsNoTracking(), order, plan.Total,
                plan.Fetch is { } fetch ? ids => fetch(ids).AsNoTracking() : null, cancellationToken);
            if (page is null) return refusal!;
            return format == DisplayFormat.Json
                ? new JsonPage(page, columns)
                : await format.SendAsync(http, table with { CountRows = () => Task.FromResult((long)page.Items.Count) }, page.Items.ToAsyncEnumerable(), cancellationToken);
        }
        var (after, fault) = await pages.StartAsync(http, caller, query, order, cancellationToken);
        if (fault is not null) return fault;
        await using var snapshot = await db.BeginReadAsync(cancellationToken);
        return await format.SendAsync(http, table, rows.InOrder(order, after, cancellationToken: cancellationToken), cancellationToken);
    }

    private static string? ColumnsFault(string value)
    {
        var names = value.Split(',');
        if (names.FirstOrDefault(n => DisplayColumn.Named(n) is null) is { } unknown)
        {
            return $"'{unknown}' is not a column; there are {string.Join(", ", DisplayColumn.All.Select(c => c.Name))}";
        }
        return names.Distinct().Count() == names.Length ? null : "names a column twice";
    }
}
