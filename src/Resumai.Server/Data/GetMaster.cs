using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Resumai.Master;
using Resumai.Server.ApiKeys;
using Resumai.Server.Conventions;
using Resumai.Server.Errors;
using Resumai.Server.Storage;

namespace Resumai.Server.Data;

/// <summary><c>GET /data/master/{asset_id}</c>: the record, with an ETag; 409 while there is none.</summary>
public static class GetMaster
{
    private const string Evidence = "evidence";
    private const string Text = "text";
    private const string Json = "json";

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/data/master/{asset_id:uuid}", HandleAsync)
        .RequireScope(Scopes.DataRead)
        .WithQuery(
            QueryParameter.Checked("include", "What to add, separated by commas: evidence, text.", IncludeFault),
            QueryParameter.OneOf("format", "The form of the record.", Json))
        .WithName("getMaster").WithSummary("The master record of an asset");

    private static async Task<IResult> HandleAsync([FromRoute(Name = "asset_id")] Guid id, HttpContext http, ApiCaller caller, QueryValues query,
        ServerDb db, CancellationToken cancellationToken)
    {
        var found = await db.Assets.AsNoTracking()
            .Where(a => a.Id == id && a.AccountId == caller.AccountId && a.Environment == caller.Environment)
            .Select(a => new { Asset = a, Master = db.Masters.FirstOrDefault(m => m.AssetId == a.Id) })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null) return ApiErrors.AssetNotFound.Problem();
        if (found.Asset.Status == AssetStatus.Failed) return Failed(found.Asset);
        if (found.Asset.Status != AssetStatus.Completed || found.Master is null) return NotReady(found.Asset);
        string[] include = [.. (query.Text("include") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Distinct().Order(StringComparer.Ordinal)];
        if (CacheRules.IsNotModified(http, Tag(found.Asset, found.Master, include, query.Text("format") ?? Json))) return Results.StatusCode(304);
        var record = JsonSerializer.Deserialize(RecordBytes.Unpack(found.Master.Record), MasterJson.Compact.MasterRecord)!;
        record = record with
        {
            AssetId = id,
            Filename = found.Asset.Filename,
            Tags = JsonSerializer.Deserialize<string[]>(found.Asset.TagsJson)!,
            Locale = found.Asset.Locale,
            Text = include.Contains(Text) ? record.Text : null,
            Evidence = include.Contains(Evidence) ? record.Evidence : null,
        };
        return Results.Bytes(JsonSerializer.SerializeToUtf8Bytes(record, MasterJson.Compact.MasterRecord), "application/json; charset=utf-8");
    }

    private static Problem NotReady(Asset asset) =>
        ApiErrors.AssetNotReady.Problem(asset.Status).RetryAfter(asset.Status == AssetStatus.Queued ? 2 : 1);

    private static Problem Failed(Asset asset) =>
        ApiErrors.AssetFailed.Problem(asset.ErrorMessage ?? "").With("error", new JsonObject { ["code"] = asset.ErrorCode, ["message"] = asset.ErrorMessage });

    /// <summary>Changes with the record, with what the asset adds to it, and with the variant asked for.</summary>
    private static string Tag(Asset asset, MasterRow master, string[] include, string format)
    {
        object?[] parts = [asset.Id, master.Revision, master.UpdatedAt.Ticks, asset.TagsJson, new MasterRecord().SchemaVersion, include, format];
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(parts))[..12]);
    }

    private static string? IncludeFault(string value) =>
        value.Split(',').All(part => part is Evidence or Text) ? null : $"must be {Evidence}, {Text} or both, separated by a comma";
}
