using Microsoft.EntityFrameworkCore;
using Resumai.Server.Storage;

namespace Resumai.Server.Accounts;

/// <summary>Tier and limits of one account.</summary>
/// <param name="PerMinute">Its own; null: the tier's.</param>
/// <param name="PerDay">Its own; null: the tier's.</param>
public sealed record AccountLimits(string Tier, int? PerMinute, int? PerDay)
{
    /// <summary>Gives them to an account. They hold for its next request.</summary>
    public Task SetAsync(ServerDb db, Guid accountId, CancellationToken cancellationToken = default) =>
        db.Accounts.Where(a => a.Id == accountId)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.Tier, Tier).SetProperty(a => a.PerMinute, PerMinute).SetProperty(a => a.PerDay, PerDay), cancellationToken);
}
