using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Resumai.Server.ApiKeys;
using Resumai.Server.Conventions;
using Resumai.Server.Lists;
using Resumai.Server.Storage;
using Resumai.Text;

namespace Resumai.Server.Assets;

/// <summary><c>GET /files/assets</c>: what was uploaded, newest first.</summary>
public static class ListAssets
{
    public sealed record Item(
        Guid AssetId, Guid ParentTaskId, string Filename, string ContentType, long SizeBytes, int? PageCount, string Sha256,
        IReadOnlyList<string> Tags, string? Locale, string Status, DateTime UploadedAt, DateTime? CompletedAt);

    private static readonly RowOrder<Asset, DateTime> NewestFirst = new("-uploaded_at", a => a.UploadedAt, a => a.Id, descending: true);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/files/assets", HandleAsync)
        .RequireScope(Scopes.FilesRead)
        .WithQuery(
            QueryParameter.OneOf("status", "Only assets of this status.", AssetStatus.Queued, AssetStatus.Processing, AssetStatus.Completed, AssetStatus.Failed),
            QueryParameter.Text("tag", "Only assets that have this tag; several must all be there.", UploadLimits.TagCharacters * 2).Repeated(),
            QueryParameter.Text("filename", "Only assets whose file name contains this, whatever its case and accents."),
            QueryParameter.Instant("uploaded_after", "Only assets uploaded then or later."),
            QueryParameter.Instant("uploaded_before", "Only assets uploaded before."),
            QueryParameter.Limit, QueryParameter.Cursor)
        .Produces<Page<Item>>()
        .WithTags("Files").WithName("listAssets").WithSummary("Uploaded assets, newest first");

    private static Task<IResult> HandleAsync(HttpContext http, ApiCaller caller, QueryValues query, ServerDb db, Pages pages, CancellationToken cancellation) =>
        pages.AnswerAsync(http, caller, query, Filtered(db, caller, query), NewestFirst, ItemOf, cancellation);

    private static IQueryable<Asset> Filtered(ServerDb db, ApiCaller caller, QueryValues query)
    {
        var assets = db.Assets.AsNoTracking().Of(caller);
        if (query.Text("status") is { } status) assets = assets.Where(a => a.Status == status);
        foreach (var tag in query.All("tag")) assets = assets.Where(a => db.AssetTags.Any(t => t.AssetId == a.Id && t.AccountId == caller.AccountId && t.Environment == caller.Environment && t.Tag == tag));
        if (query.Text("filename") is { } name)
        {
            var folded = UnicodeText.Fold(name);
            assets = assets.Where(a => a.FilenameFolded.Contains(folded));
        }
        if (query.Instant("uploaded_after") is { } after) assets = assets.Where(a => a.UploadedAt >= after);
        if (query.Instant("uploaded_before") is { } before) assets = assets.Where(a => a.UploadedAt < before);
        return assets;
    }

    internal static Item ItemOf(Asset asset) => new(
        asset.Id, asset.ParentTaskId, asset.Filename, asset.ContentType, asset.SizeBytes, asset.PageCount, asset.Sha256,
        JsonSerializer.Deserialize<string[]>(asset.TagsJson)!, asset.Locale, asset.Status, asset.UploadedAt, asset.CompletedAt);
}
