using Microsoft.AspNetCore.Mvc;
using Resumai.Server.ApiKeys;

namespace Resumai.Server.Web.Pages.Cvs.Pictures;

/// <summary><c>GET /cvs/{id}/pages/N.png</c>: the picture of a page, for the session of the CV's account.</summary>
internal static class GetPagePicture
{
    public static string PathOf(Guid assetId, int page) => $"/cvs/{assetId}/pages/{page}.png";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/cvs/{asset_id:uuid}/pages/{page:int:min(1)}.png", HandleAsync).WithMetadata(new BySession()).ExcludeFromDescription();

    private static async Task<IResult> HandleAsync(
        [FromRoute(Name = "asset_id")] Guid id, int page, HttpContext http, ApiCaller caller, PagePictures pictures, CancellationToken cancellation)
    {
        var answer = await pictures.FindAsync(caller.AccountId, id, page, cancellation);
        if (answer.Picture is not { } picture) return answer.Refusal!;
        // By this browser alone, for as long as the page is looked at: a document never changes, but it can be deleted.
        http.Response.Headers.CacheControl = "private, max-age=300";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(picture.Png, "image/png");
    }
}
