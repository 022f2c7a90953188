using System.Net.Sockets;
using System.Text;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Errors;

public class SlowBodyTests
{
    [Fact]
    public async Task A_body_that_comes_too_slowly_is_a_408_problem()
    {
        await using var app = await ResumaiApp.StartAsync();
        var account = await app.AccountAsync(credits: 1);
        using var socket = new TcpClient();
        await socket.ConnectAsync(app.Address.Host, app.Address.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /api/v1/files/upload HTTP/1.1\r\nHost: {app.Address.Authority}\r\nAuthorization: Bearer {account.Key}\r\n" +
            "Content-Type: multipart/form-data; boundary=cut\r\nContent-Length: 5000\r\n\r\n--cut\r\nContent-Dispos"));

        using var reader = new StreamReader(stream);
        using var patience = new CancellationTokenSource(Eventually.Longest);
        var answer = await reader.ReadToEndAsync(patience.Token);

        answer.ShouldStartWith("HTTP/1.1 408 ");
        answer.ShouldContain("application/problem+json");
        answer.ShouldContain("\"code\":\"request_timeout\"");
        (await account.CreditsAsync()).ShouldBe(1);
    }
}
