using RabbitMQ.Client;

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
            return await use(_channel is { IsOpen: true } open ? open : await OpenAsync(cancellation)).WaitAsync(Patience, cancellation);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            await CloseAsync();
            throw new RabbitUnavailableException(e);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _turn.Dispose();
    }

    private async Task<IChannel> OpenAsync(CancellationToken cancellation)
    {
        await CloseAsync();
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
        _connection = await factory.CreateConnectionAsync(cancellation).WaitAsync(Patience, cancellation);
        var channel = await _connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellation);
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

    private async Task CloseAsync()
    {
        var connection = _connection;
        (_connection, _channel) = (null, null);
        if (connection is null) return;
        // However broken it is.
        await connection.AbortAsync(TimeSpan.FromSeconds(1));
        await connection.DisposeAsync();
    }
}
