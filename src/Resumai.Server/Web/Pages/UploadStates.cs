using Microsoft.EntityFrameworkCore;
using Resumai.Server.ApiKeys;
using Resumai.Server.Errors;
using Resumai.Server.Storage;

namespace Resumai.Server.Web.Pages;

/// <summary><c>POST /uploads/states</c>: how far the documents of the upload page are. Another account's are left out of the answer.</summary>
internal static class UploadStates
{
    /// <summary>Most documents in one question.</summary>
    private const int Most = 500;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/uploads/states", HandleAsync).WithMetadata(new BySession(Writes: true)).ExcludeFromDescription();

    private sealed record State(Guid AssetId, string Status, Fault? Error);

    private sealed record Fault(string Code, string? Message);

    private static async Task<IResult> HandleAsync(IReadOnlyList<Guid> assets, ApiCaller caller, ServerDb db, CancellationToken cancellationToken)
    {
        if (assets.Count > Most) return Results.BadRequest();
        return Results.Ok(await db.Assets.AsNoTracking().Where(a => a.AccountId == caller.AccountId && assets.Contains(a.Id))
            .Select(a => new State(a.Id, a.Status, a.ErrorCode == null ? null : new Fault(a.ErrorCode, a.ErrorMessage))).ToListAsync(cancellationToken));
    }
}
