using Microsoft.EntityFrameworkCore;
using Resumai.Server.Search;
using Resumai.Server.Storage;

namespace Resumai.Server.Data;

/// <summary>One condition that a query puts on the rows.</summary>
/// <param name="Ids">The ids of the caller's rows that pass, read from the one index made for it.</param>
/// <param name="Narrow">Rows, narrowed to those that pass: the database chooses how it finds out.</param>
/// <param name="Search">The terms of a full-text search, which a look at a single row is asked of in another way; else null.</param>
/// <param name="KeyName">The property of the row that is compared, when the rows that pass lie side by side in its order; else null.</param>
/// <param name="PartIds">The same ids, found in an index over all accounts: faster for an account of very many rows; else null.</param>
/// <param name="Probe">As <paramref name="Narrow"/>, but asked of one row after another: the database can choose no index and no join for it; null: <paramref name="Narrow"/> serves.</param>
/// <param name="IsSlow">Whether finding the ids is work enough that it is not done twice; <paramref name="Probe"/> then reads the row, else its id alone.</param>
/// <param name="AreMoreThan">Whether more rows than that pass, where that is seen faster than they are counted; false: it is not known. Null: it never is.</param>
internal sealed record DisplayFilter(IQueryable<Guid> Ids, Func<IQueryable<DisplayRow>, IQueryable<DisplayRow>> Narrow, IReadOnlyList<SearchTerm>? Search = null,
    string? KeyName = null, IQueryable<Guid>? PartIds = null, Func<IQueryable<DisplayRow>, IQueryable<DisplayRow>>? Probe = null, bool IsSlow = false,
    Func<int, CancellationToken, Task<bool>>? AreMoreThan = null)
{
    /// <summary>How many rows pass, counted up to a bound.</summary>
    public async Task<int> CountAsync(int bound, CancellationToken cancellationToken) =>
        AreMoreThan is not null && await AreMoreThan(bound - 1, cancellationToken) ? bound : await Ids.Take(bound).CountAsync(cancellationToken);
}
