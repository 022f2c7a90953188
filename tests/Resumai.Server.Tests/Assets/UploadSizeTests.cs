using System.Net.Sockets;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Assets;

public class UploadSizeTests
{
    private const int Limit = 10_485_760;

    [Fact]
    public async Task A_file_of_exactly_the_limit_is_not_too_large()
    {
        await using var app = await ResumaiApp.StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync(credits: 1);

        (await account.Http.UploadAsync(Padded(Limit))).StatusCode.ShouldBe(System.Net.HttpStatusCode.Accepted);
        (await app.ReadAsync(db => db.Assets.Select(a => a.SizeBytes).SingleAsync())).ShouldBe(Limit);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_byte_more_is_refused_by_counting(bool chunked)
    {
        await using var app = await ResumaiApp.StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync(credits: 1);
        var form = Uploads.Form(Padded(Limit + 1));

        using var response = await account.Http.UploadAsync(chunked ? Uploads.Chunked(form) : form);

        (await response.ShouldBeProblemAsync(413, "file_too_large")).Text("detail").ShouldContain("10485760");
        await NothingIsLeftAsync(app);
    }

    [Fact]
    public async Task A_large_Content_Length_is_refused_before_any_byte_of_the_body()
    {
        await using var app = await ResumaiApp.StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync(credits: 1);
        using var client = new TcpClient();
        await client.ConnectAsync(app.Address.Host, app.Address.Port, TestContext.Current.CancellationToken);

        await client.GetStream().WriteAsync(Head(account.Key, 100_000_000), TestContext.Current.CancellationToken);

        (await ReadAsync(client)).ShouldStartWith("HTTP/1.1 413 ");
    }

    [Fact]
    public async Task A_chunked_body_of_endless_small_parts_is_refused_by_counting_boundaries_and_headers_too()
    {
        await using var app = await ResumaiApp.StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync(credits: 1);
        var part = "\r\n--x\r\nContent-Disposition: form-data; name=\"tags\"\r\nX-Padding: " + new string('p', 8000) + "\r\n\r\na";
        var body = new ByteArrayContent(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(part, 1400)) + "\r\n--x--\r\n"));
        body.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");

        using var response = await account.Http.UploadAsync(Uploads.Chunked(body));

        await response.ShouldBeProblemAsync(413, "file_too_large");
    }

    [Theory]
    [InlineData("live", 413)]
    [InlineData("wrong", 401)]
    [InlineData("reading", 403)]
    [InlineData("hurried", 429)]
    [InlineData("saturated", 503)]
    public async Task A_client_that_writes_its_whole_body_before_it_reads_gets_the_answer(string who, int status)
    {
        await using var app = await ResumaiApp.StartAsync([("Queue:AccountBound", "1")], Workers.None);
        var account = await app.AccountAsync(credits: 1);
        var key = who switch
        {
            "wrong" => "rsm_live_wrong",
            "reading" => (await app.KeyAsync(account.Id, scopes: Resumai.Server.ApiKeys.Scopes.FilesRead)).Text,
            "hurried" => await HurriedAsync(app),
            "saturated" => await SaturatedAsync(app),
            _ => account.Key,
        };
        var body = await Uploads.Form(Padded(11 * 1024 * 1024)).ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        using var client = new TcpClient();
        await client.ConnectAsync(app.Address.Host, app.Address.Port, TestContext.Current.CancellationToken);

        await client.GetStream().WriteAsync(Head(key, body.Length), TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(body, TestContext.Current.CancellationToken);
        var answer = await ReadAsync(client);

        answer.ShouldStartWith($"HTTP/1.1 {status} ");
        answer.ShouldContain("application/problem+json");
        (await app.ReadAsync(db => db.Assets.CountAsync())).ShouldBe(who == "saturated" ? 1 : 0);
        // The connection is whole: the next request on it is answered.
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET /api/v1/account HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {account.Key}\r\n\r\n"), TestContext.Current.CancellationToken);
        (await ReadAsync(client)).ShouldStartWith("HTTP/1.1 200 ");
    }

    [Fact]
    public async Task A_body_without_end_is_cut_off_after_the_answer()
    {
        await using var app = await ResumaiApp.StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync(credits: 1);
        using var client = new TcpClient();
        await client.ConnectAsync(app.Address.Host, app.Address.Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(Head(account.Key, 2_000_000_000), TestContext.Current.CancellationToken);
        (await ReadAsync(client)).ShouldStartWith("HTTP/1.1 413 ");

        var sent = 0L;
        var block = new byte[256 * 1024];
        await Should.ThrowAsync<IOException>(async () =>
        {
            for (; sent < 200_000_000; sent += block.Length) await client.GetStream().WriteAsync(block, TestContext.Current.CancellationToken);
        });
        sent.ShouldBeInRange(16L * 1024 * 1024, 64L * 1024 * 1024);
    }

    /// <summary>The key of an account that has no request left this minute.</summary>
    private static async Task<string> HurriedAsync(ResumaiApp app)
    {
        var account = await app.AccountAsync(credits: 1);
        await app.WriteAsync(db => db.Accounts.Where(a => a.Id == account.Id).ExecuteUpdateAsync(s => s.SetProperty(a => a.PerMinute, 1)));
        (await account.Http.GetAsync("account")).EnsureSuccessStatusCode();
        return account.Key;
    }

    /// <summary>The key of an account that has as much queued as it may.</summary>
    private static async Task<string> SaturatedAsync(ResumaiApp app)
    {
        var account = await app.AccountAsync(credits: 1);
        await account.Http.AcceptedAsync(Documents.Pdf());
        return account.Key;
    }

    /// <summary>A readable PDF with nothing but spaces after it.</summary>
    private static byte[] Padded(int size)
    {
        var bytes = new byte[size];
        Array.Fill(bytes, (byte)' ');
        Documents.Pdf().CopyTo(bytes, 0);
        return bytes;
    }

    private static byte[] Head(string key, long length) => Encoding.ASCII.GetBytes(
        $"POST /api/v1/files/upload HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {key}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: {length}\r\n\r\n");

    /// <summary>One answer, with its Content-Length or in chunks.</summary>
    private static async Task<string> ReadAsync(TcpClient client)
    {
        var text = new StringBuilder();
        var buffer = new byte[8192];
        while (true)
        {
            var read = await client.GetStream().ReadAsync(buffer).AsTask().WaitAsync(Eventually.Longest);
            text.Append(Encoding.UTF8.GetString(buffer, 0, read));
            var parts = text.ToString().Split("\r\n\r\n", 2);
            if (read == 0) return text.ToString();
            if (parts.Length < 2) continue;
            var length = parts[0].Split("\r\n").SingleOrDefault(h => h.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))?["Content-Length:".Length..];
            if (length is null ? parts[1].EndsWith("0\r\n\r\n", StringComparison.Ordinal) : Encoding.UTF8.GetByteCount(parts[1]) >= int.Parse(length)) return text.ToString();
        }
    }

    private static async Task NothingIsLeftAsync(ResumaiApp app)
    {
        (await app.ReadAsync(db => db.Assets.CountAsync())).ShouldBe(0);
        Directory.EnumerateFiles(Path.Combine(app.DataFolder, "files"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }
}
