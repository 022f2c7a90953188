using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Resumai.Server.ApiKeys;
using Resumai.Server.Conventions;
using Resumai.Server.Errors;
using Resumai.Server.Files;
using Resumai.Server.Storage;

namespace Resumai.Server.Assets;

/// <summary><c>GET /files/assets/{id}/file</c>: the original bytes, to be saved under their name, never shown in place. Ranges are answered.</summary>
public static class GetFile
{
    public static void Map(IEndpointRouteBuilder api) => MapAt(api, "/files/assets/{asset_id:uuid}/file")
        .RequireScope(Scopes.FilesRead)
        .Offering()
        .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
        .WithTags("Files").WithName("getFile").WithSummary("The uploaded file as it was sent");

    /// <summary>The same file at another address, for a caller that is told in another way.</summary>
    internal static RouteHandlerBuilder MapAt(IEndpointRouteBuilder routes, string path) => routes.MapGet(path, HandleAsync);

    private static async Task<IResult> HandleAsync(
        [FromRoute(Name = "asset_id")] Guid id, ApiCaller caller, ServerDb db, IFileStore files, CancellationToken cancellation)
    {
        var asset = await db.Assets.AsNoTracking().Of(caller).SingleOrDefaultAsync(a => a.Id == id, cancellation);
        // Between the row and the file a deletion may come.
        if (asset is null || await files.OpenReadAsync(id, cancellation) is not { } file) return ApiErrors.AssetNotFound.Problem();
        return Results.File(file, asset.ContentType, asset.Filename, new DateTimeOffset(asset.UploadedAt), new EntityTagHeaderValue($"\"{asset.Sha256}\""), enableRangeProcessing: true);
    }
}
