using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Resumai.Server.ApiKeys;
using Resumai.Server.Storage;

namespace Resumai.Server.Data.Corrections;

/// <summary><c>GET /data/master/{asset_id}/revisions</c>: what was changed after the first parse, by whom and when, newest first.</summary>
public static class ListRevisions
{
    public sealed record Answer(IReadOnlyList<Item> Items);

    /// <param name="Kind"><c>corrected</c>, <c>undone</c> or <c>reparsed</c>.</param>
    public sealed record Item(int Revision, string Kind, string By, DateTime At, IReadOnlyList<Change> Changes);

    public sealed record Change(string Pointer, JsonNode? From, JsonNode? To);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/data/master/{asset_id:uuid}/revisions", HandleAsync)
        .RequireScope(Scopes.DataRead)
        .Produces<Answer>()
        .WithTags("Data").WithName("listRevisions").WithSummary("The changes of a record after its first parse");

    private static async Task<IResult> HandleAsync([FromRoute(Name = "asset_id")] Guid id, ApiCaller caller, ServerDb db, CancellationToken cancellation)
    {
        var (revisions, refusal) = await RecordEditing.HistoryAsync(db, await Editor.OfAsync(db, caller, cancellation), id, cancellation);
        return revisions is null ? refusal! : Results.Ok(new Answer([.. revisions.Select(r =>
            new Item(r.Revision, r.Kind, r.By, r.At, [.. RecordEditing.ChangesOf(r).Select(c => new Change(c.Pointer, c.From, c.To))]))]));
    }
}
