using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Resumai.Server.Storage;
using Resumai.Server.Storage.Postgres;
using Resumai.Server.Storage.Sqlite;

namespace Resumai.Bench.Seed;

/// <summary>Writes many rows fast: without the indexes of the tables, which <see cref="FinishAsync"/> makes again, and without checks of foreign keys.</summary>
internal abstract class BulkWriter(ServerDb db) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Type, (string Table, IReadOnlyList<IProperty> Properties)> _tables = new();

    protected static readonly string[] Tables = ["assets", "display_rows", "display_skills", "display_languages", "search_terms"];

    public static async Task<BulkWriter> OpenAsync(ServerDb db)
    {
        BulkWriter writer = db switch
        {
            SqliteDb sqlite => new SqliteBulkWriter(sqlite),
            PostgresDb postgres => new PostgresBulkWriter(postgres),
            _ => throw new NotSupportedException(),
        };
        await db.Database.OpenConnectionAsync();
        await writer.BeginAsync();
        return writer;
    }

    public Task WriteAsync<T>(IEnumerable<T> rows) where T : class
    {
        var (table, properties) = _tables.GetOrAdd(typeof(T), type =>
        {
            var entity = db.Model.FindEntityType(type)!;
            return (entity.GetTableName()!, [.. entity.GetProperties()]);
        });
        return WriteAsync(table, properties, rows.Select(r => properties.Select(p => p.GetGetter().GetClrValue(r)).ToArray()));
    }

    public abstract Task WriteTermsAsync(IEnumerable<(DisplayRow Row, IEnumerable<string> Tokens)> documents);

    public abstract Task FinishAsync();

    public async ValueTask DisposeAsync() => await db.Database.CloseConnectionAsync();

    protected abstract Task BeginAsync();

    protected abstract Task WriteAsync(string table, IReadOnlyList<IProperty> properties, IEnumerable<object?[]> rows);
}
