using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Resumai.Server.Settings;

namespace Resumai.Server.Storage.Sqlite;

/// <summary>SQLite in the data folder.</summary>
internal sealed class SqliteEngine(DataFolder data, IDbContextFactory<SqliteDb> databases) : IDatabaseEngine
{
    /// <summary>SQLite's codes for what is wrong with the file and not with us: read-only, I/O error, corrupt, full, cannot open, no database.</summary>
    private static readonly int[] UnusableFile = [8, 10, 11, 13, 14, 26];

    public string Name => DatabaseOptions.Sqlite;

    public static void Use(DbContextOptionsBuilder options, DataFolder data)
    {
        var connection = new SqliteConnectionStringBuilder
        {
            DataSource = data.Database,
            Mode = SqliteOpenMode.ReadWriteCreate,
            ForeignKeys = true,
            DefaultTimeout = 30,
        };
        // Lists are one parameter: a parameter for each element makes another statement for every length, which is kept, and thousands are slow to bind.
        options.UseSqlite(connection.ConnectionString, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)).UseSnakeCaseNamingConvention().AddInterceptors(new SqliteSettings());
    }

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var turn = await MigrationLockAsync(cancellationToken);
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
            if (!(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any()) return;
            // We hold the file lock, so EF's own lock row can only be left from a process that was killed: it would wait for it for ever.
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
        }
        catch (SqliteException e) when (UnusableFile.Contains(e.SqliteErrorCode))
        {
            throw new InvalidSettingsException([$"Data: the folder {data.Path} cannot be used ({e.Message})"]);
        }
    }

    /// <summary>A file is there or is not.</summary>
    public bool IsOutage(Exception e) => false;

    /// <summary>An advisory lock on a file: the system frees it when a process ends, however it ends.</summary>
    private async Task<FileStream> MigrationLockAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(data.MigrationLock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(data.MigrationLock))
            {
                await Task.Delay(50, cancellationToken);
            }
        }
    }
}
