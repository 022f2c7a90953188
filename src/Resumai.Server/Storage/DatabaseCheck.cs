using Microsoft.EntityFrameworkCore;
using Resumai.Server.Conventions;

namespace Resumai.Server.Storage;

/// <summary>Whether the database answers.</summary>
internal sealed class DatabaseCheck(IDatabaseEngine engine, IDbContextFactory<ServerDb> databases) : IEngineCheck
{
    public string Need => "database";

    public string Engine => engine.Name;

    public bool IsDispensable => false;

    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Accounts.AnyAsync(cancellationToken);
    }
}
