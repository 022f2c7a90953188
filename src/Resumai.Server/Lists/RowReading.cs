using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Resumai.Server.Lists;

public static class RowReading
{
    /// <summary>
    /// The rows in order after a position, <paramref name="take"/> at most. Runs one query, and a second for the rows without a sort
    /// value when it comes to them: a caller that needs one snapshot starts a read transaction.
    /// </summary>
    public static async IAsyncEnumerable<TRow> InOrder<TRow>(this IQueryable<TRow> rows, RowOrder<TRow> order, Position? after = null,
        int take = int.MaxValue, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var read = 0;
        if (after is not { Key: null })
        {
            await foreach (var row in Limited(order.WithKey(rows, after), take).AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                read++;
                yield return row;
            }
        }
        if (!order.HasGaps || read >= take) yield break;
        var last = Limited(order.WithoutKey(rows, after is { Key: null } ? after : null), take - read);
        await foreach (var row in last.AsAsyncEnumerable().WithCancellation(cancellationToken)) yield return row;
    }

    /// <summary>
    /// The same rows as <see cref="InOrder{TRow}(IQueryable{TRow}, RowOrder{TRow}, Position?, int, CancellationToken)"/> gives, found in two steps: first
    /// their ids, which an index may have all there is to know of, then the rows.
    /// </summary>
    /// <param name="fetch">The rows of some ids, in whatever order.</param>
    public static async IAsyncEnumerable<TRow> InOrderByIds<TRow>(this IQueryable<TRow> rows, RowOrder<TRow> order, Position? after, int take,
        Func<IReadOnlyList<Guid>, IQueryable<TRow>> fetch, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var ids = await IdsAsync();
        var found = await RowsAsync();
        // A row that was deleted between the steps leaves its place to the next one. Not for ever: rows may go as fast as they are read.
        for (var again = 0; found.Count < ids.Count && again < 3; again++)
        {
            ids = await IdsAsync();
            found = await RowsAsync();
        }
        foreach (var id in ids)
        {
            if (found.TryGetValue(id, out var row)) yield return row;
        }

        async Task<List<Guid>> IdsAsync()
        {
            var read = after is { Key: null } ? [] : await order.IdsOf(Limited(order.WithKey(rows, after), take)).ToListAsync(cancellationToken);
            if (!order.HasGaps || read.Count >= take) return read;
            var last = Limited(order.WithoutKey(rows, after is { Key: null } ? after : null), take - read.Count);
            return [.. read, .. await order.IdsOf(last).ToListAsync(cancellationToken)];
        }

        Task<Dictionary<Guid, TRow>> RowsAsync() => fetch(ids).ToDictionaryAsync(order.IdOf, cancellationToken);
    }

    private static IQueryable<TRow> Limited<TRow>(IQueryable<TRow> rows, int take) => take == int.MaxValue ? rows : rows.Take(take);
}
