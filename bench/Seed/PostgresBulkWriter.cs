using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using NpgsqlTypes;
using Resumai.Server.Storage;
using Resumai.Server.Storage.Postgres;

namespace Resumai.Bench.Seed;

/// <summary>By COPY. The role must be a superuser, to leave checks and triggers out.</summary>
internal sealed class PostgresBulkWriter(PostgresDb db) : BulkWriter(db)
{
    private readonly NpgsqlConnection _connection = (NpgsqlConnection)db.Database.GetDbConnection();
    private readonly List<string> _indexes = [];

    public override async Task WriteTermsAsync(IEnumerable<(DisplayRow Row, IEnumerable<string> Tokens)> documents)
    {
        await ExecuteAsync("CREATE TEMP TABLE IF NOT EXISTS seeded_terms (asset_id uuid, terms text[]); TRUNCATE seeded_terms");
        await using (var copy = await _connection.BeginBinaryImportAsync("COPY seeded_terms FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var (row, tokens) in documents)
            {
                await copy.StartRowAsync();
                await copy.WriteAsync(row.AssetId, NpgsqlDbType.Uuid);
                await copy.WriteAsync(FullText.TermsOf(row, tokens), NpgsqlDbType.Array | NpgsqlDbType.Text);
            }
            await copy.CompleteAsync();
        }
        await ExecuteAsync("INSERT INTO search_terms (asset_id, terms) SELECT asset_id, array_to_tsvector(terms) FROM seeded_terms");
    }

    public override async Task FinishAsync()
    {
        await ExecuteAsync("SET maintenance_work_mem = '1GB'");
        foreach (var sql in _indexes) await ExecuteAsync(sql);
        // Its triggers were left out.
        await ExecuteAsync("SELECT display_texts_recount()");
        // What autovacuum would do by and by.
        await ExecuteAsync("VACUUM ANALYZE");
    }

    protected override async Task BeginAsync()
    {
        await ExecuteAsync("SET session_replication_role = replica; SET synchronous_commit = off");
        var names = new List<string>();
        await using (var ask = new NpgsqlCommand(
            """
            SELECT c.relname, pg_get_indexdef(c.oid) FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid JOIN pg_class AS t ON t.oid = i.indrelid
            WHERE t.relname = ANY(@tables) AND NOT i.indisprimary
            """, _connection))
        {
            ask.Parameters.AddWithValue("tables", Tables);
            await using var found = await ask.ExecuteReaderAsync();
            while (await found.ReadAsync())
            {
                names.Add(found.GetString(0));
                _indexes.Add(found.GetString(1));
            }
        }
        foreach (var name in names) await ExecuteAsync($"DROP INDEX \"{name}\"");
    }

    protected override async Task WriteAsync(string table, IReadOnlyList<IProperty> properties, IEnumerable<object?[]> rows)
    {
        await using var copy = await _connection.BeginBinaryImportAsync($"COPY {table} ({string.Join(", ", properties.Select(p => p.GetColumnName()))}) FROM STDIN (FORMAT BINARY)");
        var types = properties.Select(p => p.GetColumnType()).ToArray();
        foreach (var row in rows)
        {
            await copy.StartRowAsync();
            for (var i = 0; i < row.Length; i++)
            {
                if (row[i] is null) await copy.WriteNullAsync();
                else await copy.WriteAsync(row[i], types[i]);
            }
        }
        await copy.CompleteAsync();
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, _connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}
