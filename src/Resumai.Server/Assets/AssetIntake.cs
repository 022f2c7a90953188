using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Resumai.Server.Accounts;
using Resumai.Server.ApiKeys;
using Resumai.Server.Conventions;
using Resumai.Server.Errors;
using Resumai.Server.Files;
using Resumai.Server.Idempotency;
using Resumai.Server.Jobs;
using Resumai.Server.Settings;
using Resumai.Server.Storage;
using Resumai.Server.Telemetry;
using Resumai.Text;

namespace Resumai.Server.Assets;

/// <summary>
/// Makes an asset of a checked upload: the file first, durable, then everything else in one transaction with the answer to its
/// Idempotency-Key. What is refused leaves nothing behind.
/// </summary>
public sealed class AssetIntake(IFileStore files, Wallet wallet, IJobQueue queue, ServerMeter meter, TimeProvider clock)
{
    public sealed record Answer(Guid AssetId, Guid ParentTaskId, string Status, string Filename, string Sha256, long CreditsRemaining);

    /// <param name="contentType">Of its format, as the bytes show it.</param>
    public async Task<IResult> TakeAsync(
        HttpContext http, ApiCaller caller, ServerDb db, UploadForm form, string contentType, IdempotentRequest once, CancellationToken cancellation)
    {
        var asset = AssetOf(caller, form, contentType);
        var stored = false;
        try
        {
            await files.KeepAsync(form.File!, asset.Id, cancellation);
            await using var write = await db.BeginWriteAsync(cancellation);
            while (!await AddAsync(db, asset, form.Tags, cancellation))
            {
                // The first may have been deleted or have failed between the index's refusal and this look: then there is room.
                if (await FirstAsync(db, asset, cancellation) is not { } original) continue;
                var duplicate = StoredAnswer.From(Duplicate(original), http);
                if (await once.StoreAsync(db, duplicate, cancellation) is { } earlier) return earlier;
                await write.CommitAsync();
                return duplicate;
            }
            if (await wallet.TryChargeAsync(db, caller, asset.Id, cancellation) is not { } credits) return ApiErrors.InsufficientCredits.Problem();

            var answer = StoredAnswer.Json(StatusCodes.Status202Accepted,
                new Answer(asset.Id, asset.ParentTaskId, asset.Status, asset.Filename, asset.Sha256, credits),
                $"{ServerHost.ApiPath}/files/assets/{asset.Id}/status");
            if (await once.StoreAsync(db, answer, cancellation) is { } first) return first;
            // A commit that fails may have happened: then only the sweep knows whether the file is an orphan.
            stored = true;
            await write.CommitAsync();
            if (!caller.IsTest) meter.CreditsCharged(1);
            queue.Announce();
            return answer;
        }
        catch (FileStoreUnavailableException)
        {
            // To ask a store to delete that does not answer would only keep the client waiting: the sweep sees to what arrived there.
            stored = true;
            throw;
        }
        finally
        {
            if (!stored) await files.DeleteOrLeaveAsync(asset.Id);
        }
    }

    private Asset AssetOf(ApiCaller caller, UploadForm form, string contentType) => new()
    {
        Id = Guid.CreateVersion7(clock.GetUtcNow()),
        AccountId = caller.AccountId,
        Environment = caller.Environment,
        ParentTaskId = Guid.CreateVersion7(clock.GetUtcNow()),
        Filename = form.Filename,
        FilenameFolded = UnicodeText.Fold(form.Filename),
        ContentType = contentType,
        SizeBytes = form.File!.Size,
        Sha256 = Convert.ToHexStringLower(form.File.Sha256),
        TagsJson = JsonSerializer.Serialize(form.Tags, JsonForm.Options),
        Locale = form.Locale,
        Status = AssetStatus.Queued,
        UploadedAt = clock.UtcNow(),
    };

    /// <summary>Adds the asset with its tags, tasks and job; false when the account has the same bytes already, as the index says.</summary>
    private static async Task<bool> AddAsync(ServerDb db, Asset asset, IReadOnlyList<string> tags, CancellationToken cancellation)
    {
        db.Assets.Add(asset);
        db.AssetTags.AddRange(tags.Select(tag => new AssetTag { AssetId = asset.Id, AccountId = asset.AccountId, Environment = asset.Environment, Tag = tag }));
        db.Tasks.AddRange(StageTimes.Names.Select((name, ordinal) => new ParseTask
        {
            Id = Guid.CreateVersion7(),
            AssetId = asset.Id,
            Name = name,
            Ordinal = ordinal,
            Status = AssetStatus.Queued,
        }));
        db.Jobs.Add(new Job { AssetId = asset.Id, AccountId = asset.AccountId, Environment = asset.Environment, EnqueuedAt = asset.UploadedAt, TraceParent = ServerTraces.Context });
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException e) when (db.RefusalOf(e) == Uniqueness.Index)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private static Task<Asset?> FirstAsync(ServerDb db, Asset refused, CancellationToken cancellation) => db.Assets.AsNoTracking().SingleOrDefaultAsync(a =>
        a.AccountId == refused.AccountId && a.Environment == refused.Environment && a.Sha256 == refused.Sha256 && a.Status != AssetStatus.Failed, cancellation);

    private static Problem Duplicate(Asset first) => ApiErrors.DuplicateFile.Problem(first.Id)
        .With("asset_id", first.Id.ToString())
        // "status" is the HTTP status in every problem (RFC 9457 section 3.1.2).
        .With("asset_status", first.Status)
        .With("uploaded_at", JsonSerializer.SerializeToNode(first.UploadedAt, JsonForm.Options));
}
