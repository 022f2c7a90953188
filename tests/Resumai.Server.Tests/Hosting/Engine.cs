using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Resumai.Server.Settings;
using Resumai.Server.Storage;

namespace Resumai.Server.Tests.Hosting;

/// <summary>A database that the server runs on. What is not installed here shows as skipped, unless <c>RESUMAI_TEST_ENGINES=all</c>: then it fails.</summary>
public abstract class Engine
{
    public static Engine Sqlite { get; } = new SqliteFile();
    public static Engine Postgres { get; } = new PostgresDatabase();
    /// <summary>SQLite, with requests counted in Redis.</summary>
    public static Engine SqliteAndRedis { get; } = new SqliteFile(RedisServer.Missing, async () => (await RedisServer.SharedAsync()).Settings);
    /// <summary>SQLite, with jobs handed out by RabbitMQ.</summary>
    public static Engine SqliteAndRabbit { get; } = new SqliteFile(RabbitServer.Missing, async () => (await RabbitServer.SharedAsync()).NewQueue());

    public bool IsHere => Missing is null;

    /// <summary>Why it cannot be used here; null when it can.</summary>
    protected abstract string? Missing { get; }

    /// <summary>A database for one test: the settings that choose it.</summary>
    /// <param name="dataFolder">The folder of the server that will use it: it finds its tables there, copied, for migrations take a second each time. Null: the database is empty.</param>
    public abstract Task<IReadOnlyList<(string Key, string Value)>> CreateAsync(string? dataFolder = null);

    /// <summary>Removes what <see cref="CreateAsync"/> made, if it lies outside the data folder.</summary>
    public abstract Task DropAsync(IReadOnlyList<(string Key, string Value)> settings);

    /// <summary>Skips the test, or fails it, when the engine is not here.</summary>
    public void Require() => Require(Missing);

    /// <summary>The same for an engine that is no database.</summary>
    /// <param name="missing">Why it cannot be used here; null when it can.</param>
    public static void Require(string? missing)
    {
        if (missing is not { } reason) return;
        if (Environment.GetEnvironmentVariable("RESUMAI_TEST_ENGINES") == "all") Assert.Fail(reason);
        Assert.Skip(reason);
    }

    private static async Task MigrateAsync(string dataFolder, DatabaseOptions options)
    {
        await using var services = new ServiceCollection().AddLogging().AddStorage(new DataFolder(dataFolder), options).BuildServiceProvider();
        await services.PrepareDatabaseAsync();
    }

    /// <param name="missing">Why what stands beside it cannot be used here.</param>
    /// <param name="beside">Settings of what stands beside it.</param>
    private sealed class SqliteFile(string? missing = null, Func<Task<(string Key, string Value)[]>>? beside = null) : Engine
    {
        private static readonly Lazy<Task<byte[]>> Template = new(async () =>
        {
            var folder = Directory.CreateTempSubdirectory("resumai-test-").FullName;
            await MigrateAsync(folder, new DatabaseOptions(DatabaseOptions.Sqlite, ""));
            // The last connection to close leaves one file.
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            var database = await File.ReadAllBytesAsync(new DataFolder(folder).Database);
            Directory.Delete(folder, recursive: true);
            return database;
        });

        protected override string? Missing => missing;

        public override async Task<IReadOnlyList<(string Key, string Value)>> CreateAsync(string? dataFolder = null)
        {
            if (dataFolder is not null) await File.WriteAllBytesAsync(new DataFolder(dataFolder).Database, await Template.Value);
            return beside is null ? [] : await beside();
        }

        public override Task DropAsync(IReadOnlyList<(string Key, string Value)> settings)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            return Task.CompletedTask;
        }
    }

    private sealed class PostgresDatabase : Engine
    {
        private const string Connection = "Database:Connection";
        private static readonly Lazy<Task<(string Name, long Shape)>> Template = new(async () =>
        {
            var connection = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
            await MigrateAsync(Path.GetTempPath(), new DatabaseOptions(DatabaseOptions.Postgres, connection));
            // One that is connected to cannot be copied.
            await using var pool = new Npgsql.NpgsqlConnection(connection);
            Npgsql.NpgsqlConnection.ClearPool(pool);
            return (pool.Database, await PostgresServer.ShapeAsync(connection));
        });

        /// <summary>Copies of the template that a test has ended with, emptied: a new one costs a second of processor time, most of it in what every connection to it reads first.</summary>
        private static readonly ConcurrentBag<string> Emptied = [];
        private static readonly ConcurrentDictionary<string, bool> Copies = [];

        protected override string? Missing => PostgresServer.Programs is null ? "PostgreSQL is not installed: tools/install-packages test" : null;

        public override async Task<IReadOnlyList<(string Key, string Value)>> CreateAsync(string? dataFolder = null)
        {
            var server = await PostgresServer.SharedAsync();
            if (dataFolder is null) return Settings(await server.CreateDatabaseAsync());
            if (!Emptied.TryTake(out var copy)) Copies[copy = await server.CreateDatabaseAsync((await Template.Value).Name)] = true;
            return Settings(copy);
        }

        public override async Task DropAsync(IReadOnlyList<(string Key, string Value)> settings)
        {
            var connection = settings.Single(s => s.Key == Connection).Value;
            if (Copies.ContainsKey(connection) && await PostgresServer.EmptyAsync(connection, (await Template.Value).Shape)) Emptied.Add(connection);
            else await (await PostgresServer.SharedAsync()).DropDatabaseAsync(connection);
        }

        private static (string Key, string Value)[] Settings(string connection) => [("Database:Engine", DatabaseOptions.Postgres), (Connection, connection)];
    }
}

/// <summary>Tests that hold on every engine: each class has one heir an engine.</summary>
public abstract class EngineTests
{
    protected EngineTests(Engine engine)
    {
        engine.Require();
        Engine = engine;
    }

    protected Engine Engine { get; }

    /// <summary>As <see cref="ResumaiApp.StartAsync(IEnumerable{ValueTuple{string, string}}?, Action{IServiceCollection}?, Engine?)"/>, on this engine.</summary>
    protected Task<ResumaiApp> StartAsync(IEnumerable<(string Key, string Value)>? settings = null, Action<IServiceCollection>? adjust = null) =>
        ResumaiApp.StartAsync(settings, adjust, Engine);
}
