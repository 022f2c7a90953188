using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Resumai.Server.ApiKeys;
using Resumai.Server.Conventions;
using Resumai.Server.Errors;

namespace Resumai.Server.Lists;

/// <summary>
/// Lists by pages (contract, section 1). The endpoint declares <see cref="QueryParameter.Limit"/>, <see cref="QueryParameter.Cursor"/>
/// and its filters, applies the filters, and asks for its page:
/// <code>
/// var order = new RowOrder&lt;Asset, DateTime&gt;("-uploaded_at", a => a.UploadedAt, a => a.Id, descending: true);   // once, static
/// return await pages.AnswerAsync(http, caller, query, rows, order, asset => new Item(…), cancellationToken);
/// </code>
/// A row that was there when the first page was read, and has neither been deleted nor changed in its sort value since, comes exactly once.
/// </summary>
public sealed class Pages(CursorKey cursorKey)
{
    public const int DefaultLimit = 50;
    /// <summary>Rows are counted up to here.</summary>
    public const int CountLimit = 10_000;

    /// <summary>The page as JSON with <c>Link: …; rel="next"</c>, or the refusal of the cursor.</summary>
    public async Task<IResult> AnswerAsync<TRow, TItem>(HttpContext http, ApiCaller caller, QueryValues query, IQueryable<TRow> rows,
        RowOrder<TRow> order, Func<TRow, TItem> item, CancellationToken cancellationToken = default)
    {
        var (after, refusal) = await StartAsync(http, caller, query, order, cancellationToken);
        if (refusal is not null) return refusal;
        var page = await ReadAsync(http, caller, query, rows, order, StretchOf(query, after), cancellationToken: cancellationToken);
        return Results.Json(page.Select(item), JsonForm.Options);
    }

    /// <summary>The page that the request asks for, its <c>Link</c> already set.</summary>
    /// <param name="stretch">Of <see cref="StretchOf"/>.</param>
    /// <param name="total">How many rows there are, when the caller knows it, or more than <see cref="CountLimit"/>.</param>
    /// <param name="fetch">Rows by their ids: the page's ids are found first, and alone; null: the rows are read as they are found.</param>
    public async Task<Page<TRow>> ReadAsync<TRow>(HttpContext http, ApiCaller caller, QueryValues query, IQueryable<TRow> rows, RowOrder<TRow> order, Stretch stretch,
        int? total = null, Func<IReadOnlyList<Guid>, IQueryable<TRow>>? fetch = null, CancellationToken cancellationToken = default)
    {
        var (after, take) = stretch;
        var read = new List<TRow>(take);
        var found = fetch is null ? rows.InOrder(order, after, take, cancellationToken) : rows.InOrderByIds(order, after, take, fetch, cancellationToken);
        await foreach (var row in found) read.Add(row);
        return await PageAsync(http, caller, query, order, stretch, read, async () => total ?? await rows.Take(CountLimit + 1).CountAsync(cancellationToken), cancellationToken);
    }

    /// <summary>The page of rows that were read already, its <c>Link</c> set.</summary>
    /// <param name="read">All of the stretch.</param>
    public async Task<Page<TRow>> PageAsync<TRow>(HttpContext http, ApiCaller caller, QueryValues query, RowOrder<TRow> order, Stretch stretch, IReadOnlyList<TRow> read,
        Func<Task<int>> total, CancellationToken cancellationToken = default)
    {
        string? next = null;
        if (read.Count == stretch.Take)
        {
            read = [.. read.SkipLast(1)];
            var key = await cursorKey.GetAsync(cancellationToken);
            next = CursorText.Write(order.PositionOf(read[^1]), ListBinding.Of(http.Request, caller, order.Name), key);
            http.Response.Headers.Append("Link", $"<{AddressOf(http.Request, next)}>; rel=\"next\"");
        }
        // A first page that is also the last has told the number already.
        var counted = stretch.After is null && next is null ? read.Count : await total();
        return new Page<TRow>(read, next, Math.Min(counted, CountLimit), counted <= CountLimit);
    }

    /// <summary>The position after which the request wants to read; null for the beginning. Or the refusal of its cursor.</summary>
    public async Task<(Position? After, Problem? Refusal)> StartAsync<TRow>(HttpContext http, ApiCaller caller, QueryValues query,
        RowOrder<TRow> order, CancellationToken cancellationToken = default)
    {
        if (query.Text("cursor") is not { } text) return (null, null);
        if (CursorText.Read(text, await cursorKey.GetAsync(cancellationToken)) is not { } cursor) return (null, Refuse(ApiErrors.InvalidCursor));
        return cursor.Binding.AsSpan().SequenceEqual(ListBinding.Of(http.Request, caller, order.Name))
            ? (cursor.Position, null)
            : (null, Refuse(ApiErrors.CursorMismatch));
    }

    /// <summary>What is read for a page: one row more than was asked for tells whether there is a next one.</summary>
    public static Stretch StretchOf(QueryValues query, Position? after) => new(after, (query.Integer("limit") ?? DefaultLimit) + 1);

    private static Problem Refuse(ApiError error)
    {
        var problem = error.Problem();
        return problem.WithFields([new FieldError("cursor", problem.Detail)]);
    }

    // Relative to the server: it is right behind any proxy.
    private static string AddressOf(HttpRequest request, string cursor)
    {
        var parameters = request.Query.Where(p => p.Key != "cursor").Append(new("cursor", cursor));
        return QueryHelpers.AddQueryString(request.PathBase + request.Path, parameters);
    }
}
