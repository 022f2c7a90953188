namespace Resumai.Server.Lists;

/// <summary>A page of a list as it is answered.</summary>
/// <param name="NextCursor">Null on the last page.</param>
/// <param name="Total">All rows of the list, counted up to <see cref="Pages.CountLimit"/>.</param>
/// <param name="TotalExact">False when there are more than were counted.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor, int Total, bool TotalExact)
{
    public Page<TItem> Select<TItem>(Func<T, TItem> item) => new([.. Items.Select(item)], NextCursor, Total, TotalExact);
}
