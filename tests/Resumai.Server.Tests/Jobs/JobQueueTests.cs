using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Resumai.Server.Jobs;
using Resumai.Server.Storage;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Jobs;

public abstract class JobQueueTests(Engine engine) : EngineTests(engine)
{
    public sealed class OnSqlite() : JobQueueTests(Engine.Sqlite);

    public sealed class OnPostgres() : JobQueueTests(Engine.Postgres);

    [Collection(RabbitServer.Collection)]
    public sealed class OnRabbit() : JobQueueTests(Engine.SqliteAndRabbit);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_lease_that_is_not_renewed_is_taken_over_and_its_late_result_refused()
    {
        await using var app = await StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync(credits: 1);
        var id = await account.Http.AcceptedAsync(Documents.Pdf());
        var queue = app.Services.GetRequiredService<IJobQueue>();
        var results = app.Services.GetRequiredService<ParseResults>();
        var late = await LeasedAsync(queue);
        (await queue.LeaseAsync(Cancellation)).ShouldBeNull();

        // It is watched from the first look on.
        var taken = await LeasedAsync(queue, before: () => app.Time.Advance(TimeSpan.FromSeconds(31)));

        (taken.AssetId, taken.Takeovers, taken.HostEnds).ShouldBe((id, 1, 0));
        taken.Number.ShouldBeGreaterThan(late.Number);
        (await queue.RenewAsync(late, Cancellation)).ShouldBeFalse();
        (await results.FailAsync(late, ParseError.Internal, new StageTimes(app.Time), Cancellation)).ShouldBeFalse();
        await queue.ReturnAsync(late, hostEnded: true, Cancellation);
        (await app.ReadAsync(db => db.Assets.Select(a => a.Status).SingleAsync())).ShouldBe(AssetStatus.Processing);
        (await account.CreditsAsync()).ShouldBe(0);

        (await results.FailAsync(taken, ParseError.Internal, new StageTimes(app.Time), Cancellation)).ShouldBeTrue();
        (await results.FailAsync(taken, ParseError.Internal, new StageTimes(app.Time), Cancellation)).ShouldBeFalse();
        (await account.CreditsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_renewed_lease_is_not_taken_over()
    {
        await using var app = await StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync(credits: 1);
        await account.Http.AcceptedAsync(Documents.Pdf());
        var queue = app.Services.GetRequiredService<IJobQueue>();
        var lease = await LeasedAsync(queue);

        for (var time = 0; time < 120; time += 20)
        {
            app.Time.Advance(TimeSpan.FromSeconds(20));
            (await queue.RenewAsync(lease, Cancellation)).ShouldBeTrue();
            (await queue.LeaseAsync(Cancellation)).ShouldBeNull();
        }
    }

    [Fact]
    public async Task A_document_over_which_more_than_twenty_servers_ended_fails()
    {
        await using var app = await StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync(credits: 2);
        var (last, beyond) = (await account.Http.AcceptedAsync(Documents.Pdf()), await account.Http.AcceptedAsync(Documents.Pdf()));
        await app.WriteAsync(db => db.Jobs.Where(j => j.AssetId == last).ExecuteUpdateAsync(s => s.SetProperty(j => j.Takeovers, 20)));
        await app.WriteAsync(db => db.Jobs.Where(j => j.AssetId == beyond).ExecuteUpdateAsync(s => s.SetProperty(j => j.Takeovers, 21)));
        await using var worker = await WorkerAsync(app);

        (await account.Http.FinalStatusAsync(last)).Text("status").ShouldBe("completed");
        var status = await account.Http.FinalStatusAsync(beyond);

        status.Text("status").ShouldBe("failed");
        status["error"]!.Text("code").ShouldBe("internal_error");
        (await account.CreditsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_file_that_was_lost_fails_its_asset_and_gives_the_credit_back()
    {
        await using var app = await StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync(credits: 1);
        var id = await account.Http.AcceptedAsync(Documents.Pdf());
        await app.Services.GetRequiredService<Server.Files.IFileStore>().DeleteAsync(id, Cancellation);
        await using var worker = await WorkerAsync(app);

        (await account.Http.FinalStatusAsync(id))["error"]!.Text("code").ShouldBe("internal_error");
        (await account.CreditsAsync()).ShouldBe(1);
    }

    [Fact]
    public void The_drain_rate_says_when_there_will_be_room()
    {
        var clock = new MovableTime();
        var rate = new DrainRate(clock);
        rate.SecondsFor(1).ShouldBe(300);

        clock.Advance(TimeSpan.FromMinutes(2));
        for (var i = 0; i < 30; i++) rate.JobEnded();

        rate.SecondsFor(1).ShouldBe(2);
        rate.SecondsFor(20).ShouldBeInRange(40, 41);
        rate.SecondsFor(1_000_000).ShouldBe(300);
        clock.Advance(TimeSpan.FromMinutes(2));
        rate.SecondsFor(1).ShouldBe(300);
    }

    /// <summary>The next job, once it is there: on its way through RabbitMQ it may be nowhere for a moment.</summary>
    private static async Task<JobLease> LeasedAsync(IJobQueue queue, Action? before = null)
    {
        JobLease? lease = null;
        await Eventually.TrueAsync(async () =>
        {
            before?.Invoke();
            return (lease = await queue.LeaseAsync(Cancellation)) is not null;
        });
        return lease!;
    }

    /// <summary>Starts the worker that the server was started without.</summary>
    private static async Task<StartedWorker> WorkerAsync(ResumaiApp app)
    {
        var worker = ActivatorUtilities.CreateInstance<ParseWorker>(app.Services);
        await worker.StartAsync(Cancellation);
        return new StartedWorker(worker);
    }

    private sealed class StartedWorker(ParseWorker worker) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await worker.StopAsync(CancellationToken.None);
            worker.Dispose();
        }
    }
}
