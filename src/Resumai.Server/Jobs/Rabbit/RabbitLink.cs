using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Resumai.Server.Jobs.Rabbit;

/// <summary>RabbitMQ did not answer, or not as it should.</summary>
public sealed class RabbitUnavailableException(string reason, Exception? inner = null) : Exception(reason, inner);

/// <summary>
/// The way to RabbitMQ: one channel, made when it is needed and anew after any fault, with pauses that grow up to a bound. What is published is
/// confirmed before a call returns. Thread-safe: one call at a time.
/// </summary>
/// <remarks>
/// A node that is killed within seconds of a queue's declaration may come back with the queue but without its entry in the log of its members: no
/// leader is elected ever after, declarations still succeed, and gets and confirms never come (rabbitmq-server issues 10070 and 15725), or are
/// refused at once as nothing runs behind the queue's name. As what is in the queue is in the job table too, a queue that has been of no use for
/// long on a broker that answers is deleted and declared anew.
/// </remarks>
public sealed class RabbitLink(RabbitOptions options, TimeProvider clock, ILogger<RabbitLink> logger) : IAsyncDisposable
{
    /// <summary>How long a call may take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    /// <summary>How long the deletion of such a queue may take: the broker asks its members first.</summary>
    private static readonly TimeSpan DeletionPatience = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly BackOff _backOff = new(clock, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(10));
    private RabbitChannel? _channel;
    /// <summary>Since when the queue has not done what it was asked for though the broker takes connections; 0: it does.</summary>
    private long _uselessSince;

    /// <summary>Messages that wait in the queue. It says nothing of whether they can be had.</summary>
    /// <exception cref="RabbitUnavailableException">RabbitMQ is away.</exception>
    public Task<uint> CountAsync(CancellationToken cancellation) =>
        InTurnAsync(channel => channel.MessageCountAsync(options.Queue), showsLife: false, cancellation);

    /// <summary>Uses the channel; a call that has begun is not cancelled, but lasts at most some seconds.</summary>
    /// <exception cref="RabbitUnavailableException">RabbitMQ is away.</exception>
    public Task<T> UseAsync<T>(Func<IChannel, Task<T>> use, CancellationToken cancellation) => InTurnAsync(use, showsLife: true, cancellation);

    /// <exception cref="RabbitUnavailableException">RabbitMQ is away, or the queue of no use.</exception>
    public async Task CheckAsync(CancellationToken cancellation)
    {
        if (Volatile.Read(ref _uselessSince) != 0) throw new RabbitUnavailableException($"the queue {options.Queue} does not do its work");
        await CountAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (_channel is { } channel) await channel.DisposeAsync();
        _turn.Dispose();
    }

    private async Task<T> InTurnAsync<T>(Func<IChannel, Task<T>> use, bool showsLife, CancellationToken cancellation)
    {
        await TakeTurnAsync(cancellation);
        var opened = false;
        try
        {
            var channel = await OpenedAsync();
            opened = true;
            var result = await AnsweredAsync(use(channel.Channel), Patience);
            if (showsLife) _uselessSince = 0;
            if (_uselessSince == 0) _backOff.Succeeded();
            return result;
        }
        catch (Exception e)
        {
            logger.LogDebug(e, "A call to RabbitMQ failed");
            if (opened && e is PublishException or OperationInterruptedException { ShutdownReason.ReplyCode: Constants.InternalError }) CountUseless();
            Forget();
            _backOff.Failed();
            throw e as RabbitUnavailableException ?? new RabbitUnavailableException(e.Message, e);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Nobody waits for a turn behind one who finds out whether RabbitMQ is back.</summary>
    private async Task TakeTurnAsync(CancellationToken cancellation)
    {
        if (_backOff.HasFailed)
        {
            if (_backOff.Rests || !await _turn.WaitAsync(0, cancellation)) throw new RabbitUnavailableException("it did not answer and is left alone for a moment");
            return;
        }
        await _turn.WaitAsync(cancellation);
        if (!_backOff.HasFailed) return;
        _turn.Release();
        throw new RabbitUnavailableException("it does not answer");
    }

    private async Task<RabbitChannel> OpenedAsync()
    {
        if (_channel is { Channel.IsOpen: true } open) return open;
        Forget();
        using var patience = new CancellationTokenSource(2 * Patience, TimeProvider.System);
        RabbitChannel channel;
        try
        {
            channel = await RabbitChannel.OpenAsync(options, patience.Token);
        }
        catch
        {
            // That nobody is there says nothing of the queue.
            _uselessSince = 0;
            throw;
        }
        _channel = channel;
        if (_uselessSince != 0 && clock.GetElapsedTime(_uselessSince) > options.LongestSilence)
        {
            logger.LogWarning("The queue {Queue} has been of no use for long though RabbitMQ answers: it is made anew; its jobs are in the table", options.Queue);
            await AnsweredAsync(channel.Channel.QueueDeleteAsync(options.Queue, ifUnused: false, ifEmpty: false), DeletionPatience);
            _uselessSince = 0;
        }
        await AnsweredAsync(channel.DeclareAsync(options), Patience);
        return channel;
    }

    private async Task<T> AnsweredAsync<T>(Task<T> call, TimeSpan patience)
    {
        try
        {
            return await call.WaitAsync(patience, TimeProvider.System);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            CountUseless();
            throw new RabbitUnavailableException("no answer in time", e);
        }
    }

    private void CountUseless()
    {
        if (_uselessSince == 0) _uselessSince = clock.GetTimestamp();
    }

    /// <summary>Leaves a channel to end by itself: a broken one can take long to notice, and nobody may wait for that.</summary>
    private void Forget()
    {
        if (Interlocked.Exchange(ref _channel, null) is { } channel) _ = channel.DisposeAsync().AsTask();
    }
}
