using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Resumai.Server.ApiKeys;
using Resumai.Server.Conventions;
using Resumai.Server.Errors;
using Resumai.Server.Jobs;
using Resumai.Server.Storage;

namespace Resumai.Server.Assets;

/// <summary><c>GET /files/assets/{id}/status</c>: how far the parse is; the parent task's id is taken in the asset's place.</summary>
public static class GetStatus
{
    public sealed record Answer(Guid AssetId, Guid ParentTaskId, string Status, double Progress, IReadOnlyList<TaskAnswer> Tasks, ErrorAnswer? Error);

    public sealed record TaskAnswer(Guid TaskId, string Name, string Status, DateTime? StartedAt, DateTime? FinishedAt, long? DurationMs);

    public sealed record ErrorAnswer(string Code, string Message);

    private const string Wait = "wait";
    /// <summary>How often a waiting request looks by itself: another process may have done the work.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/files/assets/{asset_id:uuid}/status", HandleAsync)
        .RequireScope(Scopes.FilesRead)
        .WithQuery(QueryParameter.Integer(Wait, "Seconds to hold the answer until the status is final.", 0, 30))
        .Produces<Answer>()
        .WithTags("Files").WithName("getStatus").WithSummary("Status of an asset and of the stages of its parse");

    private static async Task<IResult> HandleAsync(
        [FromRoute(Name = "asset_id")] Guid id, QueryValues query, HttpContext http, ApiCaller caller, ServerDb db,
        AssetSignals signals, IHostApplicationLifetime server, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation, server.ApplicationStopping);
        patience.CancelAfter(TimeSpan.FromSeconds(query.Integer(Wait) ?? 0));
        var known = await FindAsync(db, caller, id, cancellation);
        while (known is not null && !AssetStatus.IsFinal(known.Status))
        {
            var asset = known.Id;
            var change = signals.NextChange(asset);
            known = await FindAsync(db, caller, id, cancellation);
            if (known is null || AssetStatus.IsFinal(known.Status))
            {
                // Nothing will signal this asset any more: whoever waits for it must not stay in the list of those who do.
                signals.Changed(asset);
                break;
            }
            if (patience.IsCancellationRequested) break;
            await Task.WhenAny(change, Task.Delay(Look, patience.Token));
        }
        cancellation.ThrowIfCancellationRequested();
        if (known is null) return ApiErrors.AssetNotFound.Problem();
        if (!AssetStatus.IsFinal(known.Status)) http.Response.Headers.RetryAfter = "1";
        return Results.Ok(await AnswerAsync(db, known, cancellation));
    }

    private static Task<Asset?> FindAsync(ServerDb db, ApiCaller caller, Guid id, CancellationToken cancellation) =>
        db.Assets.AsNoTracking().Of(caller).FirstOrDefaultAsync(a => a.Id == id || a.ParentTaskId == id, cancellation);

    private static async Task<Answer> AnswerAsync(ServerDb db, Asset asset, CancellationToken cancellation)
    {
        var tasks = await db.Tasks.AsNoTracking().Where(t => t.AssetId == asset.Id).OrderBy(t => t.Ordinal).ToListAsync(cancellation);
        return new Answer(
            asset.Id, asset.ParentTaskId, asset.Status,
            tasks.Count == 0 ? 0 : (double)tasks.Count(t => t.Status == AssetStatus.Completed) / tasks.Count,
            [.. tasks.Select(t => new TaskAnswer(t.Id, t.Name, t.Status, t.StartedAt, t.FinishedAt, (long?)(t.FinishedAt - t.StartedAt)?.TotalMilliseconds))],
            asset.ErrorCode is null ? null : new ErrorAnswer(asset.ErrorCode, asset.ErrorMessage!));
    }
}
