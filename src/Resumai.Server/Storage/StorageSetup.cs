using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Resumai.Server.Conventions;
using Resumai.Server.Settings;
using Resumai.Server.Storage.Postgres;
using Resumai.Server.Storage.Sqlite;

namespace Resumai.Server.Storage;

public static class StorageSetup
{
    /// <summary>
    /// The database as <see cref="ServerDb"/> (scoped) and <see cref="IDbContextFactory{ServerDb}"/> (for background work), pooled.
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, DataFolder data, DatabaseOptions options)
    {
        services.AddSingleton(data);
        services.TryAddScoped(provider => provider.GetRequiredService<IDbContextFactory<ServerDb>>().CreateDbContext());
        return options.Engine switch
        {
            DatabaseOptions.Postgres => services
                .AddSingleton(options)
                .AddEngine<PostgresDb, PostgresEngine>(builder => PostgresEngine.Use(builder, options))
                .AddSingleton<PostgresNotices>()
                .AddSingleton<INotices>(provider => provider.GetRequiredService<PostgresNotices>())
                .AddHostedService(provider => provider.GetRequiredService<PostgresNotices>())
                .AddHostedService<DisplayTextSums>(),
            _ => services
                .AddEngine<SqliteDb, SqliteEngine>(builder => SqliteEngine.Use(builder, data))
                .AddSingleton<WriteGate>()
                .AddSingleton<INotices, NoNotices>(),
        };
    }

    /// <summary>Makes the data folder and brings the database to this version.</summary>
    /// <exception cref="InvalidSettingsException">The folder or the database cannot be used.</exception>
    public static async Task PrepareDatabaseAsync(this IServiceProvider services, CancellationToken cancellationToken = default)
    {
        var data = services.GetRequiredService<DataFolder>();
        try
        {
            Directory.CreateDirectory(data.Path);
            await services.GetRequiredService<IDatabaseEngine>().PrepareAsync(cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidSettingsException([$"Data: the folder {data.Path} cannot be used ({e.Message})"]);
        }
    }

    private static IServiceCollection AddEngine<TDb, TEngine>(this IServiceCollection services, Action<DbContextOptionsBuilder> use)
        where TDb : ServerDb where TEngine : class, IDatabaseEngine => services
        .AddPooledDbContextFactory<TDb>((provider, options) =>
        {
            use(options);
            options.AddInterceptors(provider.GetServices<IInterceptor>());
        })
        .AddSingleton<IDbContextFactory<ServerDb>, Factory<TDb>>()
        .AddSingleton<IDatabaseEngine, TEngine>()
        .AddSingleton<IEngineCheck, DatabaseCheck>();

    private sealed class Factory<TDb>(IDbContextFactory<TDb> databases) : IDbContextFactory<ServerDb> where TDb : ServerDb
    {
        public ServerDb CreateDbContext() => databases.CreateDbContext();

        public async Task<ServerDb> CreateDbContextAsync(CancellationToken cancellationToken = default) => await databases.CreateDbContextAsync(cancellationToken);
    }
}
