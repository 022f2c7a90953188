using System.Net.Sockets;
using System.Text;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Idempotency;

public class IdempotencyHeaderTests
{
    [Theory]
    [InlineData("with space")]
    [InlineData("käse")]
    [InlineData("\u00ff")]
    [InlineData("")]
    public async Task A_key_that_is_not_visible_ascii_is_a_400_problem_whatever_its_bytes(string key)
    {
        await using var app = await ResumaiApp.StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync(credits: 1);
        using var form = Uploads.Form(Documents.Pdf());
        var body = await form.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        using var client = new TcpClient();
        await client.ConnectAsync(app.Address.Host, app.Address.Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();

        await stream.WriteAsync(Encoding.Latin1.GetBytes(
            $"POST /api/v1/files/upload HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer {account.Key}\r\nIdempotency-Key: {key}\r\n" +
            $"Content-Type: {form.Headers.ContentType}\r\nContent-Length: {body.Length}\r\n\r\n"), TestContext.Current.CancellationToken);
        await stream.WriteAsync(body, TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken).WaitAsync(Eventually.Longest, TestContext.Current.CancellationToken);

        answer.ShouldStartWith("HTTP/1.1 400 ");
        answer.ShouldContain("\"code\":\"invalid_idempotency_key\"");
        answer.ShouldContain("\"field\":\"Idempotency-Key\"");
    }
}
