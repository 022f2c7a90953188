using Microsoft.EntityFrameworkCore;
using Resumai.Server.Storage;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Storage;

/// <summary>What SQLite alone is told or does.</summary>
public class SqliteDbTests
{
    [Fact]
    public async Task Commits_are_durable_and_readers_do_not_wait_for_the_writer()
    {
        await using var app = await ResumaiApp.StartAsync();

        await app.ReadAsync(async db =>
        {
            (await PragmaAsync(db, "journal_mode")).ShouldBe("wal");
            (await PragmaAsync(db, "synchronous")).ShouldBe("2", "FULL");
            (await PragmaAsync(db, "foreign_keys")).ShouldBe("1");
            return 0;
        });
        var seen = await app.WriteAsync(async _ => await app.ReadAsync(db => db.Accounts.CountAsync()));
        seen.ShouldBe(0);
    }

    [Fact]
    public async Task Fifty_writers_at_once_all_get_their_turn()
    {
        await using var app = await ResumaiApp.StartAsync();
        var account = await app.AccountAsync();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => app.WriteAsync(async db =>
        {
            var row = await db.Accounts.SingleAsync(a => a.Id == account.Id);
            row.Credits++;
            return await db.SaveChangesAsync();
        }))));

        (await account.CreditsAsync()).ShouldBe(50, "none read what another was about to change");
    }

    [Fact]
    public async Task A_migration_lock_left_by_a_killed_process_does_not_stop_the_next()
    {
        var data = Directory.CreateTempSubdirectory("resumai-lock-").FullName;
        try
        {
            await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(data, "resumai.db")};Pooling=False"))
            {
                await connection.OpenAsync();
                await using var command = connection.CreateCommand();
                command.CommandText = """CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL); INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01');""";
                await command.ExecuteNonQueryAsync();
            }
            await using var server = await ResumaiProcess.ServeAsync(data);
            (await server.Client().GetAsync("/readyz")).EnsureSuccessStatusCode();
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<string> PragmaAsync(ServerDb db, string name)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return (await command.ExecuteScalarAsync())!.ToString()!;
    }
}
