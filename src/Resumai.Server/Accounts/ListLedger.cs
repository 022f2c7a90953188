using Microsoft.EntityFrameworkCore;
using Resumai.Server.ApiKeys;
using Resumai.Server.Conventions;
using Resumai.Server.Lists;
using Resumai.Server.Storage;

namespace Resumai.Server.Accounts;

/// <summary><c>GET /account/ledger</c>: every movement of credits, newest first. A test key moves none and sees none.</summary>
public static class ListLedger
{
    public sealed record Entry(Guid EntryId, string Kind, long Credits, long? AmountEurCents, Guid? AssetId, DateTime At);

    // The id begins with the time.
    private static readonly RowOrder<LedgerEntry, Guid> NewestFirst = new("-entry_id", l => l.Id, l => l.Id, descending: true);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/account/ledger", HandleAsync)
        .RequireScope(Scopes.AccountRead)
        .WithQuery(QueryParameter.Limit, QueryParameter.Cursor)
        .Produces<Page<Entry>>()
        .WithTags("Account").WithName("listLedger").WithSummary("Every movement of credits, newest first");

    private static Task<IResult> HandleAsync(HttpContext http, ApiCaller caller, QueryValues query, ServerDb db, Pages pages, CancellationToken cancellationToken)
    {
        var rows = db.Ledger.AsNoTracking().Where(l => l.AccountId == caller.AccountId && !caller.IsTest);
        return pages.AnswerAsync(http, caller, query, rows, NewestFirst,
            l => new Entry(l.Id, l.Kind, l.Credits, l.AmountEurCents, l.AssetId, l.At), cancellationToken);
    }
}
