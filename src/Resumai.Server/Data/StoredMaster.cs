using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Resumai.Master;
using Resumai.Server.Errors;
using Resumai.Server.Storage;

namespace Resumai.Server.Data;

/// <summary>An asset and its record, as the database has them.</summary>
internal sealed record StoredMaster(Asset Asset, MasterRow? Row)
{
    public const string Evidence = "evidence";
    public const string Text = "text";
    public const string Json = "json";

    /// <summary>Every set of parts that may be asked for, in the order of the tag.</summary>
    private static readonly string[][] Variants = [[], [Evidence], [Text], [Evidence, Text]];

    /// <summary>Null when the account has no such asset in the environment.</summary>
    public static async Task<StoredMaster?> FindAsync(ServerDb db, Guid accountId, string environment, Guid id, CancellationToken cancellationToken)
    {
        var found = await db.Assets.AsNoTracking()
            .Where(a => a.Id == id && a.AccountId == accountId && a.Environment == environment)
            .Select(a => new { Asset = a, Master = db.Masters.FirstOrDefault(m => m.AssetId == a.Id) })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : new StoredMaster(found.Asset, found.Master);
    }

    /// <summary>409 while there is no record to show; else null.</summary>
    public Problem? Refusal => Asset.Status switch
    {
        AssetStatus.Failed => Failed,
        AssetStatus.Completed when Row is not null => null,
        _ => NotReady,
    };

    private Problem NotReady => ApiErrors.AssetNotReady.Problem(Asset.Status).RetryAfter(Asset.Status == AssetStatus.Queued ? 2 : 1);

    private Problem Failed =>
        ApiErrors.AssetFailed.Problem(Asset.ErrorMessage ?? "").With("error", new JsonObject { ["code"] = Asset.ErrorCode, ["message"] = Asset.ErrorMessage });

    /// <summary>Changes with the record, with what the asset adds to it, and with the variant asked for. Without quotes.</summary>
    public string Tag(IReadOnlyList<string> include, string format)
    {
        object?[] parts = [Asset.Id, Row!.Revision, Row.UpdatedAt.Ticks, Asset.TagsJson, new MasterRecord().SchemaVersion, include, format];
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(parts))[..12]);
    }

    /// <summary>Whether <c>If-Match</c> names the record as it is, in whatever variant it was read.</summary>
    public bool IsNamedBy(IList<EntityTagHeaderValue> tags) =>
        tags.Any(t => t.Equals(EntityTagHeaderValue.Any) || Variants.Any(v => t.Tag == $"\"{Tag(v, Json)}\""));

    /// <summary>The record with what the asset adds to it.</summary>
    public MasterRecord Show(IReadOnlyList<string> include)
    {
        var record = JsonSerializer.Deserialize(RecordBytes.Unpack(Row!.Record), MasterJson.Compact.MasterRecord)!;
        return record with
        {
            AssetId = Asset.Id,
            Filename = Asset.Filename,
            Tags = JsonSerializer.Deserialize<string[]>(Asset.TagsJson)!,
            Locale = Asset.Locale,
            Revision = Row.Revision,
            Corrections = record.Corrections ?? [],
            Text = include.Contains(Text) ? record.Text : null,
            Evidence = include.Contains(Evidence) ? record.Evidence : null,
        };
    }

    public byte[] Render(IReadOnlyList<string> include) => JsonSerializer.SerializeToUtf8Bytes(Show(include), MasterJson.Compact.MasterRecord);
}
