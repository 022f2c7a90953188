using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Resumai.Server.ApiKeys;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Assets;

public class UploadRefusalTests
{
    private static readonly byte[] TooLarge = new byte[10_485_761];

    [Fact]
    public async Task A_request_with_every_fault_is_refused_for_the_first_in_order()
    {
        await using var app = await ResumaiApp.StartAsync([("Queue:AccountBound", "1")], Workers.None);
        var account = await app.AccountAsync(credits: 2);
        var reader = app.Client((await app.KeyAsync(account.Id, scopes: Scopes.FilesRead)).Text);
        var first = await account.Http.AcceptedAsync(Documents.Pdf());

        await (await app.Client("rsm_live_wrong").UploadAsync(Worst())).ShouldBeProblemAsync(401, "invalid_api_key");
        await (await reader.UploadAsync(Worst())).ShouldBeProblemAsync(403, "insufficient_scope");
        await (await account.Http.UploadAsync(Worst(), "bad key")).ShouldBeProblemAsync(503, "queue_saturated");
        (await account.Http.DeleteAsync($"files/assets/{first}")).EnsureSuccessStatusCode();

        await (await account.Http.UploadAsync(Worst(), "bad key")).ShouldBeProblemAsync(413, "file_too_large");
        await (await account.Http.UploadAsync(Uploads.Form(Encoding.UTF8.GetBytes("text"), locale: "xx"))).ShouldBeProblemAsync(400, "invalid_request");
        await (await account.Http.UploadAsync(Encoding.UTF8.GetBytes("text"), "key")).ShouldBeProblemAsync(415, "unsupported_file_type");

        var file = Documents.Pdf();
        (await account.Http.UploadAsync(file, "key")).EnsureSuccessStatusCode();
        await app.WriteAsync(db => db.Jobs.ExecuteDeleteAsync());
        await (await account.Http.UploadAsync(Documents.Pdf(), "key")).ShouldBeProblemAsync(409, "idempotency_key_reused");
        await (await account.Http.UploadAsync(file, "other")).ShouldBeProblemAsync(409, "duplicate_file");
        await (await account.Http.UploadAsync(Documents.Pdf(), "third")).ShouldBeProblemAsync(402, "insufficient_credits");
    }

    [Fact]
    public async Task What_is_not_a_multipart_form_is_refused()
    {
        await using var app = await ResumaiApp.StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync(credits: 1);

        await (await account.Http.UploadAsync(new ByteArrayContent(Documents.Pdf()))).ShouldBeProblemAsync(400, "multipart_required");
        await (await account.Http.UploadAsync(new StringContent("{}", Encoding.UTF8, "application/json"))).ShouldBeProblemAsync(400, "multipart_required");
        var unbounded = new ByteArrayContent(Documents.Pdf());
        unbounded.Headers.ContentType = new MediaTypeHeaderValue("multipart/form-data");
        await (await account.Http.UploadAsync(unbounded)).ShouldBeProblemAsync(400, "multipart_required");
        await NothingIsLeftAsync(app, account);
    }

    [Theory]
    [InlineData("file", "no file")]
    [InlineData("file", "empty file")]
    [InlineData("file", "two files")]
    [InlineData("colour", "unknown part")]
    [InlineData("tags", "empty tag")]
    [InlineData("tags", "long tag")]
    [InlineData("tags", "many tags")]
    [InlineData("tags", "bytes that are not UTF-8")]
    [InlineData("locale", "unknown language")]
    [InlineData("locale", "unknown region")]
    [InlineData("locale", "two locales")]
    [InlineData("body", "cut form")]
    public async Task A_faulty_form_is_refused_naming_the_field(string field, string fault)
    {
        await using var app = await ResumaiApp.StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync(credits: 1);

        using var response = await account.Http.UploadAsync(await FaultyAsync(fault));
        var body = await response.ShouldBeProblemAsync(400, "invalid_request");

        body["errors"]!.AsArray().Select(e => e!.Text("field")).Distinct().ShouldBe([field]);
        body["errors"]![0]!.Text("message").ShouldNotBeNullOrWhiteSpace();
        await NothingIsLeftAsync(app, account);
    }

    [Fact]
    public async Task All_faults_of_a_form_are_told_at_once()
    {
        await using var app = await ResumaiApp.StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync(credits: 1);

        using var response = await account.Http.UploadAsync(Uploads.Form([], "cv.pdf", "zz_ZZ", ""));
        var body = await response.ShouldBeProblemAsync(400, "invalid_request");

        body["errors"]!.AsArray().Select(e => e!.Text("field")).ShouldBe(["tags", "locale", "file"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("notes.txt", "text")]
    [InlineData("cv.pdf", "gif")]
    [InlineData("cv.docx", "zip")]
    [InlineData("cv.doc", "exe")]
    public async Task A_format_that_is_not_read_is_refused_by_content_naming_those_read(string filename, string content)
    {
        await using var app = await ResumaiApp.StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync(credits: 1);

        using var response = await account.Http.UploadAsync(Uploads.Form(Documents.Unread(content), filename));
        var body = await response.ShouldBeProblemAsync(415, "unsupported_file_type");

        foreach (var name in Reading.DocumentReaders.Names) body.Text("detail").ShouldContain(name);
        await NothingIsLeftAsync(app, account);
    }

    [Fact]
    public async Task A_pdf_under_another_name_is_a_pdf()
    {
        await using var app = await ResumaiApp.StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync(credits: 1);

        using var response = await account.Http.UploadAsync(Uploads.Form(Documents.Pdf(), "cv.docx"));

        ((int)response.StatusCode).ShouldBe(202);
        (await app.ReadAsync(db => db.Assets.Select(a => a.ContentType).SingleAsync())).ShouldBe("application/pdf");
    }

    private static MultipartFormDataContent Worst() => Uploads.Form(TooLarge, "cv.txt", "xx", "");

    private static async Task<HttpContent> FaultyAsync(string fault)
    {
        var pdf = Documents.Pdf();
        switch (fault)
        {
            case "no file": return new MultipartFormDataContent { { new StringContent("a"), "tags" } };
            case "empty file": return Uploads.Form([]);
            case "two files":
                var two = Uploads.Form(pdf);
                two.Add(new ByteArrayContent(Documents.Pdf()), "file", "b.pdf");
                return two;
            case "unknown part":
                var unknown = Uploads.Form(pdf);
                unknown.Add(new StringContent("red"), "colour");
                return unknown;
            case "empty tag": return Uploads.Form(pdf, tags: " ");
            case "long tag": return Uploads.Form(pdf, tags: new string('a', 65));
            case "many tags": return Uploads.Form(pdf, tags: [.. Enumerable.Range(0, 21).Select(i => $"t{i}")]);
            case "bytes that are not UTF-8":
                var bytes = Uploads.Form(pdf);
                bytes.Add(new ByteArrayContent([0xFF, 0xFE]), "tags");
                return bytes;
            case "unknown language": return Uploads.Form(pdf, locale: "xx");
            case "unknown region": return Uploads.Form(pdf, locale: "en_QQ");
            case "two locales":
                var locales = Uploads.Form(pdf, locale: "en");
                locales.Add(new StringContent("de"), "locale");
                return locales;
            default:
                var whole = Uploads.Form(pdf);
                var cut = new ByteArrayContent((await whole.ReadAsByteArrayAsync())[..^40]);
                cut.Headers.ContentType = whole.Headers.ContentType;
                return cut;
        }
    }

    private static async Task NothingIsLeftAsync(ResumaiApp app, TestAccount account)
    {
        (await app.ReadAsync(db => db.Assets.CountAsync())).ShouldBe(0);
        (await app.ReadAsync(db => db.Jobs.CountAsync())).ShouldBe(0);
        (await app.ReadAsync(db => db.Ledger.CountAsync(l => l.AccountId == account.Id && l.Kind == "charge"))).ShouldBe(0);
        Directory.EnumerateFiles(Path.Combine(app.DataFolder, "files"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }
}
