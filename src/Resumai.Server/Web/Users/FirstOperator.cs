using Microsoft.EntityFrameworkCore;
using Resumai.Server.Storage;

namespace Resumai.Server.Web.Users;

/// <summary>Whether somebody operates this server already. Once so, always so: it is asked only until then. Thread-safe.</summary>
public sealed class FirstOperator(IDbContextFactory<ServerDb> databases)
{
    private volatile bool _isThere;

    public async ValueTask<bool> IsThereAsync(CancellationToken cancellationToken = default)
    {
        if (_isThere) return true;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return _isThere = await db.Users.AnyAsync(u => db.Accounts.Any(a => a.Id == u.AccountId && a.IsOperator), cancellationToken);
    }
}
