using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Resumai.Server.Jobs.Rabbit;

/// <summary>RabbitMQ did not answer, or not as it should.</summary>
public sealed class RabbitUnavailableException(Exception inner) : Exception(inner.Message, inner);

/// <summary>
/// The connection to RabbitMQ with one channel, made when it is needed and anew after any fault. What is published is confirmed before a call
/// returns. Thread-safe: one call at a time.
/// </summary>
public sealed class RabbitLink(RabbitOptions options) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private IConnection? _connection;
    private IChannel? _channel;

    /// <exception cref="RabbitUnavailableException">It is away.</exception>
    public async Task<T> UseAsync<T>(Func<IChannel, Task<T>> use, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            var channel = _channel is { IsOpen: true } open ? open : await OpenAsync(cancellation).WaitAsync(2 * Patience, cancellation);
            return await use(channel).WaitAsync(Patience, cancellation);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            Forget();
            throw new RabbitUnavailableException(e);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is { } connection) await EndAsync(connection);
        _turn.Dispose();
    }

    private async Task<IChannel> OpenAsync(CancellationToken cancellation)
    {
        Forget();
        var factory = new ConnectionFactory
        {
            Uri = options.Address,
            ClientProvidedName = "resumai",
            // A new channel has new delivery numbers: better a link that is made anew than one that mends itself unseen.
            AutomaticRecoveryEnabled = false,
            RequestedHeartbeat = TimeSpan.FromSeconds(10),
            RequestedConnectionTimeout = Patience,
            ContinuationTimeout = Patience,
        };
        var connection = _connection = await factory.CreateConnectionAsync(cancellation);
        var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellation);
        var dead = options.Queue + ".dead";
        await channel.ExchangeDeclareAsync(dead, ExchangeType.Fanout, durable: true, cancellationToken: cancellation);
        await channel.QueueDeclareAsync(dead, durable: true, exclusive: false, autoDelete: false,
            new Dictionary<string, object?> { ["x-queue-type"] = "quorum" }, cancellationToken: cancellation);
        await channel.QueueBindAsync(dead, dead, "", cancellationToken: cancellation);
        await channel.QueueDeclareAsync(options.Queue, durable: true, exclusive: false, autoDelete: false,
            new Dictionary<string, object?>
            {
                ["x-queue-type"] = "quorum",
                ["x-dead-letter-exchange"] = dead,
                ["x-delivery-limit"] = ParseWorker.MostTakeovers,
            }, cancellationToken: cancellation);
        return _channel = channel;
    }

    /// <summary>Leaves a connection to end by itself: one that is broken can take long to notice, and nobody may wait for that.</summary>
    private void Forget()
    {
        if (_connection is { } connection) _ = EndAsync(connection);
        (_connection, _channel) = (null, null);
    }

    private static async Task EndAsync(IConnection connection)
    {
        await Task.Yield();
        try
        {
            await connection.AbortAsync(TimeSpan.FromSeconds(1)).WaitAsync(Patience);
            await connection.DisposeAsync().AsTask().WaitAsync(Patience);
        }
        // Closing only tells the other side, which has gone.
        catch (Exception e) when (e is TimeoutException or RabbitMQClientException or IOException or ObjectDisposedException)
        {
            return;
        }
    }
}
