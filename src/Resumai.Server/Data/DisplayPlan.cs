using Microsoft.EntityFrameworkCore;
using Resumai.Server.ApiKeys;
using Resumai.Server.Lists;
using Resumai.Server.Storage;

namespace Resumai.Server.Data;

/// <summary>
/// How a page of the display table is found, so that it takes as long with a million rows as with a thousand. Databases guess badly how many rows
/// pass a filter, so it is counted, up to the bound of totals, in the filter's own index. Few: they are fetched by their ids and sorted. Many: the
/// rows are looked through in the order asked for until the page is full, which it soon is.
/// </summary>
/// <param name="Rows">The rows that pass all filters.</param>
/// <param name="Total">How many they are, or more than <see cref="Pages.CountLimit"/>; null: not known yet.</param>
internal sealed record DisplayPlan(IQueryable<DisplayRow> Rows, int? Total)
{
    /// <summary>Looking through so many rows by an index costs about as much as fetching so many by their ids.</summary>
    private const int PageRows = Pages.DefaultLimit;

    public static async Task<DisplayPlan> MakeAsync(ServerDb db, ApiCaller caller, IReadOnlyList<DisplayFilter> filters, RowOrder<DisplayRow> order,
        DisplayPlanBounds bounds, CancellationToken cancellationToken)
    {
        if (filters.Count == 0) return new DisplayPlan(Looked(db, caller, filters, order.KeyName), Total: null);
        if (filters.Any(f => f.PartIds is not null) && await HasMoreThanAsync(bounds.MostCounted)) filters = [.. filters.Select(f => f.PartIds is { } ids ? f with { Ids = ids } : f)];
        var (rarest, passing) = await RarestAsync(filters, bounds.Few, cancellationToken);
        if (filters.Count > 1 && passing <= bounds.Few)
        {
            var some = await rarest.Ids.ToListAsync(cancellationToken);
            return new DisplayPlan(Looked(db, caller, filters.Where(f => f != rarest), key: null).Where(r => some.Contains(r.AssetId)), Total: null);
        }
        var found = rarest.Ids;
        if (filters.Count > 1)
        {
            // Each alone says little of what passes all.
            found = db.DisplayRows.Of(caller).By(filters).Select(r => r.AssetId);
            passing = await CountAsync(found, cancellationToken);
        }
        if (passing > bounds.Many || await IsEveryFewthAsync()) return new DisplayPlan(Looked(db, caller, filters, order.KeyName), passing);
        var ids = await found.ToListAsync(cancellationToken);
        return new DisplayPlan(Looked(db, caller, [], key: null).Where(r => ids.Contains(r.AssetId)), passing);

        // Of the rows one in rows / passing passes; a page of them lies within PageRows times as many.
        async Task<bool> IsEveryFewthAsync()
        {
            if (passing <= bounds.Few) return false;
            var most = (int)Math.Min((long)passing * passing / PageRows, bounds.MostCounted);
            return !await HasMoreThanAsync(most);
        }

        async Task<bool> HasMoreThanAsync(int rows) => await db.DisplayRows.Of(caller).Take(rows + 1).CountAsync(cancellationToken) > rows;
    }

    private static async Task<(DisplayFilter Filter, int Passing)> RarestAsync(IReadOnlyList<DisplayFilter> filters, int few, CancellationToken cancellationToken)
    {
        var (rarest, passing) = (filters[0], int.MaxValue);
        foreach (var filter in filters)
        {
            var count = await CountAsync(filter.Ids, cancellationToken);
            if (count < passing) (rarest, passing) = (filter, count);
            if (passing <= few) break;
        }
        return (rarest, passing);
    }

    private static Task<int> CountAsync(IQueryable<Guid> ids, CancellationToken cancellationToken) => ids.Take(Pages.CountLimit + 1).CountAsync(cancellationToken);

    /// <summary>The caller's rows that pass the filters, looked at one by one.</summary>
    private static IQueryable<DisplayRow> Looked(ServerDb db, ApiCaller caller, IEnumerable<DisplayFilter> filters, string? key)
    {
        var search = filters.FirstOrDefault(f => f.Search is not null);
        return db.WalkDisplay(key, search is null ? null : (caller.AccountId, caller.Environment, search.Search!)).Of(caller).By(filters.Where(f => f != search));
    }
}

/// <param name="Few">Up to so many rows are always fetched by their ids.</param>
/// <param name="Many">More are always looked for in order.</param>
/// <param name="MostCounted">Up to so many rows of the caller are counted to choose between.</param>
internal sealed record DisplayPlanBounds(int Few = 1_000, int Many = 6_000, int MostCounted = 20_000);
