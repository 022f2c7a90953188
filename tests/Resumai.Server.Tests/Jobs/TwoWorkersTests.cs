using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Resumai.Server.Jobs;
using Resumai.Server.Storage;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Jobs;

/// <summary>Two servers that take jobs from one table, or through one message queue.</summary>
public abstract class TwoWorkersTests(Engine engine) : EngineTests(engine)
{
    public sealed class OnSqlite() : TwoWorkersTests(Engine.Sqlite);

    public sealed class OnPostgres() : TwoWorkersTests(Engine.Postgres);

    [Collection(RabbitServer.Collection)]
    public sealed class OnRabbit() : TwoWorkersTests(Engine.SqliteAndRabbit);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_job_is_leased_once_however_many_ask()
    {
        // So long that the time which passes on a busy machine does not count.
        await using var first = await StartAsync([("Queue:LeaseSeconds", "3600")], Workers.None);
        await using var second = await first.BesideAsync();
        var accounts = new List<TestAccount>();
        for (var i = 0; i < 4; i++) accounts.Add(await first.AccountAsync(credits: 25));
        var jobs = await Task.WhenAll(accounts.SelectMany(a => Enumerable.Range(0, 25).Select(_ => a.Http.AcceptedAsync(Documents.Pdf()))));

        var leases = await LeaseAllAsync(first, second, workers: 8, jobs.Length);

        leases.Select(l => l.AssetId).ShouldBe(jobs, ignoreOrder: true);
        leases.ShouldAllBe(l => l.Number == 1 && l.Takeovers == 0);

        first.Time.Advance(TimeSpan.FromMinutes(10));
        foreach (var server in (ResumaiApp[])[first, second]) (await LeaseAllAsync(server)).ShouldBeEmpty();
        first.Time.Advance(TimeSpan.FromMinutes(61));
        var again = await LeaseAllAsync(first, second, workers: 8, jobs.Length);

        again.Select(l => l.AssetId).ShouldBe(jobs, ignoreOrder: true);
        again.ShouldAllBe(l => l.Number == 2 && l.Takeovers == 1);
    }

    [Fact]
    public async Task An_asset_deleted_while_its_result_is_written_is_gone_and_nothing_hangs()
    {
        await using var first = await StartAsync([("Queue:LeaseSeconds", "3600")], Workers.None);
        await using var second = await first.BesideAsync();
        var account = await first.AccountAsync(credits: 30);
        var ids = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => account.Http.AcceptedAsync(Documents.Pdf())));
        var results = second.Services.GetRequiredService<ParseResults>();
        var leases = (await LeaseAllAsync(second, second, workers: 1, ids.Length)).ToDictionary(l => l.AssetId);

        await Task.WhenAll(ids.SelectMany(id => new Task[]
        {
            Task.Run(async () => ((int)(await account.Http.DeleteAsync($"files/assets/{id}")).StatusCode).ShouldBe(204)),
            Task.Run(() => results.FailAsync(leases[id], ParseError.Internal, new StageTimes(first.Time), Cancellation)),
        }));

        (await first.ReadAsync(db => db.Assets.CountAsync())).ShouldBe(0);
        (await first.ReadAsync(db => db.Jobs.CountAsync())).ShouldBe(0);
        (await account.CreditsAsync()).ShouldBe(await account.LedgerSumAsync());
    }

    /// <summary>What several who ask at once get, until they have as many as there are: a message queue has none for a moment while the next come from the table.</summary>
    private static async Task<List<JobLease>> LeaseAllAsync(ResumaiApp first, ResumaiApp second, int workers, int jobs)
    {
        var leases = new List<JobLease>();
        await Eventually.TrueAsync(async () =>
        {
            leases.AddRange((await Task.WhenAll(Enumerable.Range(0, workers).Select(i => Task.Run(() => LeaseAllAsync(i % 2 == 0 ? first : second))))).SelectMany(l => l));
            return leases.Count >= jobs;
        });
        return leases;
    }

    private static async Task<List<JobLease>> LeaseAllAsync(ResumaiApp app)
    {
        var queue = app.Services.GetRequiredService<IJobQueue>();
        var leases = new List<JobLease>();
        for (var empty = 0; empty < 3;)
        {
            if (await queue.LeaseAsync(Cancellation) is { } lease) leases.Add(lease);
            else empty++;
        }
        return leases;
    }
}
