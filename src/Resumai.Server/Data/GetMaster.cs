using Microsoft.AspNetCore.Mvc;
using Resumai.Server.ApiKeys;
using Resumai.Server.Conventions;
using Resumai.Server.Errors;
using Resumai.Server.Storage;

namespace Resumai.Server.Data;

/// <summary><c>GET /data/master/{asset_id}</c>: the record, with an ETag; 409 while there is none.</summary>
public static class GetMaster
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/data/master/{asset_id:uuid}", HandleAsync)
        .RequireScope(Scopes.DataRead)
        .WithQuery(
            QueryParameter.Checked("include", "What to add, separated by commas: evidence, text.", IncludeFault),
            QueryParameter.OneOf("format", "The form of the record.", StoredMaster.Json))
        .WithTags("Data").WithName("getMaster").WithSummary("The master record of an asset");

    private static async Task<IResult> HandleAsync([FromRoute(Name = "asset_id")] Guid id, HttpContext http, ApiCaller caller, QueryValues query,
        ServerDb db, CancellationToken cancellationToken)
    {
        if (await StoredMaster.FindAsync(db, caller.AccountId, caller.Environment, id, cancellationToken) is not { } master) return ApiErrors.AssetNotFound.Problem();
        if (master.Refusal is { } refusal) return refusal;
        string[] include = [.. (query.Text("include") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Distinct().Order(StringComparer.Ordinal)];
        if (CacheRules.IsNotModified(http, master.Tag(include, query.Text("format") ?? StoredMaster.Json))) return Results.StatusCode(304);
        return Results.Bytes(master.Render(include), "application/json; charset=utf-8");
    }

    private static string? IncludeFault(string value) =>
        value.Split(',').All(part => part is StoredMaster.Evidence or StoredMaster.Text) ? null : $"must be {StoredMaster.Evidence}, {StoredMaster.Text} or both, separated by a comma";
}
