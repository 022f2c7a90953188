using System.Net;
using System.Net.Sockets;

namespace Resumai.Server.Tests.Faults;

/// <summary>Stands between a server and its object store, and lets answers come late, in part or not at all. What is asked always arrives.</summary>
public sealed class StoreRelay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly int _store;
    private long _answers;

    public StoreRelay(int store)
    {
        _store = store;
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How much later answers come.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Answers are lost; a connection that has lost one stays silent.</summary>
    public bool IsSilent { get; set; }

    /// <summary>It hangs up in the middle of an answer.</summary>
    public bool HangsUp { get; set; }

    /// <summary>Pieces of answers that were held back or lost so far.</summary>
    public long Withheld => Interlocked.Read(ref _answers);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested) _ = JoinAsync(await _listener.AcceptTcpClientAsync(_end.Token));
    }

    private async Task JoinAsync(TcpClient client)
    {
        using var server = new TcpClient();
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _store, _end.Token);
            await Task.WhenAny(client.GetStream().CopyToAsync(server.GetStream(), _end.Token), AnswersAsync(server.GetStream(), client.GetStream()));
        }
        catch (SocketException)
        {
            // The store is away: so is this end.
        }
        finally
        {
            client.Dispose();
        }
    }

    private async Task AnswersAsync(NetworkStream server, NetworkStream client)
    {
        var (buffer, silent) = (new byte[64 * 1024], false);
        while (await server.ReadAsync(buffer, _end.Token) is > 0 and var length)
        {
            silent |= IsSilent;
            if (silent || Delay > TimeSpan.Zero) Interlocked.Increment(ref _answers);
            if (silent) continue;
            if (HangsUp)
            {
                await client.WriteAsync(buffer.AsMemory(0, length / 2), _end.Token);
                return;
            }
            if (Delay > TimeSpan.Zero) await Task.Delay(Delay, _end.Token);
            await client.WriteAsync(buffer.AsMemory(0, length), _end.Token);
        }
        // A silent store does not hang up either.
        if (silent) await Task.Delay(Timeout.Infinite, _end.Token);
    }
}
