using System.Text.Json;
using Resumai.Master;
using Resumai.Server.ApiKeys;
using Resumai.Server.Data;
using Resumai.Server.Storage;
using Resumai.Text;

namespace Resumai.Server.Tests.Hosting;

/// <summary>A CV that a test wants to have been parsed.</summary>
public sealed record SeededCv(MasterRecord Record)
{
    public string Filename { get; init; } = "cv.pdf";
    public IReadOnlyList<string> Tags { get; init; } = [];
    public string? Locale { get; init; }
    public DateTime UploadedAt { get; init; } = new(2026, 5, 1, 8, 0, 0, DateTimeKind.Utc);
    public string Environment { get; init; } = KeyEnvironment.Live;
}

/// <summary>Puts completed assets into the database by the product's own writers, as the worker does when a parse completes.</summary>
public static class Seeds
{
    public static async Task<Guid> SeedAsync(this ResumaiApp app, TestAccount account, SeededCv cv) => (await app.SeedAsync(account, [cv]))[0];

    public static Task<IReadOnlyList<Guid>> SeedAsync(this ResumaiApp app, TestAccount account, IEnumerable<SeededCv> cvs) => app.SeedAsync(account.Id, cvs);

    public static Task<IReadOnlyList<Guid>> SeedAsync(this ResumaiApp app, Guid account, IEnumerable<SeededCv> cvs) => app.WriteAsync(async db =>
    {
        var ids = new List<Guid>();
        foreach (var cv in cvs)
        {
            var asset = AssetOf(account, cv);
            db.Assets.Add(asset);
            db.AssetTags.AddRange(cv.Tags.Select(t => new AssetTag { AssetId = asset.Id, AccountId = asset.AccountId, Environment = asset.Environment, Tag = t }));
            db.Masters.Add(new MasterRow
            {
                AssetId = asset.Id,
                AccountId = account,
                Record = RecordBytes.Pack(JsonSerializer.SerializeToUtf8Bytes(cv.Record, MasterJson.Compact.MasterRecord)),
                Revision = 1,
                UpdatedAt = cv.UploadedAt,
            });
            await db.SaveChangesAsync();
            await DisplayIndex.WriteAsync(db, asset, cv.Record);
            db.ChangeTracker.Clear();
            ids.Add(asset.Id);
        }
        return (IReadOnlyList<Guid>)ids;
    });

    /// <summary>An asset without a record: queued, processing or failed.</summary>
    public static Task<Guid> UnfinishedAsync(this ResumaiApp app, TestAccount account, string status, string? errorCode = null, string? errorMessage = null) =>
        app.WriteAsync(async db =>
        {
            var asset = AssetOf(account.Id, new SeededCv(new MasterRecord()));
            (asset.Status, asset.ErrorCode, asset.ErrorMessage) = (status, errorCode, errorMessage);
            db.Assets.Add(asset);
            await db.SaveChangesAsync();
            return asset.Id;
        });

    public static Asset AssetOf(Guid account, SeededCv cv)
    {
        var id = Guid.CreateVersion7(new DateTimeOffset(cv.UploadedAt));
        return new Asset
        {
            Id = id,
            AccountId = account,
            Environment = cv.Environment,
            ParentTaskId = Guid.CreateVersion7(new DateTimeOffset(cv.UploadedAt)),
            Filename = cv.Filename,
            FilenameFolded = UnicodeText.Fold(cv.Filename),
            ContentType = "application/pdf",
            SizeBytes = 1,
            PageCount = 1,
            Sha256 = id.ToString("N") + id.ToString("N"),
            TagsJson = JsonSerializer.Serialize(cv.Tags),
            Locale = cv.Locale,
            Status = AssetStatus.Completed,
            UploadedAt = cv.UploadedAt,
            CompletedAt = cv.UploadedAt,
        };
    }
}
