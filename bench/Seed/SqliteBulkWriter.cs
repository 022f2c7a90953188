using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Resumai.Server.Storage;
using Resumai.Server.Storage.Sqlite;

namespace Resumai.Bench.Seed;

internal sealed class SqliteBulkWriter(SqliteDb db) : BulkWriter(db)
{
    private readonly SqliteConnection _connection = (SqliteConnection)db.Database.GetDbConnection();
    private readonly List<string> _indexes = [];
    private long _documents;

    public override async Task WriteTermsAsync(IEnumerable<(DisplayRow Row, IEnumerable<string> Tokens)> documents)
    {
        var numbered = documents.Select(d => (Id: ++_documents, d.Row, d.Tokens)).ToList();
        await InsertAsync("search_documents", ["id", "asset_id"], numbered.Select(d => new object?[] { d.Id, d.Row.AssetId }));
        await InsertAsync("search_terms", ["rowid", "terms"], numbered.Select(d => new object?[] { d.Id, FullText.TermsOf(d.Row, d.Tokens) }));
    }

    public override async Task FinishAsync()
    {
        foreach (var sql in _indexes) await ExecuteAsync(sql);
        await ExecuteAsync("INSERT INTO search_terms (search_terms) VALUES ('optimize')");
        await ExecuteAsync("PRAGMA journal_mode=WAL");
    }

    protected override async Task BeginAsync()
    {
        await ExecuteAsync("PRAGMA foreign_keys=OFF; PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF; PRAGMA cache_size=-2000000");
        var names = new List<string>();
        await using (var ask = _connection.CreateCommand())
        {
            ask.CommandText = $"SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ('{string.Join("', '", Tables)}')";
            await using var found = await ask.ExecuteReaderAsync();
            while (await found.ReadAsync())
            {
                names.Add(found.GetString(0));
                _indexes.Add(found.GetString(1));
            }
        }
        foreach (var name in names) await ExecuteAsync($"DROP INDEX {name}");
    }

    protected override Task WriteAsync(string table, IReadOnlyList<IProperty> properties, IEnumerable<object?[]> rows) =>
        InsertAsync(table, [.. properties.Select(p => p.GetColumnName())], rows);

    private async Task InsertAsync(string table, string[] columns, IEnumerable<object?[]> rows)
    {
        await using var transaction = (SqliteTransaction)await _connection.BeginTransactionAsync();
        await using var insert = _connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select((_, i) => $"$p{i}"))})";
        var parameters = columns.Select((_, i) => insert.Parameters.Add(new SqliteParameter($"$p{i}", null))).ToArray();
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++) parameters[i].Value = row[i] ?? DBNull.Value;
            await insert.ExecuteNonQueryAsync();
        }
        await transaction.CommitAsync();
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = _connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (sql, 0);
        await command.ExecuteNonQueryAsync();
    }
}
