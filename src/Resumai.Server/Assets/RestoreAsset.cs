using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Resumai.Server.ApiKeys;
using Resumai.Server.Idempotency;
using Resumai.Server.Storage;

namespace Resumai.Server.Assets;

/// <summary><c>POST /files/assets/{id}/restore</c>: undoes a deletion that was asked for with <c>undo=30d</c>.</summary>
public static class RestoreAsset
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/files/assets/{asset_id:uuid}/restore", HandleAsync)
        .RequireScope(Scopes.FilesWrite)
        .Produces<ListAssets.Item>()
        .WithTags("Files").WithName("restoreAsset").WithSummary("Undo a deletion");

    private static async Task<IResult> HandleAsync([FromRoute(Name = "asset_id")] Guid id, HttpContext http, ApiCaller caller, ServerDb db,
        IdempotentRequests idempotent, UndoableDeletion deletion, CancellationToken cancellation)
    {
        await using var once = await idempotent.EnterAsync(http, caller, SHA256.HashData(Encoding.UTF8.GetBytes("restore")), cancellation);
        if (once.Answer is { } answer) return answer;
        StoredAnswer? made = null;
        return await deletion.UndoAsync(db, caller.AccountId, caller.Environment, id, async asset =>
        {
            made = StoredAnswer.Json(StatusCodes.Status200OK, ListAssets.ItemOf(asset));
            return await once.StoreAsync(db, made, cancellation);
        }, cancellation) ?? made!;
    }
}
