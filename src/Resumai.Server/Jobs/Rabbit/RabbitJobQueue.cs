using System.Collections.Concurrent;
using RabbitMQ.Client;
using Resumai.Server.Conventions;
using Resumai.Server.Storage;

namespace Resumai.Server.Jobs.Rabbit;

/// <summary>
/// Hands out jobs through a quorum queue. The table stays the truth: a message is the name of a job in it, acknowledged when the job has ended
/// or gone back, and means nothing once the table says otherwise. While RabbitMQ is away, jobs come from the table.
/// </summary>
public sealed class RabbitJobQueue(JobTable table, RabbitLink link, RabbitOptions options, INotices notices, ILogger<RabbitJobQueue> logger)
    : IJobQueue, IEngineCheck, IDisposable
{
    /// <summary>A job that waits so long with nothing left in the queue was lost there.</summary>
    private static readonly TimeSpan Lost = TimeSpan.FromSeconds(30);
    /// <summary>The same while others wait in it: it may be among them, but coming twice does no harm.</summary>
    private static readonly TimeSpan Overdue = TimeSpan.FromMinutes(10);

    private readonly JobSignal _signal = new(notices);
    private readonly ConcurrentDictionary<JobLease, (IChannel Channel, ulong Tag)> _held = new();
    private int _fallenBack;

    public string Need => "queue";

    public string Engine => "rabbitmq";

    public bool IsDispensable => true;

    public Task CheckAsync(CancellationToken cancellationToken) => link.CheckAsync(cancellationToken);

    public void Announce() => _signal.Announce();

    public Task WaitAsync(CancellationToken cancellation) => _signal.WaitAsync(cancellation);

    public async Task<JobLease?> LeaseAsync(CancellationToken cancellation)
    {
        var lease = await LeaseEitherWayAsync(cancellation);
        if (lease is not null) _signal.Wake();
        return lease;
    }

    public Task<bool> RenewAsync(JobLease lease, CancellationToken cancellation) => table.RenewAsync(lease, cancellation);

    public async Task ReturnAsync(JobLease lease, bool hostEnded, CancellationToken cancellation)
    {
        await table.ReturnAsync(lease, hostEnded, cancellation);
        Announce();
    }

    public async Task EndedAsync(JobLease lease)
    {
        if (!_held.TryRemove(lease, out var held)) return;
        try
        {
            await AcknowledgeAsync(held.Channel, held.Tag, CancellationToken.None);
        }
        catch (RabbitUnavailableException e)
        {
            // It is delivered again, and the table refuses it then.
            logger.LogInformation("The message of asset {AssetId} could not be acknowledged: {Reason}", lease.AssetId, e.Message);
        }
    }

    /// <summary>The outbox: puts the next jobs of the table into the queue, as many as may wait there. How many they were.</summary>
    /// <exception cref="RabbitUnavailableException">It is away; the jobs wait in the table.</exception>
    internal async Task<int> DispatchAsync(CancellationToken cancellation)
    {
        var waiting = await link.CountAsync(cancellation);
        var jobs = await table.DispatchNextAsync((int)Math.Max(0, options.Ahead - waiting), cancellation);
        if (jobs.Count == 0) return await table.UndispatchOlderThanAsync(waiting == 0 ? Lost : Overdue, cancellation);
        try
        {
            await link.UseAsync(async channel =>
            {
                await Task.WhenAll(jobs.Select(id => channel.BasicPublishAsync("", options.Queue, mandatory: true,
                    new BasicProperties { Persistent = true, MessageId = id.ToString() }, id.ToByteArray(bigEndian: true)).AsTask()));
                return true;
            }, cancellation);
        }
        catch
        {
            await table.UndispatchAsync(jobs, CancellationToken.None);
            throw;
        }
        return jobs.Count;
    }

    public void Dispose() => _signal.Dispose();

    private async Task<JobLease?> LeaseEitherWayAsync(CancellationToken cancellation)
    {
        try
        {
            var lease = await LeaseDeliveredAsync(cancellation);
            if (Interlocked.Exchange(ref _fallenBack, 0) == 1) logger.LogInformation("RabbitMQ answers again: jobs come through it");
            return lease;
        }
        catch (RabbitUnavailableException e)
        {
            if (Interlocked.Exchange(ref _fallenBack, 1) == 0)
            {
                logger.LogWarning("RabbitMQ does not answer ({Reason}): jobs come from the table until it does", e.Message);
            }
            return await table.LeaseNextAsync(cancellation);
        }
    }

    private async Task<JobLease?> LeaseDeliveredAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var (channel, message) = await link.UseAsync(async channel => (channel, await channel.BasicGetAsync(options.Queue, autoAck: false)), cancellation);
            if (message is null)
            {
                if (await DispatchAsync(cancellation) == 0) return null;
                continue;
            }
            if (message.Body.Length != 16)
            {
                logger.LogWarning("A message of {Length} bytes is no job: it goes to {Queue}", message.Body.Length, options.DeadLetters);
                await SettleAsync(channel, c => BuryAsync(c, message.DeliveryTag), cancellation);
                continue;
            }
            if (await LeaseAsync(channel, message, cancellation) is { } lease) return lease;
            await AcknowledgeAsync(channel, message.DeliveryTag, cancellation);
        }
    }

    private async ValueTask BuryAsync(IChannel channel, ulong tag)
    {
        // Somebody may have removed it since the channel was opened.
        await RabbitChannel.DeclareDeadLettersAsync(channel, options);
        await channel.BasicRejectAsync(tag, requeue: false);
    }

    private async Task<JobLease?> LeaseAsync(IChannel channel, BasicGetResult message, CancellationToken cancellation)
    {
        try
        {
            var lease = await table.LeaseAsync(new Guid(message.Body.Span, bigEndian: true), cancellation);
            if (lease is not null) _held[lease] = (channel, message.DeliveryTag);
            return lease;
        }
        catch
        {
            // The database is away: somebody else may have more luck.
            await SettleAsync(channel, c => c.BasicNackAsync(message.DeliveryTag, multiple: false, requeue: true), CancellationToken.None);
            throw;
        }
    }

    private Task AcknowledgeAsync(IChannel delivered, ulong tag, CancellationToken cancellation) =>
        SettleAsync(delivered, channel => channel.BasicAckAsync(tag, multiple: false), cancellation);

    /// <summary>Tells what became of a message, on the channel that brought it; a broken one has given its messages back.</summary>
    private Task SettleAsync(IChannel delivered, Func<IChannel, ValueTask> settle, CancellationToken cancellation) => link.UseAsync(async channel =>
    {
        if (channel == delivered) await settle(channel);
        return true;
    }, cancellation);
}
