using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Resumai.Master;
using Resumai.Server.ApiKeys;
using Resumai.Server.Assets;
using Resumai.Server.Data.Corrections;
using Resumai.Server.Errors;
using Resumai.Server.Jobs;
using Resumai.Server.RateLimits;
using Resumai.Server.Storage;
using Resumai.Server.Web.Users;

namespace Resumai.Server.Web.Pages.Cvs.Editing;

/// <summary>Corrects one CV of the account of whoever has signed in, in their name: what the API does, done the same way. Thread-safe.</summary>
internal sealed class CvEditing(IDbContextFactory<ServerDb> databases, RecordEditing editing, Reparsing reparsing, QueueBounds bounds, RateLimitOptions limits)
{
    /// <param name="Kind"><c>corrected</c>, <c>undone</c> or <c>reparsed</c>.</param>
    public sealed record Revision(int Number, string Kind, string By, DateTime At, IReadOnlyList<RecordChange> Changes)
    {
        public bool CanBeUndone => Kind != "reparsed";
    }

    /// <param name="revision">The record as it was seen: another has been changed by others since.</param>
    /// <returns>Null when it is done.</returns>
    public async Task<Problem?> PatchAsync(SignedIn user, Guid id, int revision, IReadOnlyList<PatchOperation> operations)
    {
        if (!user.Writes) return ApiErrors.NotFound.Problem();
        await using var db = await databases.CreateDbContextAsync();
        return (await editing.PatchAsync(db, EditorOf(user), id, master => master.Row!.Revision == revision, operations, CancellationToken.None)).Refusal;
    }

    /// <summary>Decides where a correction and a later parse differ.</summary>
    /// <param name="record">As it was seen.</param>
    /// <param name="isKept">The corrected value stays; else what the parser reads now comes in its place. One that has no place goes either way.</param>
    public Task<Problem?> DecideAsync(SignedIn user, MasterRecord record, Correction correction, bool isKept)
    {
        var conflict = correction.Conflict!;
        if (conflict.Applied) return WriteAsync(correction.Pointer, isKept ? correction.Value : conflict.Parsed);
        // Whoever writes to its list has seen that it waits.
        var tokens = JsonPointers.Tokens(correction.Pointer)!;
        var list = JsonPointers.Of(tokens.TakeWhile(t => JsonPointers.Index(t) is null));
        return WriteAsync(list, JsonPointers.Get(CorrectedRecord.Node(record), list));

        Task<Problem?> WriteAsync(string pointer, JsonNode? value) =>
            PatchAsync(user, record.AssetId!.Value, record.Revision!.Value, [new PatchOperation("replace", pointer, null, value?.DeepClone())]);
    }

    /// <summary>Changes after the first parse, newest first.</summary>
    public async Task<IReadOnlyList<Revision>> HistoryAsync(SignedIn user, Guid id)
    {
        await using var db = await databases.CreateDbContextAsync();
        var (revisions, _) = await RecordEditing.HistoryAsync(db, EditorOf(user), id, CancellationToken.None);
        return [.. (revisions ?? []).Select(r => new Revision(r.Revision, r.Kind, r.By, r.At, RecordEditing.ChangesOf(r)))];
    }

    /// <summary>Puts back what a revision changed.</summary>
    /// <returns>Null when it is done.</returns>
    public async Task<Problem?> UndoAsync(SignedIn user, Guid id, int revision)
    {
        if (!user.Writes) return ApiErrors.NotFound.Problem();
        await using var db = await databases.CreateDbContextAsync();
        return (await editing.UndoAsync(db, EditorOf(user), id, revision, _ => Task.FromResult<IResult?>(null), CancellationToken.None)).Refusal as Problem;
    }

    /// <summary>Puts the document in line once more.</summary>
    /// <returns>Null when it is.</returns>
    public async Task<Problem?> ReparseAsync(SignedIn user, Guid id)
    {
        if (!user.Writes || await SessionCaller.OfAsync(databases, user.AccountId, limits) is not { } caller) return ApiErrors.NotFound.Problem();
        await using var db = await databases.CreateDbContextAsync();
        return await bounds.RefusalAsync(db, caller, CancellationToken.None)
            ?? await reparsing.ReparseAsync(db, db.Assets.Of(caller), id, _ => Task.FromResult<IResult?>(null), CancellationToken.None) as Problem;
    }

    private static Editor EditorOf(SignedIn user) => new(user.AccountId, KeyEnvironment.Live, user.Email);
}
