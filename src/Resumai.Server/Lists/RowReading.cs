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

    private static IQueryable<TRow> Limited<TRow>(IQueryable<TRow> rows, int take) => take == int.MaxValue ? rows : rows.Take(take);
}
