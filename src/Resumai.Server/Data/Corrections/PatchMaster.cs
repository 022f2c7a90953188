using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Resumai.Master;
using Resumai.Server.ApiKeys;
using Resumai.Server.Conventions;
using Resumai.Server.Errors;
using Resumai.Server.Storage;

namespace Resumai.Server.Data.Corrections;

/// <summary>
/// <c>PATCH /data/master/{asset_id}</c>: corrects values by a JSON Patch (RFC 6902). <c>If-Match</c> must name the record as it was read, in
/// any of its variants (412 if not, or without it).
/// </summary>
public static class PatchMaster
{
    private const string Patch = "application/json-patch+json";

    public static void Map(IEndpointRouteBuilder api) => api.MapPatch("/data/master/{asset_id:uuid}", HandleAsync)
        .RequireScope(Scopes.DataWrite)
        .Accepts<JsonElement>(Patch, "application/json")
        .Produces<MasterRecord>()
        .WithTags("Data").WithName("patchMaster").WithSummary("Correct values of a record");

    private static async Task<IResult> HandleAsync([FromRoute(Name = "asset_id")] Guid id, HttpContext http, ApiCaller caller, ServerDb db,
        RecordEditing editing, CancellationToken cancellation)
    {
        var (document, unread) = await JsonBody.ReadAsync(http.Request, cancellation);
        if (unread is not null) return unread;
        var (operations, faults) = PatchOperation.Read(document);
        if (faults.Count > 0) return ApiErrors.InvalidFields(faults);
        var named = http.Request.GetTypedHeaders().IfMatch;
        var editor = await Editor.OfAsync(db, caller, cancellation);
        var (saved, refusal) = await editing.PatchAsync(db, editor, id, master => master.IsNamedBy(named), operations, cancellation);
        if (saved is null) return refusal!;
        CacheRules.SetTag(http, saved.Tag([], StoredMaster.Json));
        return Results.Bytes(saved.Render([]), "application/json; charset=utf-8");
    }
}
