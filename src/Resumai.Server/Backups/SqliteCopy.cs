using Microsoft.Data.Sqlite;
using Resumai.Server.Settings;

namespace Resumai.Server.Backups;

/// <summary>By SQLite's online backup, as one file.</summary>
internal sealed class SqliteCopy(DataFolder data) : IDatabaseCopy
{
    private const string Name = "resumai.db";

    public async Task WriteAsync(string folder, CancellationToken cancellation)
    {
        if (!File.Exists(data.Database)) throw new BackupException($"There is no database in {data.Path}.");
        await using var source = await OpenAsync(data.Database, SqliteOpenMode.ReadWrite, cancellation);
        await using var target = await OpenAsync(Path.Combine(folder, Name), SqliteOpenMode.ReadWriteCreate, cancellation);
        source.BackupDatabase(target);
        // One file, without a log beside it.
        await AskAsync(target, "PRAGMA journal_mode=DELETE", cancellation);
        if (await AskAsync(target, "PRAGMA quick_check", cancellation) is not "ok" and var fault) throw new BackupException($"The copy of the database is damaged: {fault}.");
    }

    public Task RequireEmptyAsync(CancellationToken cancellation) => File.Exists(data.Database)
        ? throw new BackupException($"{data.Database} is there already: a backup is restored where no database is.")
        : Task.CompletedTask;

    public async Task ReadAsync(string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(data.Path);
        var part = data.Database + ".part";
        await using (var source = File.OpenRead(Path.Combine(folder, Name)))
        await using (var target = new FileStream(part, FileMode.Create))
        {
            await source.CopyToAsync(target, cancellation);
            target.Flush(flushToDisk: true);
        }
        File.Move(part, data.Database);
    }

    private static async Task<SqliteConnection> OpenAsync(string path, SqliteOpenMode mode, CancellationToken cancellation)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 60 }.ConnectionString);
        await connection.OpenAsync(cancellation);
        return connection;
    }

    private static async Task<string?> AskAsync(SqliteConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancellation) as string;
    }
}
