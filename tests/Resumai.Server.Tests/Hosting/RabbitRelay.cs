using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Resumai.Server.Tests.Hosting;

/// <summary>Passes on what a client and RabbitMQ say to each other, but for answers that it is told to lose. Real frames of AMQP 0-9-1.</summary>
public sealed class RabbitRelay : IAsyncDisposable
{
    private const byte MethodFrame = 1;
    private const byte HeaderFrame = 2;
    private const byte BodyFrame = 3;
    /// <summary>The class of methods that carry messages, their confirms among them.</summary>
    private const int Basic = 60;
    private const int Ack = 80;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly int _server;

    public RabbitRelay(int server)
    {
        _server = server;
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The server's confirms are lost; all else goes through.</summary>
    public bool LosesConfirms { get; set; }

    /// <summary>All that the server says of messages is lost; connections, channels and declarations go through.</summary>
    public bool LosesMessages { get; set; }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_end.Token);
            _ = JoinAsync(client);
        }
    }

    private async Task JoinAsync(TcpClient client)
    {
        using var server = new TcpClient();
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _server, _end.Token);
            await Task.WhenAny(client.GetStream().CopyToAsync(server.GetStream(), _end.Token), AnswersAsync(server.GetStream(), client.GetStream()));
        }
        finally
        {
            client.Dispose();
        }
    }

    private async Task AnswersAsync(NetworkStream server, NetworkStream client)
    {
        var head = new byte[7];
        while (true)
        {
            await server.ReadExactlyAsync(head, _end.Token);
            var rest = new byte[BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(3)) + 1];
            await server.ReadExactlyAsync(rest, _end.Token);
            if (IsLost(head[0], rest)) continue;
            await client.WriteAsync((byte[])[.. head, .. rest], _end.Token);
        }
    }

    private bool IsLost(byte frame, byte[] payload) => frame switch
    {
        MethodFrame => BinaryPrimitives.ReadUInt16BigEndian(payload) == Basic &&
            (LosesMessages || (LosesConfirms && BinaryPrimitives.ReadUInt16BigEndian(payload.AsSpan(2)) == Ack)),
        HeaderFrame or BodyFrame => LosesMessages,
        _ => false,
    };
}
