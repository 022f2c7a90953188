using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Resumai.Master;
using Resumai.Server.Conventions;
using Resumai.Server.Errors;
using Resumai.Server.Settings;
using Resumai.Server.Storage;

namespace Resumai.Server.Data.Corrections;

/// <summary>
/// Corrects records: checks, then writes record, revision, display row and search text in one transaction that only the revision which was
/// read may pass. Thread-safe.
/// </summary>
public sealed class RecordEditing(TimeProvider clock)
{
    private const string Corrected = "corrected";
    private const string Undone = "undone";
    private const string Reparsed = "reparsed";
    /// <summary>Where others change the record all the time.</summary>
    private const int MostTries = 5;

    /// <summary>Applies a patch.</summary>
    /// <param name="isCurrent">Whether the record is still the one that the editor read; 412 if not.</param>
    /// <returns>The record as it is now, or why it was not changed: 404, 409, 412 or 400 with the pointers at fault.</returns>
    internal async Task<(StoredMaster? Saved, Problem? Refusal)> PatchAsync(
        ServerDb db, Editor editor, Guid id, Func<StoredMaster, bool> isCurrent, IReadOnlyList<PatchOperation> operations, CancellationToken cancellation)
    {
        if (await StoredMaster.FindAsync(db, editor.AccountId, editor.Environment, id, cancellation) is not { } master) return (null, ApiErrors.AssetNotFound.Problem());
        if (master.Refusal is { } refusal) return (null, refusal);
        if (!isCurrent(master)) return (null, ApiErrors.PreconditionFailed.Problem());
        if (PlaceFaults(operations) is { Count: > 0 } places) return (null, ApiErrors.InvalidFields(places));

        var before = CorrectedRecord.Of(master.Row!);
        var node = CorrectedRecord.Node(before.Current);
        var patched = node.DeepClone().AsObject();
        if (JsonPatch.Apply(patched, operations) is { } fault) return (null, RefusalOf(fault));
        var (values, faults) = RecordRules.Read(patched, node);
        if (values is null) return (null, ApiErrors.InvalidFields(faults));

        if (operations.All(o => o.Name == "test")) return (master, null);
        string[] touched = [.. operations.Where(o => o.Name != "test").SelectMany(o => o.Name == "move" ? new[] { o.Path, o.From! } : [o.Path])];
        return await SaveAsync(db, editor, master, before, values, touched, Corrected, finish: null, cancellation) is { } saved
            ? (saved, null)
            : (null, ApiErrors.PreconditionFailed.Problem());
    }

    /// <summary>Takes back what a revision changed, while all of it still stands.</summary>
    /// <param name="finish">Called in the transaction; what it answers is given in place of the record, and nothing is written.</param>
    internal async Task<(StoredMaster? Saved, IResult? Refusal)> UndoAsync(
        ServerDb db, Editor editor, Guid id, int revision, Func<StoredMaster, Task<IResult?>> finish, CancellationToken cancellation)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await StoredMaster.FindAsync(db, editor.AccountId, editor.Environment, id, cancellation) is not { } master) return (null, ApiErrors.AssetNotFound.Problem());
            if (master.Refusal is { } refusal) return (null, refusal);
            var row = await db.RecordRevisions.AsNoTracking().SingleOrDefaultAsync(r => r.AssetId == id && r.Revision == revision, cancellation);
            if (row is null) return (null, ApiErrors.RevisionNotFound.Problem());
            if (row.Kind == Reparsed) return (null, ApiErrors.RevisionSuperseded.Problem("It is a parse and no correction."));

            var before = CorrectedRecord.Of(master.Row!);
            var node = CorrectedRecord.Node(before.Current);
            var changes = ChangesOf(row);
            foreach (var change in changes)
            {
                if (!JsonNode.DeepEquals(JsonPointers.Get(node, change.Pointer), change.To) || !JsonPointers.TrySet(node, change.Pointer, change.From))
                {
                    return (null, ApiErrors.RevisionSuperseded.Problem($"The value at {change.Pointer} was changed since."));
                }
            }
            IResult? other = null;
            var values = node.Deserialize(MasterJson.Compact.MasterRecord)!;
            var saved = await SaveAsync(db, editor, master, before, values, [.. changes.Select(c => c.Pointer)], Undone,
                async made => (other = await finish(made)) is null, cancellation);
            if (other is not null) return (null, other);
            if (saved is not null) return (saved, null);
        }
        return (null, ApiErrors.RevisionSuperseded.Problem("The record is being changed by others."));
    }

    /// <summary>The revisions of a record after its first parse, newest first.</summary>
    internal static async Task<(IReadOnlyList<RecordRevision>? Revisions, Problem? Refusal)> HistoryAsync(ServerDb db, Editor editor, Guid id, CancellationToken cancellation)
    {
        if (await StoredMaster.FindAsync(db, editor.AccountId, editor.Environment, id, cancellation) is not { } master) return (null, ApiErrors.AssetNotFound.Problem());
        if (master.Row is null) return (null, master.Refusal);
        return (await db.RecordRevisions.AsNoTracking().Where(r => r.AssetId == id).OrderByDescending(r => r.Revision).ToListAsync(cancellation), null);
    }

    internal static IReadOnlyList<RecordChange> ChangesOf(RecordRevision revision) =>
        JsonSerializer.Deserialize<RecordChange[]>(RecordBytes.Unpack(revision.Changes), JsonForm.Options)!;

    /// <summary>Puts a later parse in the place of the record inside the caller's transaction; the row is tracked and its asset locked.</summary>
    /// <returns>The record that stands now.</returns>
    internal static MasterRecord Reparse(ServerDb db, MasterRow row, MasterRecord reparsed, DateTime now)
    {
        var before = CorrectedRecord.Of(row);
        var after = before.After(reparsed);
        (row.Record, row.Parsed) = after.Pack();
        (row.Revision, row.UpdatedAt) = (row.Revision + 1, now);
        db.RecordRevisions.Add(RevisionOf(row, Reparsed, "parser", after.ChangesSince(before)));
        return after.Current;
    }

    private async Task<StoredMaster?> SaveAsync(ServerDb db, Editor editor, StoredMaster master, CorrectedRecord before, MasterRecord values,
        string[] touched, string kind, Func<StoredMaster, Task<bool>>? finish, CancellationToken cancellation)
    {
        var now = clock.UtcNow();
        var after = before.With(values, touched, editor.Name, now);
        var (record, parsed) = after.Pack();
        var read = master.Row!.Revision;
        var id = master.Asset.Id;

        await using var write = await db.BeginWriteAsync(cancellation);
        // Locked, so that no deletion, parse or change of tags comes between the row and what is made of it.
        var asset = await db.Assets.Where(a => a.Id == id && a.AccountId == editor.AccountId && a.Environment == editor.Environment && a.Status == AssetStatus.Completed)
            .LockAsync(db, id, cancellation);
        if (asset is null) return null;
        var written = await db.Masters.Where(m => m.AssetId == id && m.Revision == read).ExecuteUpdateAsync(s => s
            .SetProperty(m => m.Record, record)
            .SetProperty(m => m.Parsed, parsed)
            .SetProperty(m => m.Revision, read + 1)
            .SetProperty(m => m.UpdatedAt, now), cancellation);
        if (written == 0) return null;
        var row = new MasterRow { AssetId = id, AccountId = editor.AccountId, Record = record, Parsed = parsed, Revision = read + 1, UpdatedAt = now };
        db.RecordRevisions.Add(RevisionOf(row, kind, editor.Name, after.ChangesSince(before)));
        await DisplayIndex.WriteAsync(db, asset, after.Current, cancellation);
        var saved = new StoredMaster(asset, row);
        if (finish is not null && !await finish(saved)) return null;
        await write.CommitAsync();
        return saved;
    }

    private static RecordRevision RevisionOf(MasterRow row, string kind, string by, IReadOnlyList<RecordChange> changes) => new()
    {
        AssetId = row.AssetId,
        Revision = row.Revision,
        Kind = kind,
        By = by,
        At = row.UpdatedAt,
        Changes = RecordBytes.Pack(JsonSerializer.SerializeToUtf8Bytes(changes, JsonForm.Options)),
    };

    /// <summary>What may be written: the values that a CV has, not what the server or the parser says about it.</summary>
    private static List<FieldError> PlaceFaults(IReadOnlyList<PatchOperation> operations)
    {
        var faults = new List<FieldError>();
        for (var i = 0; i < operations.Count; i++)
        {
            var operation = operations[i];
            if (operation.Name == "test") continue;
            Check(operation.Path, $"/{i.ToString(CultureInfo.InvariantCulture)}/path");
            if (operation.Name == "move") Check(operation.From!, $"/{i.ToString(CultureInfo.InvariantCulture)}/from");
        }
        return faults;

        void Check(string pointer, string field)
        {
            var tokens = JsonPointers.Tokens(pointer)!;
            if (tokens.Length == 0 || !RecordDiff.Correctable.Contains(tokens[0]))
            {
                faults.Add(new FieldError(field, $"{pointer} cannot be corrected; there are {string.Join(", ", RecordDiff.Correctable.Select(k => "/" + k))}"));
            }
            else if (tokens[^1] == RecordDiff.Counted)
            {
                faults.Add(new FieldError(field, $"{pointer} is counted from the dates; correct those"));
            }
        }
    }

    private static Problem RefusalOf(JsonPatch.Fault fault) => fault.TestFailed
        ? ApiErrors.PatchTestFailed.Problem(fault.Pointer, fault.Operation).With("pointer", fault.Pointer).With("operation", fault.Operation)
        : ApiErrors.InvalidFields(new FieldError(fault.Pointer.Length == 0 ? "/" + fault.Operation.ToString(CultureInfo.InvariantCulture) : fault.Pointer, $"{fault.Message} (operation {fault.Operation.ToString(CultureInfo.InvariantCulture)})"));
}
