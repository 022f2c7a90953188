using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Resumai.Server.Jobs;
using Resumai.Server.Storage;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Jobs;

/// <summary>A worker that is told to stop in the middle of a document, with another in line.</summary>
public abstract class WorkerStopTests(Engine engine) : EngineTests(engine)
{
    public sealed class OnSqlite() : WorkerStopTests(Engine.Sqlite);

    public sealed class OnPostgres() : WorkerStopTests(Engine.Postgres);

    [Fact]
    public async Task What_it_holds_is_finished_and_what_waits_is_left_to_others()
    {
        await using var looking = await StartAsync(ResumaiApp.OwnHosts, Workers.None);
        var worker = await looking.BesideAsync(_ => { });
        var account = await looking.AccountAsync(credits: 2);
        var (held, host) = await HoldAsync(looking, worker, account);
        var waiting = await account.Http.AcceptedAsync(Documents.Pdf());

        var stopped = worker.StopAsync();
        await StoppingAsync(worker);
        await Workers.SignalAsync("CONT", host);
        await stopped;

        (await StatusAsync(looking, held)).ShouldBe(AssetStatus.Completed);
        (await StatusAsync(looking, waiting)).ShouldBe(AssetStatus.Queued);
        await ShouldWaitUntouchedAsync(looking, waiting);
    }

    [Fact]
    public async Task What_takes_too_long_is_given_back_as_it_was_and_its_host_ended()
    {
        await using var looking = await StartAsync(ResumaiApp.OwnHosts, Workers.None);
        var worker = await looking.BesideAsync(services =>
            services.AddSingleton(new QueueOptions(1000, 1000, TimeSpan.FromSeconds(30)) { Finish = TimeSpan.FromSeconds(1) }));
        var account = await looking.AccountAsync(credits: 1);
        var (held, host) = await HoldAsync(looking, worker, account);

        await worker.StopAsync();

        (await StatusAsync(looking, held)).ShouldBe(AssetStatus.Queued);
        await ShouldWaitUntouchedAsync(looking, held);
        await Eventually.TrueAsync(() => !Processes.Runs(host));
        (await account.CreditsAsync()).ShouldBe(0, "it is still to be parsed");
    }

    /// <summary>An upload that the worker has begun, and the process that stands still over it.</summary>
    private static async Task<(Guid Asset, int Host)> HoldAsync(ResumaiApp looking, ResumaiApp worker, TestAccount account)
    {
        var host = await worker.ParseHostAsync();
        await Workers.SignalAsync("STOP", host);
        var asset = await account.Http.AcceptedAsync(Documents.Pdf());
        await Eventually.TrueAsync(() => looking.ReadAsync(db => db.Jobs.AnyAsync(j => j.LeasedUntil != null)));
        return (asset, host);
    }

    private static Task StoppingAsync(ResumaiApp worker)
    {
        var stopping = new TaskCompletionSource();
        worker.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(stopping.SetResult);
        return stopping.Task;
    }

    private static Task<string> StatusAsync(ResumaiApp looking, Guid asset) => looking.ReadAsync(db => db.Assets.Where(a => a.Id == asset).Select(a => a.Status).SingleAsync());

    private static async Task ShouldWaitUntouchedAsync(ResumaiApp looking, Guid asset)
    {
        var job = await looking.ReadAsync(db => db.Jobs.AsNoTracking().SingleAsync(j => j.AssetId == asset));
        (job.LeasedUntil, job.HostEnds, job.Takeovers).ShouldBe((null, 0, 0));
    }
}
