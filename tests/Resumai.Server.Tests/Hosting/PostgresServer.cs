using Npgsql;

[assembly: AssemblyFixture(typeof(Resumai.Server.Tests.Hosting.PostgresServer.Ending))]

namespace Resumai.Server.Tests.Hosting;

/// <summary>
/// A real PostgreSQL server of Debian's packages on a free loopback port. It sorts by a language's rules unless told otherwise, so that a column
/// that forgot to say how it sorts is found.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private static readonly Lazy<Task<PostgresServer>> Started = new(StartAsync);
    private readonly Daemon _daemon;
    private readonly int _port;
    private int _databases;

    private PostgresServer(Daemon daemon, int port) => (_daemon, _port) = (daemon, port);

    /// <summary>Where its programs are; null when it is not installed.</summary>
    public static string? Programs { get; } = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).Max(StringComparer.Ordinal)
        : null;

    /// <summary>The one of this process, started at the first use and ended with the last test.</summary>
    public static Task<PostgresServer> SharedAsync() => Started.Value;

    /// <summary>One of its own, for a test that kills it.</summary>
    public static async Task<PostgresServer> StartAsync()
    {
        var port = Daemon.FreePort();
        // Not even a killed server loses what it has written; only a loss of power would, and tests make none.
        string[] command =
        [
            "bash", "-c",
            """
            set -eu
            [[ -d data ]] || "$1/initdb" --pgdata data --username resumai --auth trust --encoding UTF8 --locale C.UTF-8 --locale-provider icu --icu-locale en --no-sync
            exec "$1/postgres" -D data -p "$2" -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=300
            """,
            "bash", Programs!, port.ToString(),
        ];
        return new PostgresServer(await Daemon.StartAsync("postgres", Daemon.NewFolder("postgres"), command, () => AnswersAsync(port)), port);
    }

    /// <summary>A database of its own; how to connect to it.</summary>
    /// <param name="template">The database that it is a copy of; nobody may be connected to that. Null: it is empty.</param>
    public async Task<string> CreateDatabaseAsync(string? template = null)
    {
        var name = $"resumai_{Interlocked.Increment(ref _databases)}";
        await ExecuteAsync(ConnectionTo(_port, "postgres"), template is null ? $"CREATE DATABASE {name}" : $"CREATE DATABASE {name} TEMPLATE {template}");
        return ConnectionTo(_port, name);
    }

    /// <summary>Ends what others still do in a database and empties its tables. False: it is not built as it was.</summary>
    /// <param name="shape">What <see cref="ShapeAsync"/> said of it before.</param>
    public static async Task<bool> EmptyAsync(string connection, long shape)
    {
        await ExecuteAsync(connection,
            """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle';
            SET session_replication_role = replica;
            DO $$ DECLARE name text; BEGIN
                FOR name IN SELECT quote_ident(relname) FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> '__EFMigrationsHistory' LOOP
                    EXECUTE 'DELETE FROM ' || name;
                END LOOP;
                FOR name IN SELECT quote_ident(relname) FROM pg_class WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace LOOP EXECUTE 'ALTER SEQUENCE ' || name || ' RESTART'; END LOOP;
            END $$;
            """);
        return await ShapeAsync(connection) == shape;
    }

    /// <summary>Changes with tables, columns, indexes, triggers and migrations.</summary>
    public static Task<long> ShapeAsync(string connection) => ExecuteAsync(connection,
        """
        SELECT (SELECT sum(a.attnum + hashtext(a.attname || c.relname)::bigint) FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid WHERE c.relnamespace = 'public'::regnamespace AND NOT a.attisdropped)::bigint
            + (SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal) * 1000003 + (SELECT count(*) FROM pg_constraint) * 10007 + (SELECT count(*) FROM "__EFMigrationsHistory")
        """);

    public Task DropDatabaseAsync(string connection)
    {
        NpgsqlConnection.ClearPool(new NpgsqlConnection(connection));
        return ExecuteAsync(ConnectionTo(_port, "postgres"), $"DROP DATABASE {new NpgsqlConnectionStringBuilder(connection).Database} WITH (FORCE)");
    }

    /// <inheritdoc cref="Daemon.KillAsync"/>
    public Task KillAsync() => _daemon.KillAsync();

    /// <inheritdoc cref="Daemon.RunAsync"/>
    public Task RunAsync() => _daemon.RunAsync();

    public ValueTask DisposeAsync() => _daemon.DisposeAsync();

    private static async Task<bool> AnswersAsync(int port)
    {
        try
        {
            await ExecuteAsync(ConnectionTo(port, "postgres"), "SELECT 1");
            return true;
        }
        catch (Exception e) when (e is NpgsqlException or IOException)
        {
            return false;
        }
    }

    /// <summary>What the last statement selects, if it is a number; 0 else.</summary>
    private static async Task<long> ExecuteAsync(string to, string sql)
    {
        await using var connection = new NpgsqlConnection(to + ";Pooling=false;Server Compatibility Mode=NoTypeLoading");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync() is long number ? number : 0;
    }

    private static string ConnectionTo(int port, string database) => $"Host=127.0.0.1;Port={port};Username=resumai;Database={database}";

    /// <summary>The fixture of the assembly: starts nothing, and ends what tests have started.</summary>
    public sealed class Ending : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            if (Started.IsValueCreated && Started.Value.IsCompletedSuccessfully) await (await Started.Value).DisposeAsync();
        }
    }
}
