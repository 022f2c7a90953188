using Microsoft.EntityFrameworkCore;
using Resumai.Master;
using Resumai.Server.Search;
using Resumai.Server.Storage;
using Resumai.Text;

namespace Resumai.Server.Data;

/// <summary>
/// What <c>GET /data/display</c> finds: an asset's flat row, its skills and languages for the filters, and its search tokens.
/// Works inside the caller's write transaction (<see cref="ServerDb.BeginWriteAsync"/>).
/// </summary>
public static class DisplayIndex
{
    /// <summary>Writes all of it for an asset that has a record now; what was there before is replaced.</summary>
    public static async Task WriteAsync(ServerDb db, Asset asset, MasterRecord record, CancellationToken cancellationToken = default)
    {
        await RemoveAsync(db, asset.Id, cancellationToken);
        var row = DisplayRowMaker.From(asset, record);
        db.DisplayRows.Add(row);
        db.DisplaySkills.AddRange(Skills(asset, record));
        db.DisplayLanguages.AddRange(Languages(asset, record));
        await db.SaveChangesAsync(cancellationToken);
        await db.IndexAsync(row, SearchTokenizer.Tokens(DisplaySearchText.Of(row, record)), cancellationToken);
    }

    /// <summary>Removes all of it. Deleting the asset's row does the same by the database's cascades.</summary>
    public static Task RemoveAsync(ServerDb db, Guid assetId, CancellationToken cancellationToken = default) =>
        db.DisplayRows.Where(r => r.AssetId == assetId).ExecuteDeleteAsync(cancellationToken);

    internal static IEnumerable<DisplaySkill> Skills(Asset asset, MasterRecord record) => FoldedSkills(record).Select(skill =>
        new DisplaySkill { AssetId = asset.Id, AccountId = asset.AccountId, Environment = asset.Environment, Skill = skill });

    internal static IEnumerable<DisplayLanguage> Languages(Asset asset, MasterRecord record) =>
        record.Languages.Where(l => l.Code is not null).GroupBy(l => l.Code!).Select(languages => new DisplayLanguage
        {
            AssetId = asset.Id,
            AccountId = asset.AccountId,
            Environment = asset.Environment,
            Code = languages.Key,
            Rank = languages.Max(l => LanguageLevel.RankOf(l.Level)),
        });

    /// <summary>Both names of a skill, as printed and normalised, find it. Longer ones than the filter takes cannot be asked for.</summary>
    private static IEnumerable<string> FoldedSkills(MasterRecord record) =>
        record.Skills.SelectMany(s => new[] { s.Name, s.NormalizedName }).OfType<string>()
            .Select(n => UnicodeText.Fold(DisplayRowMaker.Storable(n).Trim())).Where(n => n.Length is > 0 and <= 512).Distinct(StringComparer.Ordinal);
}
