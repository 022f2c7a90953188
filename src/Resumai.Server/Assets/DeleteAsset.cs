using Microsoft.AspNetCore.Mvc;
using Resumai.Server.ApiKeys;
using Resumai.Server.Errors;
using Resumai.Server.Storage;

namespace Resumai.Server.Assets;

/// <summary><c>DELETE /files/assets/{id}</c>: at once, in whatever status it is. The credit is not given back.</summary>
public static class DeleteAsset
{
    public static void Map(IEndpointRouteBuilder api) => api.MapDelete("/files/assets/{asset_id:uuid}", HandleAsync)
        .RequireScope(Scopes.FilesWrite)
        .Produces(StatusCodes.Status204NoContent)
        .WithTags("Files").WithName("deleteAsset").WithSummary("Delete an asset, its file and its data");

    private static async Task<IResult> HandleAsync(
        [FromRoute(Name = "asset_id")] Guid id, ApiCaller caller, ServerDb db, AssetDeletion deletion, CancellationToken cancellation) =>
        await deletion.DeleteAsync(db, db.Assets.Of(caller).Where(a => a.Id == id), cancellation) == 0
            ? ApiErrors.AssetNotFound.Problem()
            : Results.NoContent();
}
