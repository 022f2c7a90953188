using Microsoft.EntityFrameworkCore;
using Resumai.Server.Audit;
using Resumai.Server.Errors;
using Resumai.Server.Files;
using Resumai.Server.Settings;
using Resumai.Server.Storage;
using Resumai.Server.Web.Users;

namespace Resumai.Server.Web.Pages.Admin.Operations;

/// <summary>Documents that could not be read, of all accounts: why, and nothing of what they say unless the customer lets the operator look. Thread-safe.</summary>
internal sealed class FailedDocuments(IDbContextFactory<ServerDb> databases, AuditLog audit, TimeProvider time)
{
    public const int PageSize = 50;
    /// <summary>How long a customer's consent lasts, for one document or for all.</summary>
    public static readonly TimeSpan ConsentLife = TimeSpan.FromDays(7);

    /// <param name="Filename">Null without consent: it often is the applicant's name.</param>
    /// <param name="Until">When the consent ends.</param>
    public sealed record Failed(Guid AssetId, Guid AccountId, string Email, string Environment, string ContentType, long Size, DateTime At, string? Code, string? Message, string? Filename, DateTime? Until);

    /// <summary>Newest first, from behind a document on; whether there are more.</summary>
    /// <param name="code">Of the error; null: any.</param>
    public async Task<(IReadOnlyList<Failed> Documents, bool HasMore)> ListAsync(string? code, (DateTime At, Guid Id)? after)
    {
        var now = time.UtcNow();
        await using var db = await databases.CreateDbContextAsync();
        // A deleted one is gone for the operator too, though it can come back.
        var assets = db.Assets.Where(a => a.Status == AssetStatus.Failed && !db.DeletedAssets.Any(d => d.AssetId == a.Id));
        if (code is not null) assets = assets.Where(a => a.ErrorCode == code);
        if (after is var (at, id)) assets = assets.Where(a => a.UploadedAt < at || (a.UploadedAt == at && a.Id.CompareTo(id) < 0));
        var rows = await assets.OrderByDescending(a => a.UploadedAt).ThenByDescending(a => a.Id).Take(PageSize + 1)
            .Select(a => new
            {
                Asset = a,
                Email = db.Accounts.Where(c => c.Id == a.AccountId).Select(c => c.Email).First(),
                One = db.SupportConsents.Where(c => c.AssetId == a.Id && c.Until > now).Select(c => (DateTime?)c.Until).FirstOrDefault(),
                All = db.AccountConsents.Where(c => c.AccountId == a.AccountId && c.Until > now).Select(c => (DateTime?)c.Until).FirstOrDefault(),
            }).AsNoTracking().ToListAsync();
        return ([.. rows.Take(PageSize).Select(r => new Failed(r.Asset.Id, r.Asset.AccountId, r.Email, r.Asset.Environment, r.Asset.ContentType, r.Asset.SizeBytes, r.Asset.UploadedAt,
            r.Asset.ErrorCode, r.Asset.ErrorMessage, r.One is null && r.All is null ? null : r.Asset.Filename, r.One > r.All ? r.One : r.All ?? r.One))], rows.Count > PageSize);
    }

    /// <summary>Until when the operator may look at one document by a consent for it alone; null: not by such a one.</summary>
    public async Task<DateTime?> ConsentAsync(Guid accountId, Guid assetId)
    {
        var now = time.UtcNow();
        await using var db = await databases.CreateDbContextAsync();
        return await db.SupportConsents.Where(c => c.AssetId == assetId && c.Until > now && db.Assets.Any(a => a.Id == assetId && a.AccountId == accountId)).Select(c => (DateTime?)c.Until).SingleOrDefaultAsync();
    }

    /// <summary>Lets the operator look at a document for a time, from now; or ends that.</summary>
    public async Task SetConsentAsync(Guid accountId, Guid assetId, bool isGiven, Actor actor)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var write = await db.BeginWriteAsync();
        if (!await db.Assets.AnyAsync(a => a.Id == assetId && a.AccountId == accountId)) return;
        await db.SupportConsents.Where(c => c.AssetId == assetId).ExecuteDeleteAsync();
        var now = time.UtcNow();
        if (isGiven) db.SupportConsents.Add(new SupportConsent { AssetId = assetId, By = actor.By, GivenAt = now, Until = now + ConsentLife });
        audit.Add(db, isGiven ? AuditAction.ConsentGiven : AuditAction.ConsentWithdrawn, actor, accountId, assetId.ToString());
        await db.SaveChangesAsync();
        await write.CommitAsync();
    }

    public static string FilePathOf(Guid assetId) => $"/admin/failures/{assetId}/file";

    /// <summary>
    /// <c>GET /admin/failures/{id}/file</c>: the document, while the customer lets the operator look at it, or at all that failed. Written down before a byte is sent.
    /// </summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/admin/failures/{asset_id:uuid}/file",
        async ([Microsoft.AspNetCore.Mvc.FromRoute(Name = "asset_id")] Guid id, HttpContext http, ServerDb db, IFileStore files, AuditLog audit, TimeProvider time, CancellationToken cancellation) =>
        {
            var now = time.UtcNow();
            var asset = await db.Assets.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && !db.DeletedAssets.Any(d => d.AssetId == id)
                && (db.SupportConsents.Any(c => c.AssetId == id && c.Until > now)
                    || (a.Status == AssetStatus.Failed && db.AccountConsents.Any(c => c.AccountId == a.AccountId && c.Until > now))), cancellation);
            if (asset is null || await files.OpenReadAsync(id, cancellation) is not { } file) return ApiErrors.AssetNotFound.Problem();
            await audit.WriteAsync(AuditAction.OperatorLooked, new Actor(SignedIn.Of(http.User)!.Email, WhoActs.AddressOf(http)), asset.AccountId, id.ToString());
            return Results.File(file, "application/octet-stream", asset.Filename);
        }).RequireAuthorization(UsersSetup.Operator).ExcludeFromDescription();
}
