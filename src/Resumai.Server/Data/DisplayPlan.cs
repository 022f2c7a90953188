using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Resumai.Server.ApiKeys;
using Resumai.Server.Lists;
using Resumai.Server.Storage;

namespace Resumai.Server.Data;

/// <summary>
/// How a page of the display table is found, so that it takes as long with a million rows as with a thousand. Databases guess badly how many rows
/// pass a filter, so it is counted, up to the bound of totals, in the filter's own index. Few: they are fetched by their ids and sorted. More: the ids
/// in the index of the order are looked through and compared with the ids that pass, and only the page's rows are fetched. Very many: the rows themselves
/// are looked through in order until the page is full, which it soon is; or their ids alone, where these tell whether a row passes.
/// </summary>
/// <param name="Rows">The rows that pass all filters.</param>
/// <param name="Total">How many they are, or more than <see cref="Pages.CountLimit"/>; null: not known yet.</param>
/// <param name="Fetch">Rows by their ids, when the page's ids are best found first and alone: <paramref name="Rows"/> is then looked through in an index that has no more; else null.</param>
/// <param name="Page">The rows of the stretch asked for, in order, where they were found in counting; else null.</param>
internal sealed record DisplayPlan(IQueryable<DisplayRow> Rows, int? Total, Func<IReadOnlyList<Guid>, IQueryable<DisplayRow>>? Fetch = null, IReadOnlyList<DisplayRow>? Page = null)
{
    /// <param name="stretch">The rows that will be read; null: any.</param>
    public static async Task<DisplayPlan> MakeAsync(ServerDb db, ApiCaller caller, IReadOnlyList<DisplayFilter> filters, RowOrder<DisplayRow> order,
        DisplayPlanBounds bounds, Stretch? stretch = null, CancellationToken cancellationToken = default)
    {
        if (filters.Count == 0) return new DisplayPlan(Looked(db, caller, filters, order.KeyName), Total: null);
        if (filters.Any(f => f.PartIds is not null) && await HasMoreThanAsync(bounds.MostLookedThrough)) filters = [.. filters.Select(f => f.PartIds is { } ids ? f with { Ids = ids } : f)];
        if (filters is [{ IsSlow: true } slow]) return await SlowAsync(slow);
        var (rarest, passing) = await RarestAsync(filters, bounds, cancellationToken);
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
            passing = await found.Take(bounds.CountedOf(filters)).CountAsync(cancellationToken);
        }
        if (passing > bounds.MostOf(filters) && filters.All(f => f is { Probe: not null, IsSlow: false }) && db.HasIndexOf(order.KeyName))
        {
            return new DisplayPlan(filters.Aggregate(Looked(db, caller, [], order.KeyName), (rows, filter) => filter.Probe!(rows)), passing, Fetched);
        }
        // What is sorted by is the filter: its rows lie side by side.
        if (passing > bounds.MostOf(filters) || filters is [{ KeyName: { } filtered }] && filtered == order.KeyName && passing > bounds.Few)
        {
            return new DisplayPlan(Looked(db, caller, filters, order.KeyName), passing);
        }
        return InOrder(passing, r => found.Contains(r.AssetId) || r.AssetId == Guid.Empty) ?? new DisplayPlan(Fetched(await found.ToListAsync(cancellationToken)), passing);

        // As above, but the ids that were counted are not looked for again.
        async Task<DisplayPlan> SlowAsync(DisplayFilter filter)
        {
            var bound = bounds.CountedOf(filters);
            if (filter.AreMoreThan is { } areMoreThan && await areMoreThan(bound - 1, cancellationToken)) return Probing(filter, bound);
            // A row that was deleted between the two leaves its place to the next one. Not for ever: rows may go as fast as they are read.
            for (var again = 0; stretch is not null && await LookAsync(stretch) is (var counted, var page); again++)
            {
                if (page is null) return Probing(filter, counted);
                var rows = Fetched(page);
                var read = await rows.AsNoTracking().ToDictionaryAsync(r => r.AssetId, cancellationToken);
                if (read.Count == page.Count || again == 3) return new DisplayPlan(rows, counted, Page: [.. page.Where(read.ContainsKey).Select(id => read[id])]);
            }
            var (count, ids) = await db.ReadIdsAsync(filter.Ids.Take(bound), bounds.Many, cancellationToken);
            if (ids is null) return Probing(filter, count);
            return InOrder(count, r => ids.Contains(r.AssetId) || r.AssetId == Guid.Empty) ?? new DisplayPlan(Fetched(ids), count);
        }

        Task<(int Count, IReadOnlyList<Guid>? Page)?> LookAsync(Stretch of) =>
            db.CountAndPageAsync(db.DisplayRows.Of(caller).By(filters).Take(bounds.CountedOf(filters)), order, of, bounds.Many, cancellationToken);

        DisplayPlan Probing(DisplayFilter filter, int count) => new(filter.Probe!(Looked(db, caller, [], order.KeyName)), count);

        // Null: they are few, or no index has them in order. The second half of what passes is never true. It keeps PostgreSQL from a join, for which it would guess
        // wrongly how many pass: the ids go into a hash table, once.
        DisplayPlan? InOrder(int count, Expression<Func<DisplayRow, bool>> passes) =>
            count > bounds.Few && db.HasIndexOf(order.KeyName) ? new DisplayPlan(Looked(db, caller, [], order.KeyName).Where(passes), count, Fetched) : null;

        IQueryable<DisplayRow> Fetched(IReadOnlyList<Guid> ids) => Looked(db, caller, [], key: null).Where(r => ids.Contains(r.AssetId));

        async Task<bool> HasMoreThanAsync(int rows) => await db.DisplayRows.Of(caller).Take(rows + 1).CountAsync(cancellationToken) > rows;
    }

    private static async Task<(DisplayFilter Filter, int Passing)> RarestAsync(IReadOnlyList<DisplayFilter> filters, DisplayPlanBounds bounds, CancellationToken cancellationToken)
    {
        var (rarest, passing) = (filters[0], int.MaxValue);
        foreach (var filter in filters)
        {
            var count = await filter.CountAsync(bounds.CountedOf(filters), cancellationToken);
            if (count < passing) (rarest, passing) = (filter, count);
            if (passing <= bounds.Few) break;
        }
        return (rarest, passing);
    }

    /// <summary>The caller's rows that pass the filters, looked at one by one.</summary>
    private static IQueryable<DisplayRow> Looked(ServerDb db, ApiCaller caller, IEnumerable<DisplayFilter> filters, string? key)
    {
        var search = filters.FirstOrDefault(f => f.Search is not null);
        return db.WalkDisplay(key, search is null ? null : (caller.AccountId, caller.Environment, search.Search!)).Of(caller).By(filters.Where(f => f != search));
    }
}

/// <param name="Few">Up to so many rows are fetched by their ids.</param>
/// <param name="Many">More are looked for in order, row by row.</param>
/// <param name="ManyInIndex">The same for one filter whose ids lie side by side in an index: to read them takes less than to ask that of the rows on the way.</param>
/// <param name="MostLookedThrough">Up to so many rows of the caller are looked through for a part of a text without the index of parts.</param>
internal sealed record DisplayPlanBounds(int Few = 1_000, int Many = Pages.CountLimit, int ManyInIndex = 25_000, int MostLookedThrough = 20_000)
{
    public int MostOf(IReadOnlyList<DisplayFilter> filters) => filters is [{ Probe: not null, IsSlow: false }] ? ManyInIndex : Many;

    /// <summary>So many are counted: enough to choose by, and for the total.</summary>
    public int CountedOf(IReadOnlyList<DisplayFilter> filters) => Math.Max(MostOf(filters), Pages.CountLimit) + 1;
}
