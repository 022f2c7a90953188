using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Resumai.Server.Jobs.Rabbit;

/// <summary>A channel on a connection of its own, with confirms. Disposing never throws and lasts a few seconds at most.</summary>
internal sealed class RabbitChannel : IAsyncDisposable
{
    /// <summary>The table counts the servers that end over a job; this ends only what would go round for ever.</summary>
    private const int MostDeliveries = 1000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly IConnection _connection;

    private RabbitChannel(IConnection connection, IChannel channel) => (_connection, Channel) = (connection, channel);

    public IChannel Channel { get; }

    public static async Task<RabbitChannel> OpenAsync(RabbitOptions options, CancellationToken cancellation)
    {
        var factory = new ConnectionFactory
        {
            Uri = options.Address,
            ClientProvidedName = "resumai",
            // A new channel has new delivery numbers: better a link that is made anew than one that mends itself unseen.
            AutomaticRecoveryEnabled = false,
            RequestedHeartbeat = TimeSpan.FromSeconds(10),
            RequestedConnectionTimeout = Patience,
            // Whoever calls has a limit of his own, below this.
            ContinuationTimeout = TimeSpan.FromMinutes(1),
        };
        var connection = await factory.CreateConnectionAsync(cancellation);
        try
        {
            var confirms = new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);
            return new RabbitChannel(connection, await connection.CreateChannelAsync(confirms, cancellation));
        }
        catch
        {
            _ = EndAsync(connection);
            throw;
        }
    }

    /// <summary>Makes the queue and the one of its dead letters where they are missing.</summary>
    public async Task<QueueDeclareOk> DeclareAsync(RabbitOptions options)
    {
        await DeclareDeadLettersAsync(Channel, options);
        return await DeclareQuorumAsync(Channel, options.Queue, new() { ["x-dead-letter-exchange"] = options.DeadLetters, ["x-delivery-limit"] = MostDeliveries });
    }

    /// <summary>Makes the queue of dead letters where it is missing: without it the broker drops what is refused, and says nothing.</summary>
    public static async Task DeclareDeadLettersAsync(IChannel channel, RabbitOptions options)
    {
        await channel.ExchangeDeclareAsync(options.DeadLetters, ExchangeType.Fanout, durable: true);
        await DeclareQuorumAsync(channel, options.DeadLetters, []);
        await channel.QueueBindAsync(options.DeadLetters, options.DeadLetters, "");
    }

    public ValueTask DisposeAsync() => new(EndAsync(_connection));

    private static Task<QueueDeclareOk> DeclareQuorumAsync(IChannel channel, string name, Dictionary<string, object?> arguments)
    {
        arguments["x-queue-type"] = "quorum";
        return channel.QueueDeclareAsync(name, durable: true, exclusive: false, autoDelete: false, arguments);
    }

    private static async Task EndAsync(IConnection connection)
    {
        await Task.Yield();
        try
        {
            await connection.AbortAsync(TimeSpan.FromSeconds(1)).WaitAsync(Patience, TimeProvider.System);
            await connection.DisposeAsync().AsTask().WaitAsync(Patience, TimeProvider.System);
        }
        // Closing only tells the other side, which has gone.
        catch (Exception e) when (e is TimeoutException or RabbitMQClientException or IOException or ObjectDisposedException or OperationCanceledException)
        {
            return;
        }
    }
}
