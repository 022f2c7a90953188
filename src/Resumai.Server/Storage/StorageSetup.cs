using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Resumai.Server.Settings;
using Resumai.Server.Storage.Sqlite;

namespace Resumai.Server.Storage;

public static class StorageSetup
{
    /// <summary>SQLite's codes for what is wrong with the file and not with us: read-only, I/O error, corrupt, full, cannot open, no database.</summary>
    private static readonly int[] UnusableFile = [8, 10, 11, 13, 14, 26];

    /// <summary>
    /// The database as <see cref="ServerDb"/> (scoped) and <see cref="IDbContextFactory{ServerDb}"/> (for background work), pooled.
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, DataFolder data)
    {
        services.AddSingleton(data);
        services.AddSingleton<WriteGate>();
        services.AddPooledDbContextFactory<ServerDb>((provider, options) =>
            options.UseDatabase(data).AddInterceptors(provider.GetServices<IInterceptor>()));
        services.TryAddScoped(provider => provider.GetRequiredService<IDbContextFactory<ServerDb>>().CreateDbContext());
        return services;
    }

    internal static DbContextOptionsBuilder UseDatabase(this DbContextOptionsBuilder options, DataFolder data)
    {
        var connection = new SqliteConnectionStringBuilder
        {
            DataSource = data.Database,
            Mode = SqliteOpenMode.ReadWriteCreate,
            ForeignKeys = true,
            DefaultTimeout = 30,
        };
        return options
            .UseSqlite(connection.ConnectionString)
            .UseSnakeCaseNamingConvention()
            .AddInterceptors(new SqliteSettings());
    }

    /// <summary>
    /// Makes the folder and brings the database to this version. Several processes may start at once: one migrates, the others wait.
    /// </summary>
    /// <exception cref="InvalidSettingsException">The folder or the database in it cannot be used.</exception>
    public static async Task PrepareDatabaseAsync(this IServiceProvider services, CancellationToken cancellationToken = default)
    {
        var data = services.GetRequiredService<DataFolder>();
        try
        {
            await PrepareAsync(services, data, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException || (e is SqliteException sqlite && UnusableFile.Contains(sqlite.SqliteErrorCode)))
        {
            throw new InvalidSettingsException([$"Data: the folder {data.Path} cannot be used ({e.Message})"]);
        }
    }

    private static async Task PrepareAsync(IServiceProvider services, DataFolder data, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(data.Path);
        await using var turn = await MigrationLockAsync(data, cancellationToken);
        await using var db = await services.GetRequiredService<IDbContextFactory<ServerDb>>().CreateDbContextAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
        if (!(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any()) return;
        // We hold the file lock, so EF's own lock row can only be left from a process that was killed: it would wait for it for ever.
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
    }

    /// <summary>An advisory lock on a file: the system frees it when a process ends, however it ends.</summary>
    private static async Task<FileStream> MigrationLockAsync(DataFolder data, CancellationToken cancellationToken)
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
