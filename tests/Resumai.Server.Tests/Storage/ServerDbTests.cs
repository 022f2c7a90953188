using Microsoft.EntityFrameworkCore;
using Resumai.Server.Storage;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Storage;

public class ServerDbTests
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
    public async Task A_read_transaction_sees_one_snapshot()
    {
        await using var app = await ResumaiApp.StartAsync();
        await app.ReadAsync(async db =>
        {
            await using var snapshot = await db.BeginReadAsync();
            var before = await db.Accounts.CountAsync();
            await app.AccountAsync();
            (await db.Accounts.CountAsync()).ShouldBe(before);
            return 0;
        });
        (await app.ReadAsync(db => db.Accounts.CountAsync())).ShouldBe(1);
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
    public async Task The_order_of_ids_in_the_database_is_the_order_of_time()
    {
        await using var app = await ResumaiApp.StartAsync();
        var times = Enumerable.Range(0, 40).Select(n => app.Time.GetUtcNow().AddMilliseconds(n * 7919)).ToList();
        var ids = times.ConvertAll(t => Guid.CreateVersion7(t));
        await app.WriteAsync(async db =>
        {
            foreach (var id in ids.OrderBy(i => i.GetHashCode()))
            {
                db.Accounts.Add(new Account { Id = id, Email = $"{id}@test.example", Tier = "free", CreatedAt = app.Time.GetUtcNow().UtcDateTime });
            }
            return await db.SaveChangesAsync();
        });

        (await app.ReadAsync(db => db.Accounts.OrderBy(a => a.Id).Select(a => a.Id).ToListAsync())).ShouldBe(ids);
        var middle = ids[20];
        (await app.ReadAsync(db => db.Accounts.CountAsync(a => a.Id.CompareTo(middle) < 0))).ShouldBe(20);
    }

    [Fact]
    public async Task Times_come_back_as_utc_and_a_time_that_is_not_is_refused()
    {
        await using var app = await ResumaiApp.StartAsync();
        var account = await app.AccountAsync();

        (await app.ReadAsync(db => db.Accounts.Where(a => a.Id == account.Id).Select(a => a.CreatedAt).SingleAsync())).Kind.ShouldBe(DateTimeKind.Utc);
        await Should.ThrowAsync<Exception>(() => app.WriteAsync(async db =>
        {
            db.Accounts.Add(new Account { Id = Guid.CreateVersion7(), Email = "x@test.example", Tier = "free", CreatedAt = new DateTime(2026, 1, 1) });
            return await db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task Two_servers_that_start_at_once_on_one_folder_both_come_up()
    {
        var data = Directory.CreateTempSubdirectory("resumai-twins-").FullName;
        try
        {
            var starts = await Task.WhenAll(ResumaiProcess.ServeAsync(data), ResumaiProcess.ServeAsync(data));
            await using var first = starts[0];
            await using var second = starts[1];

            (await first.Client().GetAsync("/readyz")).EnsureSuccessStatusCode();
            (await second.Client().GetAsync("/readyz")).EnsureSuccessStatusCode();
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
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
