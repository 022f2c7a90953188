using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Resumai.SecondOpinion.Tests;

/// <summary>An HTTP server on a loopback socket that speaks the chat protocol as far as one question needs it.</summary>
internal sealed class ChatService : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<CancellationToken, Task<(int Status, string Content)>> _answer;
    private readonly Task _serving;

    private ChatService(Func<CancellationToken, Task<(int, string)>> answer)
    {
        _answer = answer;
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/v1");

    /// <summary>Head and body of each request, as received.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Answers with this text of the assistant.</summary>
    public static ChatService Saying(string content) => new(_ => Task.FromResult((200, Completion(content))));

    public static ChatService Sending(int status, string body) => new(_ => Task.FromResult((status, body)));

    /// <summary>Never answers.</summary>
    public static ChatService Silent() => new(async stop =>
    {
        await Task.Delay(Timeout.Infinite, stop);
        return (200, "");
    });

    private static string Completion(string content) => JsonSerializer.Serialize(new
    {
        id = "c1",
        @object = "chat.completion",
        created = 1,
        model = "m",
        choices = new[] { new { index = 0, finish_reason = "stop", message = new { role = "assistant", content } } },
        usage = new { prompt_tokens = 1, completion_tokens = 1, total_tokens = 2 },
    });

    private async Task ServeAsync()
    {
        try
        {
            while (true) _ = AnswerAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (Exception e) when (_stop.IsCancellationRequested && e is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // Stopped, perhaps between two callers: the listener then says that it does not listen.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            var stream = connection.GetStream();
            var request = await ReadAsync(stream);
            lock (Requests) Requests.Add(request);
            var (status, body) = await _answer(_stop.Token);
            var bytes = Encoding.UTF8.GetBytes(body);
            var head = $"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nContent-Length: {bytes.Length}\r\nConnection: close\r\n\r\n";
            await stream.WriteAsync(Encoding.ASCII.GetBytes(head), _stop.Token);
            await stream.WriteAsync(bytes, _stop.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The caller gave up, or the service was stopped.
        }
    }

    private async Task<string> ReadAsync(NetworkStream stream)
    {
        var received = new List<byte>();
        var buffer = new byte[8192];
        while (true)
        {
            var count = await stream.ReadAsync(buffer, _stop.Token);
            if (count == 0) return Encoding.UTF8.GetString([.. received]);
            received.AddRange(buffer.AsSpan(0, count));
            var text = Encoding.UTF8.GetString([.. received]);
            var head = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (head < 0) continue;
            var length = text[..head].Split("\r\n").FirstOrDefault(l => l.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) is { } line ? int.Parse(line.Split(':')[1]) : 0;
            if (received.Count >= Encoding.UTF8.GetByteCount(text[..(head + 4)]) + length) return text;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }
}
