using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Resumai.Server.Settings;

namespace Resumai.Server.Storage.Postgres;

/// <summary>A PostgreSQL server.</summary>
internal sealed class PostgresEngine(DatabaseOptions options, IDbContextFactory<PostgresDb> databases) : IDatabaseEngine
{
    /// <summary>Any number that nothing else in the database locks.</summary>
    private const long MigrationLock = 0x5265_7375_6D61_69;
    private static readonly TimeSpan StartsUp = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    public string Name => DatabaseOptions.Postgres;

    public static void Use(DbContextOptionsBuilder builder, DatabaseOptions options) =>
        // Lists are one parameter: a parameter for each element makes another statement for every length, which is kept.
        builder.UseNpgsql(options.Connection, npgsql => npgsql.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)).UseSnakeCaseNamingConvention();

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await OpenAsync(cancellationToken);
            await RequireUtf8Async(connection, cancellationToken);
            // Held by this connection: the server frees it when a process ends, however it ends.
            await using (var turn = new NpgsqlCommand("SELECT pg_advisory_lock(@lock)", connection) { CommandTimeout = 0 })
            {
                turn.Parameters.AddWithValue("lock", MigrationLock);
                await turn.ExecuteNonQueryAsync(cancellationToken);
            }
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            // Of a million CVs a new index takes minutes.
            db.Database.SetCommandTimeout(TimeSpan.Zero);
            if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any()) await db.Database.MigrateAsync(cancellationToken);
        }
        catch (Exception e) when (e is PostgresException or SocketException or NpgsqlException { InnerException: SocketException or TimeoutException or IOException })
        {
            // A PostgresException's own text has a position in our SQL; the sentence is the server's.
            throw new InvalidSettingsException([$"Database: PostgreSQL cannot be used ({(e is PostgresException said ? said.MessageText : e.Message)})"]);
        }
    }

    public bool IsOutage(Exception e) =>
        e is NpgsqlException { IsTransient: true } or PostgresException { SqlState: ['5', '7', 'P', ..] or ['0', '8', ..] }
        // What Npgsql says of a connection that broke while EF released a savepoint, which EF keeps to itself.
        || e is InvalidOperationException { Source: "Npgsql" }
        || (e.InnerException is { } inner && IsOutage(inner));

    /// <summary>A connection of its own. A server that is just coming up is waited for.</summary>
    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var parts = new NpgsqlConnectionStringBuilder(options.Connection) { Pooling = false };
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            var connection = new NpgsqlConnection(parts.ConnectionString);
            try
            {
                await connection.OpenAsync(cancellationToken);
                return connection;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.CannotConnectNow && waited < StartsUp)
            {
                await connection.DisposeAsync();
                await Task.Delay(Pause, cancellationToken);
            }
            catch
            {
                await connection.DisposeAsync();
                throw;
            }
        }
    }

    private static async Task RequireUtf8Async(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var ask = new NpgsqlCommand("SELECT pg_encoding_to_char(encoding) FROM pg_database WHERE datname = current_database()", connection);
        if ((string?)await ask.ExecuteScalarAsync(cancellationToken) is not "UTF8" and var encoding)
        {
            throw new InvalidSettingsException([$"Database: its encoding is {encoding} and must be UTF8 (createdb --encoding UTF8 --template template0)"]);
        }
    }
}
