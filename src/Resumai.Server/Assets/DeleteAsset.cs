using Microsoft.AspNetCore.Mvc;
using Resumai.Server.ApiKeys;
using Resumai.Server.Conventions;
using Resumai.Server.Errors;
using Resumai.Server.Storage;

namespace Resumai.Server.Assets;

/// <summary>
/// <c>DELETE /files/assets/{id}</c>: at once, in whatever status it is. The credit is not given back. With <c>undo=30d</c> it can be brought
/// back for 30 days, unless it is deleted without that in the meantime.
/// </summary>
public static class DeleteAsset
{
    private const string Undo = "undo";
    private const string Days = "30d";

    public sealed record Answer(Guid AssetId, DateTime DeletedAt, DateTime UndoUntil);

    public static void Map(IEndpointRouteBuilder api) => api.MapDelete("/files/assets/{asset_id:uuid}", HandleAsync)
        .RequireScope(Scopes.FilesWrite)
        .WithQuery(QueryParameter.OneOf(Undo, "Keep what is needed to undo it for so long; without it the deletion is final.", Days))
        .Produces(StatusCodes.Status204NoContent).Produces<Answer>()
        .WithTags("Files").WithName("deleteAsset").WithSummary("Delete an asset, its file and its data");

    private static async Task<IResult> HandleAsync(
        [FromRoute(Name = "asset_id")] Guid id, ApiCaller caller, QueryValues query, ServerDb db, AssetDeletion deletion, UndoableDeletion undoable, CancellationToken cancellation)
    {
        if (query.Text(Undo) is not null)
        {
            return await undoable.DeleteAsync(db, caller.AccountId, caller.Environment, id, cancellation) is { } deleted
                ? Results.Ok(new Answer(id, deleted.DeletedAt, deleted.UndoUntil))
                : ApiErrors.AssetNotFound.Problem();
        }
        var known = db.Assets.Where(a => a.Id == id && a.AccountId == caller.AccountId
            && (a.Environment == caller.Environment || db.DeletedAssets.Any(d => d.AssetId == id && d.Environment == caller.Environment)));
        return await deletion.DeleteAsync(db, known, cancellation) == 0 ? ApiErrors.AssetNotFound.Problem() : Results.NoContent();
    }
}
