using Npgsql;

namespace Resumai.Bench.Load;

/// <summary>Reads a database into memory, as it is on a server that has run for a day and has as much: what is measured then is the work and not the disk.</summary>
internal static class Warm
{
    // What is read by every request goes into the server's own buffers, the rest into the system's.
    private const string Read = """
        CREATE EXTENSION IF NOT EXISTS pg_prewarm;
        SELECT sum(pg_prewarm(oid, 'read')) FROM pg_class WHERE relkind IN ('r', 'i') AND relnamespace = 'public'::regnamespace;
        SELECT sum(pg_prewarm(oid, 'buffer')) FROM pg_class WHERE relkind IN ('r', 'i') AND relnamespace = 'public'::regnamespace AND relname ~ 'display_(rows|texts)';
        """;

    public static async Task FileAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 20, FileOptions.SequentialScan);
        await stream.CopyToAsync(Stream.Null);
    }

    public static async Task PostgresAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false;Command Timeout=600");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(Read, connection);
        await command.ExecuteNonQueryAsync();
    }
}
