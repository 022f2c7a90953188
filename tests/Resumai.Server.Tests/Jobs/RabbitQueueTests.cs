using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using Resumai.Server.Jobs;
using Resumai.Server.Storage;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Jobs;

public class RabbitQueueTests
{
    public RabbitQueueTests() => Engine.Require(RabbitServer.Missing);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Uploads_go_through_the_queue_and_leave_nothing_in_it()
    {
        var rabbit = await RabbitServer.SharedAsync();
        var queue = rabbit.NewQueue();
        await using var app = await ResumaiApp.StartAsync(queue);
        var account = await app.AccountAsync(credits: 10);

        var ids = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => account.Http.AcceptedAsync(Documents.Pdf())));
        foreach (var id in ids) (await account.Http.FinalStatusAsync(id)).Text("status").ShouldBe("completed");

        await app.StopAsync();
        (await CountAsync(rabbit, Name(queue))).ShouldBe(0u);
        (await CountAsync(rabbit, Name(queue) + ".dead")).ShouldBe(0u);
        await app.RestartAsync(stopped: true);
        (await (await app.Anonymous().GetAsync("/readyz")).JsonAsync())["engines"]!["queue"]!.ToJsonString().ShouldBe("""{"engine":"rabbitmq","status":"up"}""");
    }

    [Fact]
    public async Task No_more_jobs_wait_in_the_queue_than_it_may_hold_and_the_others_in_the_table()
    {
        var rabbit = await RabbitServer.SharedAsync();
        var queue = rabbit.NewQueue();
        await using var app = await ResumaiApp.StartAsync([.. queue, ("Queue:Ahead", "3")], Workers.None);
        var account = await app.AccountAsync(credits: 10);
        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => account.Http.AcceptedAsync(Documents.Pdf())));

        await Eventually.TrueAsync(async () => await CountAsync(rabbit, Name(queue)) == 3);
        (await app.ReadAsync(db => db.Jobs.CountAsync(j => j.DispatchedAt == null))).ShouldBe(5);

        (await LeaseAllAsync(app)).Select(l => l.AssetId).ShouldBe(ids, ignoreOrder: true);
    }

    [Fact]
    public async Task A_message_that_names_no_job_is_dropped_and_one_that_is_none_goes_to_the_dead_letters()
    {
        var rabbit = await RabbitServer.SharedAsync();
        var queue = rabbit.NewQueue();
        await using var app = await ResumaiApp.StartAsync(queue, Workers.None);
        (await LeaseAllAsync(app)).ShouldBeEmpty();
        await OnChannelAsync(rabbit, async channel =>
        {
            await channel.BasicPublishAsync("", Name(queue), Guid.NewGuid().ToByteArray(bigEndian: true), Cancellation);
            await channel.BasicPublishAsync("", Name(queue), "what?"u8.ToArray(), Cancellation);
            return true;
        });
        var account = await app.AccountAsync(credits: 1);
        var id = await account.Http.AcceptedAsync(Documents.Pdf());

        var leases = new List<JobLease>();
        await Eventually.TrueAsync(async () =>
        {
            leases.AddRange(await LeaseAllAsync(app));
            return await CountAsync(rabbit, Name(queue) + ".dead") == 1;
        });

        leases.Select(l => l.AssetId).ShouldBe([id]);
        (await CountAsync(rabbit, Name(queue))).ShouldBe(0u);
    }

    [Fact]
    public async Task Messages_lost_with_the_queue_are_sent_again()
    {
        var rabbit = await RabbitServer.SharedAsync();
        var queue = rabbit.NewQueue();
        await using var app = await ResumaiApp.StartAsync(queue, Workers.None);
        var account = await app.AccountAsync(credits: 3);
        var ids = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => account.Http.AcceptedAsync(Documents.Pdf())));
        await Eventually.TrueAsync(async () => await CountAsync(rabbit, Name(queue)) == 3);

        await OnChannelAsync(rabbit, channel => channel.QueuePurgeAsync(Name(queue), Cancellation));
        app.Time.Advance(TimeSpan.FromSeconds(31));

        (await LeaseAllAsync(app)).Select(l => l.AssetId).ShouldBe(ids, ignoreOrder: true);
    }

    [Fact]
    public async Task Every_upload_ends_in_one_result_and_one_charge_though_rabbitmq_is_killed_meanwhile()
    {
        await using var rabbit = await RabbitServer.StartAsync();
        await using var app = await ResumaiApp.StartAsync(rabbit.NewQueue());
        var account = await app.AccountAsync(credits: 100);
        var ids = new List<Guid>();

        for (var round = 0; round < 2; round++)
        {
            var uploads = Enumerable.Range(0, 10).Select(_ => account.Http.AcceptedAsync(Documents.Pdf())).ToList();
            await Task.WhenAny(uploads);
            await rabbit.KillAsync();
            ids.AddRange(await Task.WhenAll(uploads));
            ids.Add(await account.Http.AcceptedAsync(Documents.Pdf()));
            // Nothing waits for its return.
            (await account.Http.FinalStatusAsync(ids[^1])).Text("status").ShouldBe("completed");
            using var ready = await app.Anonymous().GetAsync("/readyz");
            (await ready.JsonAsync())["engines"]!["queue"]!.Text("status").ShouldBe("down");
            ready.EnsureSuccessStatusCode();
            await rabbit.RunAsync();
        }
        foreach (var id in ids) (await account.Http.FinalStatusAsync(id)).Text("status").ShouldBe("completed");

        (await account.CreditsAsync(), await account.LedgerSumAsync()).ShouldBe((100 - ids.Count, 100 - ids.Count));
        (await app.ReadAsync(db => db.Masters.CountAsync())).ShouldBe(ids.Count);
        (await app.ReadAsync(db => db.Jobs.CountAsync())).ShouldBe(0);
        app.Log.Text.ShouldContain("jobs come from the table until it does");
        await Eventually.TrueAsync(() => app.Log.Text.Contains("jobs come through it"));
    }

    private static string Name((string Key, string Value)[] queue) => queue.Single(s => s.Key == "Queue:Name").Value;

    private static async Task<List<JobLease>> LeaseAllAsync(ResumaiApp app)
    {
        var queue = app.Services.GetRequiredService<IJobQueue>();
        var leases = new List<JobLease>();
        while (await queue.LeaseAsync(Cancellation) is { } lease) leases.Add(lease);
        foreach (var lease in leases) await queue.EndedAsync(lease);
        return leases;
    }

    /// <summary>Messages that wait; none while the queue is not there yet.</summary>
    private static async Task<uint> CountAsync(RabbitServer rabbit, string queue)
    {
        try
        {
            return await OnChannelAsync(rabbit, channel => channel.MessageCountAsync(queue, Cancellation));
        }
        catch (OperationInterruptedException e) when (e.ShutdownReason?.ReplyCode == 404)
        {
            return 0;
        }
    }

    private static async Task<T> OnChannelAsync<T>(RabbitServer rabbit, Func<IChannel, Task<T>> act)
    {
        await using var connection = await new ConnectionFactory { Uri = rabbit.Address }.CreateConnectionAsync(Cancellation);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Cancellation);
        return await act(channel);
    }
}
