using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Resumai.Server.Tests.Hosting;

public sealed class ShutdownTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("resumai-shutdown-").FullName;

    [Fact]
    public async Task A_request_on_its_way_when_the_server_is_told_to_stop_gets_its_answer()
    {
        await using var server = await ResumaiProcess.ServeAsync(_data);
        await ResumaiProcess.RunAsync(["admin", "create-account", "--email", "a@firma.example", "--data", _data]);
        var made = await ResumaiProcess.RunAsync(["admin", "create-key", "--email", "a@firma.example", "--data", _data]);
        var key = JsonNode.Parse(made.Output)!["api_key"]!.GetValue<string>();
        using var socket = new TcpClient();
        await socket.ConnectAsync(server.Address.Host, server.Address.Port);
        var stream = socket.GetStream();
        var body = "--cut\r\nContent-Disposition: form-data; name=\"tags\"\r\n\r\nfull-time\r\n--cut--\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /api/v1/files/upload HTTP/1.1\r\nHost: {server.Address.Authority}\r\nAuthorization: Bearer {key}\r\nConnection: close\r\n" +
            $"Content-Type: multipart/form-data; boundary=cut\r\nContent-Length: {body.Length}\r\n\r\n{body[..20]}"));
        await Task.Delay(500);

        var ended = server.TerminateAsync();
        await Task.Delay(500);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(body[20..]));

        using var reader = new StreamReader(stream);
        using var patience = new CancellationTokenSource(Eventually.Longest);
        var answer = await reader.ReadToEndAsync(patience.Token);
        answer.ShouldStartWith("HTTP/1.1 400 ");
        answer.ShouldContain("\"field\":\"file\"");
        (await ended).ShouldBe(0, server.Log);
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);
}
