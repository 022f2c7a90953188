using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Resumai.Server.Accounts;
using Resumai.Server.Files;
using Resumai.Server.Storage;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Faults;

/// <summary>What must hold of a site that is quiet, whatever happened to it before.</summary>
public static class Invariants
{
    /// <summary>Looks at everything that is stored. How many files without an asset the sweep had to take.</summary>
    public static async Task<int> CheckAsync(Site site, List<string> broken)
    {
        await using var looking = await site.LookAsync();
        var accepted = site.Accepted.Select(u => u.AssetId).ToHashSet();
        if (accepted.Count != site.Accepted.Count) broken.Add("two uploads were told the same asset");
        await CheckRowsAsync(looking, accepted, broken);
        await CheckMoneyAsync(looking, broken);
        return await SweepAsync(looking, accepted, broken);
    }

    /// <summary>What clients are told of the uploads of a round: each has ended, as its file deserves.</summary>
    public static async Task<(int Completed, int Failed)> OutcomesAsync(Site site, IReadOnlyList<AcceptedUpload> uploads, List<string> broken)
    {
        await using var looking = await site.LookAsync();
        var ids = uploads.Select(u => u.AssetId).ToList();
        var assets = await looking.ReadAsync(db => db.Assets.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id));
        foreach (var upload in uploads)
        {
            if (!assets.TryGetValue(upload.AssetId, out var asset)) continue;
            var wanted = upload.IsSound ? (AssetStatus.Completed, null) : (AssetStatus.Failed, "encrypted_document");
            if ((asset.Status, asset.ErrorCode) != wanted) broken.Add($"asset {asset.Id} is {asset.Status} ({asset.ErrorCode}) and should be {wanted}");
        }
        return (assets.Values.Count(a => a.Status == AssetStatus.Completed), assets.Values.Count(a => a.Status == AssetStatus.Failed));
    }

    private static async Task CheckRowsAsync(ResumaiApp looking, HashSet<Guid> accepted, List<string> broken)
    {
        var assets = await looking.ReadAsync(db => db.Assets.Select(a => new { a.Id, a.Status }).ToListAsync());
        Same("assets and accepted uploads", assets.Select(a => a.Id), accepted, broken);
        var completed = assets.Where(a => a.Status == AssetStatus.Completed).Select(a => a.Id).ToList();
        var failed = assets.Where(a => a.Status == AssetStatus.Failed).Select(a => a.Id).ToList();
        if (completed.Count + failed.Count != accepted.Count) broken.Add($"{accepted.Count} accepted are not {completed.Count} completed and {failed.Count} failed");
        Same("records and completed assets", await looking.ReadAsync(db => db.Masters.Select(m => m.AssetId).ToListAsync()), completed, broken);
        Same("display rows and completed assets", await looking.ReadAsync(db => db.DisplayRows.Select(r => r.AssetId).ToListAsync()), completed, broken);
        Same("charges and assets", await OfKindAsync(LedgerKind.Charge), assets.Select(a => a.Id), broken);
        Same("refunds and failed assets", await OfKindAsync(LedgerKind.Refund), failed, broken);
        var open = await looking.ReadAsync(db => db.Tasks.CountAsync(t => t.Status == AssetStatus.Queued || t.Status == AssetStatus.Processing));
        if (open > 0) broken.Add($"{open} stages are not over");
        var jobs = await looking.ReadAsync(db => db.Jobs.CountAsync());
        if (jobs > 0) broken.Add($"{jobs} jobs are left");

        Task<List<Guid>> OfKindAsync(string kind) => looking.ReadAsync(db => db.Ledger.Where(l => l.Kind == kind).Select(l => l.AssetId!.Value).ToListAsync());
    }

    private static async Task CheckMoneyAsync(ResumaiApp looking, List<string> broken)
    {
        foreach (var account in await looking.ReadAsync(db => db.Accounts.AsNoTracking().ToListAsync()))
        {
            var moved = await looking.ReadAsync(db => db.Ledger.Where(l => l.AccountId == account.Id).SumAsync(l => l.Credits));
            if (moved != account.Credits) broken.Add($"account {account.Id} has {account.Credits} credits, its ledger {moved}");
        }
    }

    /// <summary>The sweep takes what no asset has, though it is young, as nothing is on its way; then files and assets are the same.</summary>
    private static async Task<int> SweepAsync(ResumaiApp looking, HashSet<Guid> accepted, List<string> broken)
    {
        var files = looking.Services.GetRequiredService<IFileStore>();
        var all = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(1);
        var before = await ListAsync(files, all);
        await looking.Services.GetServices<IHostedService>().OfType<OrphanSweep>().Single().SweepAsync(all, CancellationToken.None);
        Same("files and accepted uploads", await ListAsync(files, all), accepted, broken);
        if (Directory.EnumerateFiles(Path.Combine(looking.DataFolder, "files", "incoming")).Any()) broken.Add("half received files are left");
        return before.Count(id => !accepted.Contains(id));
    }

    private static async Task<List<Guid>> ListAsync(IFileStore files, DateTime olderThan)
    {
        var ids = new List<Guid>();
        await foreach (var id in files.ListOlderThanAsync(olderThan, CancellationToken.None)) ids.Add(id);
        return ids;
    }

    /// <summary>Each of the one once in the other.</summary>
    private static void Same(string what, IEnumerable<Guid> found, IEnumerable<Guid> wanted, List<string> broken)
    {
        var (have, want) = (found.Order().ToList(), wanted.Order().ToList());
        if (have.SequenceEqual(want)) return;
        var (twice, missing, beyond) = (have.GroupBy(id => id).Where(g => g.Count() > 1).Select(g => g.Key), want.Except(have), have.Except(want));
        broken.Add($"{what} differ: {string.Join(' ', missing)} missing, {string.Join(' ', beyond)} beyond, {string.Join(' ', twice)} more than once");
    }
}
