using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Resumai.Server.Storage;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Assets;

public class UploadTests
{
    [Fact]
    public async Task An_upload_is_accepted_parsed_and_charged_once()
    {
        await using var app = await ResumaiApp.StartAsync();
        var account = await app.AccountAsync(credits: 3);
        var file = Documents.Pdf();

        using var response = await account.Http.UploadAsync(Uploads.Form(file, "Zoë's CV.pdf", "en-us", "java", "ghent", "java"));
        var body = await response.JsonAsync();

        ((int)response.StatusCode).ShouldBe(202, body.ToJsonString());
        body.AsObject().Select(p => p.Key).ShouldBe(["asset_id", "parent_task_id", "status", "filename", "sha256", "credits_remaining"]);
        var id = Guid.Parse(body.Text("asset_id"));
        response.Header("Location").ShouldBe($"/api/v1/files/assets/{id}/status");
        body.Text("status").ShouldBe("queued");
        body.Text("filename").ShouldBe("Zoë's CV.pdf");
        body.Text("sha256").ShouldBe(Convert.ToHexStringLower(SHA256.HashData(file)));
        body["credits_remaining"]!.GetValue<int>().ShouldBe(2);

        (await account.Http.FinalStatusAsync(id)).Text("status").ShouldBe("completed");
        var asset = await app.ReadAsync(db => db.Assets.SingleAsync(a => a.Id == id));
        asset.TagsJson.ShouldBe("""["java","ghent"]""");
        asset.Locale.ShouldBe("en_US");
        asset.PageCount.ShouldBe(1);
        asset.CompletedAt.ShouldNotBeNull();
        (await app.ReadAsync(db => db.Jobs.CountAsync())).ShouldBe(0);
        (await app.ReadAsync(db => db.Ledger.Where(l => l.AssetId == id).Select(l => l.Credits).ToListAsync())).ShouldBe([-1L]);
    }

    [Fact]
    public async Task A_completed_asset_keeps_its_record_with_text_and_evidence()
    {
        await using var app = await ResumaiApp.StartAsync();
        var account = await app.AccountAsync(credits: 1);

        var id = await account.Http.AcceptedAsync(Documents.Pdf());
        await account.Http.FinalStatusAsync(id);

        var row = await app.ReadAsync(db => db.Masters.SingleAsync(m => m.AssetId == id));
        var record = JsonNode.Parse(RecordBytes.Unpack(row.Record))!;
        record.Text("as_of").ShouldBe(app.Time.GetUtcNow().ToString("yyyy-MM-dd"));
        record.Text("filename").ShouldBe("cv.pdf");
        record["text"]!.GetValue<string>().ShouldContain("Example Bakery");
        record["evidence"].ShouldNotBeNull();
        row.Revision.ShouldBe(1);
    }

    [Fact]
    public async Task Fields_may_come_after_the_file_and_in_chunks()
    {
        await using var app = await ResumaiApp.StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync(credits: 1);

        using var response = await account.Http.UploadAsync(Uploads.Chunked(Uploads.Form(Documents.Pdf(), "a.pdf", "sr_latn_rs", "one")));

        ((int)response.StatusCode).ShouldBe(202);
        var asset = await app.ReadAsync(db => db.Assets.SingleAsync());
        (asset.Locale, asset.TagsJson).ShouldBe(("sr_Latn_RS", """["one"]"""));
    }

    [Fact]
    public async Task A_test_key_charges_nothing()
    {
        await using var app = await ResumaiApp.StartAsync();
        var account = await app.AccountAsync(credits: 5, test: true);

        using var response = await account.Http.UploadAsync(Documents.Pdf());
        var body = await response.JsonAsync();

        response.Header("X-Resumai-Environment").ShouldBe("test");
        body["credits_remaining"]!.GetValue<int>().ShouldBe(1000);
        (await account.Http.FinalStatusAsync(Guid.Parse(body.Text("asset_id")))).Text("status").ShouldBe("completed");
        (await app.ReadAsync(db => db.Accounts.Select(a => a.Credits).SingleAsync())).ShouldBe(5);
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Users\\x\\cv.pdf", "cv.pdf")]
    [InlineData("", "file")]
    public async Task A_file_name_is_never_a_path(string sent, string kept)
    {
        await using var app = await ResumaiApp.StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync(credits: 1);
        using var form = new MultipartFormDataContent { new ByteArrayContent(Documents.Pdf()) };
        form.Single().Headers.Remove("Content-Disposition");
        form.Single().Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"file\"; filename=\"{sent.Replace("\\", "\\\\", StringComparison.Ordinal)}\"");

        using var response = await account.Http.UploadAsync(form);

        (await response.JsonAsync()).Text("filename").ShouldBe(kept);
    }
}
