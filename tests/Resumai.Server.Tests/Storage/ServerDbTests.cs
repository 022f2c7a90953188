using Microsoft.EntityFrameworkCore;
using Resumai.Server.Storage;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Storage;

public abstract class ServerDbTests(Engine engine) : EngineTests(engine)
{
    public sealed class OnSqlite() : ServerDbTests(Engine.Sqlite);

    public sealed class OnPostgres() : ServerDbTests(Engine.Postgres);

    [Fact]
    public async Task A_read_transaction_sees_one_snapshot()
    {
        await using var app = await StartAsync();
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
    public async Task The_order_of_ids_in_the_database_is_the_order_of_time()
    {
        await using var app = await StartAsync();
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
        await using var app = await StartAsync();
        var account = await app.AccountAsync();

        (await app.ReadAsync(db => db.Accounts.Where(a => a.Id == account.Id).Select(a => a.CreatedAt).SingleAsync())).Kind.ShouldBe(DateTimeKind.Utc);
        await Should.ThrowAsync<Exception>(() => app.WriteAsync(async db =>
        {
            db.Accounts.Add(new Account { Id = Guid.CreateVersion7(), Email = "x@test.example", Tier = "free", CreatedAt = new DateTime(2026, 1, 1) });
            return await db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task Fifty_writers_at_once_all_count()
    {
        await using var app = await StartAsync();
        var account = await app.AccountAsync();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => app.WriteAsync(db =>
            db.Accounts.Where(a => a.Id == account.Id).ExecuteUpdateAsync(s => s.SetProperty(a => a.Credits, a => a.Credits + 1))))));

        (await account.CreditsAsync()).ShouldBe(50);
    }

    [Fact]
    public async Task A_row_that_is_there_already_is_told_from_other_failures_and_the_transaction_goes_on()
    {
        await using var app = await StartAsync();
        var account = await app.AccountAsync();
        Account Other(Guid id, string email, long credits = 0) => new() { Id = id, Email = email, Tier = "free", Credits = credits, CreatedAt = DateTime.UnixEpoch };

        var refusals = await app.WriteAsync(async db => new[]
        {
            await RefusalAsync(db, Other(Guid.CreateVersion7(), account.Email)),
            await RefusalAsync(db, Other(account.Id, "x@test.example")),
            await RefusalAsync(db, Other(Guid.CreateVersion7(), "y@test.example", credits: -1)),
            await RefusalAsync(db, Other(Guid.CreateVersion7(), "z@test.example")),
        });

        refusals.ShouldBe(["Index", "PrimaryKey", "other", "none"]);
        (await app.ReadAsync(db => db.Accounts.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task Two_servers_that_start_at_once_on_one_database_both_come_up()
    {
        var data = Directory.CreateTempSubdirectory("resumai-twins-").FullName;
        var settings = (await Engine.CreateAsync()).ToArray();
        try
        {
            var starts = await Task.WhenAll(ResumaiProcess.ServeAsync(data, settings), ResumaiProcess.ServeAsync(data, settings));
            await using var first = starts[0];
            await using var second = starts[1];

            (await first.Client().GetAsync("/readyz")).EnsureSuccessStatusCode();
            (await second.Client().GetAsync("/readyz")).EnsureSuccessStatusCode();
        }
        finally
        {
            await Engine.DropAsync(settings);
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<string> RefusalAsync(ServerDb db, Account account)
    {
        db.Accounts.Add(account);
        try
        {
            await db.SaveChangesAsync();
            return "none";
        }
        catch (DbUpdateException e)
        {
            db.ChangeTracker.Clear();
            return db.RefusalOf(e)?.ToString() ?? "other";
        }
    }
}
