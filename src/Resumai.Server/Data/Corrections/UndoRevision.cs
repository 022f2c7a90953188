using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Resumai.Master;
using Resumai.Server.ApiKeys;
using Resumai.Server.Conventions;
using Resumai.Server.Idempotency;
using Resumai.Server.Storage;

namespace Resumai.Server.Data.Corrections;

/// <summary><c>POST /data/master/{asset_id}/revisions/{revision}/undo</c>: puts back what a revision changed, as a new revision.</summary>
public static class UndoRevision
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/data/master/{asset_id:uuid}/revisions/{revision:int}/undo", HandleAsync)
        .RequireScope(Scopes.DataWrite)
        .Produces<MasterRecord>()
        .WithTags("Data").WithName("undoRevision").WithSummary("Undo a change of a record");

    private static async Task<IResult> HandleAsync([FromRoute(Name = "asset_id")] Guid id, int revision, HttpContext http, ApiCaller caller, ServerDb db,
        RecordEditing editing, IdempotentRequests idempotent, CancellationToken cancellation)
    {
        await using var once = await idempotent.EnterAsync(http, caller, SHA256.HashData(Encoding.UTF8.GetBytes("undo")), cancellation);
        if (once.Answer is { } answer) return answer;
        StoredAnswer? made = null;
        var (saved, refusal) = await editing.UndoAsync(db, await Editor.OfAsync(db, caller, cancellation), id, revision, async master =>
        {
            made = new StoredAnswer(StatusCodes.Status200OK, "application/json; charset=utf-8", master.Render([]));
            return await once.StoreAsync(db, made, cancellation);
        }, cancellation);
        if (saved is null) return refusal!;
        CacheRules.SetTag(http, saved.Tag([], StoredMaster.Json));
        return made!;
    }
}
