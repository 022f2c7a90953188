using Microsoft.EntityFrameworkCore;
using Resumai.Server.Storage;

namespace Resumai.Server.Web.Pages;

/// <summary>Where the documents of an open page are; another account's are not found.</summary>
public sealed class UploadWatch(IDbContextFactory<ServerDb> databases)
{
    public sealed record State(Guid Id, string Status, string? ErrorCode, string? ErrorMessage);

    public async Task<IReadOnlyList<State>> LookAsync(Guid accountId, IEnumerable<Guid> assets, CancellationToken cancellationToken)
    {
        var ids = assets.ToList();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Assets.AsNoTracking().Where(a => a.AccountId == accountId && ids.Contains(a.Id))
            .Select(a => new State(a.Id, a.Status, a.ErrorCode, a.ErrorMessage)).ToListAsync(cancellationToken);
    }
}
