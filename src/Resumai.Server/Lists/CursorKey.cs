using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Resumai.Server.Storage;

namespace Resumai.Server.Lists;

/// <summary>
/// The key that signs cursors: 32 random bytes, made at first use and kept in the database, so that cursors outlive a restart and
/// hold on every node. Thread-safe.
/// </summary>
public sealed class CursorKey(IDbContextFactory<ServerDb> databases)
{
    private const string Name = "cursors";
    private byte[]? _key;

    public async ValueTask<byte[]> GetAsync(CancellationToken cancellationToken = default) =>
        _key ??= await LoadAsync(cancellationToken);

    private async Task<byte[]> LoadAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await FindAsync(db, cancellationToken) is { } known) return known;
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        if (await FindAsync(db, cancellationToken) is { } meanwhile) return meanwhile;
        var made = RandomNumberGenerator.GetBytes(32);
        db.Secrets.Add(new ServerSecret { Name = Name, Value = made });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        // Another server was faster: its key holds for all.
        catch (DbUpdateException e) when (db.RefusalOf(e) == Uniqueness.PrimaryKey)
        {
            return (await FindAsync(db, cancellationToken))!;
        }
        await transaction.CommitAsync();
        return made;
    }

    private static Task<byte[]?> FindAsync(ServerDb db, CancellationToken cancellationToken) =>
        db.Secrets.Where(s => s.Name == Name).Select(s => s.Value).SingleOrDefaultAsync(cancellationToken);
}
