using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Resumai.Server.Files;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Files;

public sealed class S3FileStoreTests : FileStoreTests, IClassFixture<S3Server>, IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("resumai-files-").FullName;
    private readonly S3Server _server;
    private readonly List<S3FileStore> _stores = [];

    public S3FileStoreTests(S3Server server)
    {
        S3Server.Require();
        _server = server;
    }

    [Fact]
    public async Task An_upload_is_parsed_given_back_and_deleted()
    {
        await using var app = await ResumaiApp.StartAsync(_server.Settings);
        var account = await app.AccountAsync(credits: 2);
        var file = Documents.Pdf();

        var id = await account.Http.AcceptedAsync(file);

        (await account.Http.FinalStatusAsync(id)).Text("status").ShouldBe("completed");
        (await account.Http.GetByteArrayAsync($"files/assets/{id}/file")).ShouldBe(file);
        Directory.EnumerateFiles(Path.Combine(app.DataFolder, "files"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
        (await (await app.Anonymous().GetAsync("/readyz")).JsonAsync())["engines"]!["files"]!.ToJsonString().ShouldBe("""{"engine":"s3","status":"up"}""");
        (await account.Http.DeleteAsync($"files/assets/{id}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_store_that_is_away_refuses_uploads_keeps_jobs_in_line_and_is_named()
    {
        await using var server = new S3Server();
        await server.InitializeAsync();
        await using var app = await ResumaiApp.StartAsync(server.Settings);
        var account = await app.AccountAsync(credits: 5);
        var first = await account.Http.AcceptedAsync(Documents.Pdf());
        (await account.Http.FinalStatusAsync(first)).Text("status").ShouldBe("completed");

        await server.KillAsync();
        using var refused = await account.Http.UploadAsync(Documents.Pdf());
        await refused.ShouldBeProblemAsync(503, "unavailable");
        using var ready = await app.Anonymous().GetAsync("/readyz");
        (await ready.ShouldBeProblemAsync(503, "unavailable"))["engines"]!["files"]!.Text("status").ShouldBe("down");
        (await account.CreditsAsync()).ShouldBe(4);
        (await app.ReadAsync(db => db.Assets.CountAsync())).ShouldBe(1);

        await server.RunAsync();
        var second = await account.Http.AcceptedAsync(Documents.Pdf());
        (await account.Http.FinalStatusAsync(second)).Text("status").ShouldBe("completed");
        (await account.CreditsAsync()).ShouldBe(3);
    }

    [Fact]
    public async Task A_store_that_does_not_answer_is_not_waited_for()
    {
        await using var silent = await AnsweringAsync(_ => Task.Delay(Eventually.Longest, Cancellation));
        var store = Open(new Uri(silent.Urls.Single()), timeout: TimeSpan.FromSeconds(1));

        await Should.ThrowAsync<FileStoreUnavailableException>(() => KeepAsync(store, [1]));
        await Should.ThrowAsync<FileStoreUnavailableException>(() => store.OpenReadAsync(Guid.CreateVersion7(), Cancellation));
    }

    [Theory]
    [InlineData(6, "PUT")]
    [InlineData(6_000_000, "POST")]
    public async Task What_is_sent_has_its_checksum_and_asks_for_encryption(int size, string method)
    {
        var sent = new List<(string Method, IHeaderDictionary Headers)>();
        await using var recorder = await AnsweringAsync(async http =>
        {
            await http.Request.Body.CopyToAsync(Stream.Null);
            lock (sent) sent.Add((http.Request.Method, new HeaderDictionary(http.Request.Headers.ToDictionary())));
            http.Response.Headers.ETag = "\"e\"";
            if (http.Request.Query.ContainsKey("uploads")) await http.Response.WriteAsync("<InitiateMultipartUploadResult><UploadId>u</UploadId></InitiateMultipartUploadResult>");
            else if (http.Request.Method == "POST") await http.Response.WriteAsync("<CompleteMultipartUploadResult><ETag>e</ETag></CompleteMultipartUploadResult>");
        });
        var store = Open(new Uri(recorder.Urls.Single()), encryption: "aws:kms");

        await KeepAsync(store, new byte[size]);

        var made = sent.First(s => s.Method == method).Headers;
        made["x-amz-server-side-encryption"].ToString().ShouldBe("aws:kms");
        made["x-amz-server-side-encryption-aws-kms-key-id"].ToString().ShouldBe("key-1");
        made["x-amz-meta-sha256"].ToString().Length.ShouldBe(64);
        var pieces = sent.Where(s => s.Method == "PUT").ToList();
        pieces.Count.ShouldBe(size > 5_000_000 ? 2 : 1);
        pieces.ShouldAllBe(p => p.Headers["x-amz-checksum-sha256"].ToString().Length == 44);
    }

    [Fact]
    public async Task A_file_that_was_changed_in_the_store_is_not_given_out()
    {
        var store = Open();
        var id = await KeepAsync(store, [1, 2, 3]);
        using var client = new Amazon.S3.AmazonS3Client(new Amazon.Runtime.BasicAWSCredentials("S3RVER", "S3RVER"),
            new Amazon.S3.AmazonS3Config { ServiceURL = _server.Settings.Single(s => s.Key == "Files:Endpoint").Value, ForcePathStyle = true, RequestChecksumCalculation = Amazon.Runtime.RequestChecksumCalculation.WHEN_REQUIRED });
        var prefix = _stores.Count.ToString() + _root.GetHashCode(StringComparison.Ordinal) + "/";
        var change = new Amazon.S3.Model.PutObjectRequest { BucketName = S3Server.Bucket, Key = prefix + id.ToString("N"), InputStream = new MemoryStream([1, 2, 4]) };
        change.Metadata["sha256"] = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData((byte[])[1, 2, 3]));
        await client.PutObjectAsync(change, Cancellation);

        (await store.OpenReadAsync(id, Cancellation)).ShouldBeNull();
    }

    public void Dispose()
    {
        foreach (var store in _stores) store.Dispose();
        Directory.Delete(_root, recursive: true);
    }

    protected override string Incoming => Path.Combine(_root, "incoming");

    protected override IFileStore Open() => Open(new Uri(_server.Settings.Single(s => s.Key == "Files:Endpoint").Value));

    /// <summary>A store with a prefix of its own: tests share the bucket.</summary>
    private S3FileStore Open(Uri endpoint, TimeSpan? timeout = null, string encryption = "")
    {
        var prefix = $"{_stores.Count + 1}{_root.GetHashCode(StringComparison.Ordinal)}/";
        var store = new S3FileStore(new S3Options(S3Server.Bucket, prefix, endpoint, "us-east-1", "S3RVER", "S3RVER", encryption, encryption.Length > 0 ? "key-1" : "",
            timeout ?? TimeSpan.FromSeconds(20)), _root, NullLogger<S3FileStore>.Instance);
        _stores.Add(store);
        return store;
    }

    /// <summary>A store that answers as the test says.</summary>
    private static async Task<WebApplication> AnsweringAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync(Cancellation);
        return app;
    }
}
