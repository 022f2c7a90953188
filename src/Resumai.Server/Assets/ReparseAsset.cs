using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Resumai.Server.ApiKeys;
using Resumai.Server.Idempotency;
using Resumai.Server.Jobs;
using Resumai.Server.Storage;

namespace Resumai.Server.Assets;

/// <summary><c>POST /files/assets/{id}/reparse</c>: parses a completed asset once more, free. Its corrections stay.</summary>
public static class ReparseAsset
{
    public sealed record Answer(Guid AssetId, Guid ParentTaskId, string Status);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/files/assets/{asset_id:uuid}/reparse", HandleAsync)
        .RequireScope(Scopes.FilesWrite)
        .Produces<Answer>(StatusCodes.Status202Accepted)
        .WithTags("Files").WithName("reparseAsset").WithSummary("Parse an asset once more, free");

    private static async Task<IResult> HandleAsync([FromRoute(Name = "asset_id")] Guid id, HttpContext http, ApiCaller caller, ServerDb db,
        QueueBounds bounds, IdempotentRequests idempotent, Reparsing reparsing, CancellationToken cancellation)
    {
        if (await bounds.RefusalAsync(db, caller, cancellation) is { } saturated) return saturated;
        await using var once = await idempotent.EnterAsync(http, caller, SHA256.HashData(Encoding.UTF8.GetBytes("reparse")), cancellation);
        if (once.Answer is { } answer) return answer;
        StoredAnswer? made = null;
        return await reparsing.ReparseAsync(db, db.Assets.Of(caller), id, async asset =>
        {
            made = StoredAnswer.Json(StatusCodes.Status202Accepted, new Answer(asset.Id, asset.ParentTaskId, asset.Status),
                $"{ServerHost.ApiPath}/files/assets/{asset.Id}/status");
            return await once.StoreAsync(db, made, cancellation);
        }, cancellation) ?? made!;
    }
}
