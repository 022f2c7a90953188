using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using Resumai.Server.Jobs;
using Resumai.Server.Storage;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Jobs;

[Collection(RabbitServer.Collection)]
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
            return leases.Count > 0 && await CountAsync(rabbit, Name(queue) + ".dead") == 1;
        });

        leases.Select(l => l.AssetId).ShouldBe([id]);
        (await CountAsync(rabbit, Name(queue))).ShouldBe(0u);
    }

    [Fact]
    public async Task Dead_letters_whose_queue_somebody_deleted_are_kept_in_a_new_one()
    {
        var rabbit = await RabbitServer.SharedAsync();
        var queue = rabbit.NewQueue();
        var dead = Name(queue) + ".dead";
        await using var app = await ResumaiApp.StartAsync(queue, Workers.None);
        // Its channel is open from here on.
        (await LeaseAllAsync(app)).ShouldBeEmpty();
        await OnChannelAsync(rabbit, async channel =>
        {
            await channel.QueueDeleteAsync(dead, ifUnused: false, ifEmpty: false, cancellationToken: Cancellation);
            await channel.ExchangeDeleteAsync(dead, cancellationToken: Cancellation);
            await channel.BasicPublishAsync("", Name(queue), "what?"u8.ToArray(), Cancellation);
            return true;
        });

        await Eventually.TrueAsync(async () => (await LeaseAllAsync(app)).Count == 0 && await CountAsync(rabbit, dead) == 1);
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
    public async Task Messages_whose_confirms_are_lost_are_sent_again_and_each_job_is_leased_once()
    {
        var rabbit = await RabbitServer.SharedAsync();
        await using var relay = rabbit.NewRelay();
        var queue = rabbit.NewQueue(relay);
        await using var app = await ResumaiApp.StartAsync(queue, Workers.None);
        var account = await app.AccountAsync(credits: 3);
        relay.LosesConfirms = true;
        var ids = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => account.Http.AcceptedAsync(Documents.Pdf())));
        await Eventually.TrueAsync(async () => await CountAsync(rabbit, Name(queue)) >= 3);

        relay.LosesConfirms = false;
        await Eventually.TrueAsync(async () => await CountAsync(rabbit, Name(queue)) >= 6);

        // While the last confirms are on their way jobs come from the table, and the messages of both times are dropped afterwards.
        var leases = new List<JobLease>();
        await Eventually.TrueAsync(async () =>
        {
            leases.AddRange(await LeaseAllAsync(app));
            return await CountAsync(rabbit, Name(queue)) == 0;
        });
        leases.Select(l => l.AssetId).ShouldBe(ids, ignoreOrder: true);
    }

    [Fact]
    public async Task A_queue_that_somebody_deleted_is_declared_again()
    {
        var rabbit = await RabbitServer.SharedAsync();
        var queue = rabbit.NewQueue();
        await using var app = await ResumaiApp.StartAsync(queue, Workers.None);
        var account = await app.AccountAsync(credits: 2);
        var ids = new List<Guid> { await account.Http.AcceptedAsync(Documents.Pdf()) };
        await Eventually.TrueAsync(async () => await CountAsync(rabbit, Name(queue)) == 1);

        await OnChannelAsync(rabbit, channel => channel.QueueDeleteAsync(Name(queue), ifUnused: false, ifEmpty: false, cancellationToken: Cancellation));
        ids.Add(await account.Http.AcceptedAsync(Documents.Pdf()));
        await Eventually.TrueAsync(async () => await CountAsync(rabbit, Name(queue)) == 1);
        app.Time.Advance(TimeSpan.FromSeconds(31));

        (await LeaseAllAsync(app)).Select(l => l.AssetId).ShouldBe(ids, ignoreOrder: true);
    }

    [Fact]
    public async Task A_queue_that_stays_silent_is_made_anew_and_jobs_come_from_the_table_until_then()
    {
        var rabbit = await RabbitServer.SharedAsync();
        await using var relay = rabbit.NewRelay();
        var queue = rabbit.NewQueue(relay);
        await using var app = await ResumaiApp.StartAsync(queue, Workers.None);
        var account = await app.AccountAsync(credits: 2);
        var ids = new List<Guid> { await account.Http.AcceptedAsync(Documents.Pdf()) };
        await Eventually.TrueAsync(async () => await CountAsync(rabbit, Name(queue)) == 1);

        relay.LosesMessages = true;
        (await LeaseAllAsync(app)).Select(l => l.AssetId).ShouldBe(ids);
        (await QueueStatusAsync(app)).ShouldBe("down");
        app.Time.Advance(TimeSpan.FromSeconds(31));
        ids.Add(await account.Http.AcceptedAsync(Documents.Pdf()));
        await Eventually.TrueAsync(() => app.Log.Text.Contains("it is made anew"));
        relay.LosesMessages = false;

        await Eventually.TrueAsync(async () => await QueueStatusAsync(app) == "up" && await CountAsync(rabbit, Name(queue)) > 0);
        (await LeaseAllAsync(app)).Select(l => l.AssetId).ShouldContain(ids[1]);
        (await CountAsync(rabbit, Name(queue))).ShouldBe(0u);
        app.Log.Text.ShouldContain("jobs come from the table until it does");
    }

    [Fact]
    public async Task A_queue_that_refuses_all_work_is_made_anew_and_jobs_come_from_the_table_until_then()
    {
        var rabbit = await RabbitServer.SharedAsync();
        var queue = rabbit.NewQueue();
        await using var app = await ResumaiApp.StartAsync(queue, Workers.None);
        var account = await app.AccountAsync(credits: 2);
        var ids = new List<Guid> { await account.Http.AcceptedAsync(Documents.Pdf()) };
        await Eventually.TrueAsync(async () => await CountAsync(rabbit, Name(queue)) == 1);

        await rabbit.EndQueueAsync(Name(queue));
        (await LeaseAllAsync(app)).Select(l => l.AssetId).ShouldBe(ids);
        (await QueueStatusAsync(app)).ShouldBe("down");
        app.Time.Advance(TimeSpan.FromSeconds(31));
        ids.Add(await account.Http.AcceptedAsync(Documents.Pdf()));

        await Eventually.TrueAsync(async () => await QueueStatusAsync(app) == "up" && await CountAsync(rabbit, Name(queue)) > 0);
        (await LeaseAllAsync(app)).Select(l => l.AssetId).ShouldContain(ids[1]);
        app.Log.Text.ShouldContain("it is made anew");
    }

    private static async Task<string> QueueStatusAsync(ResumaiApp app)
    {
        using var ready = await app.Anonymous().GetAsync("/readyz");
        ready.EnsureSuccessStatusCode();
        return (await ready.JsonAsync())["engines"]!["queue"]!.Text("status");
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
