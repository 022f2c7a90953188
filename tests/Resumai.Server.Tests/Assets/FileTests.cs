using System.Net;
using System.Net.Http.Headers;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Assets;

public class FileTests
{
    [Fact]
    public async Task The_original_comes_back_byte_for_byte_under_its_name()
    {
        await using var app = await ResumaiApp.StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync(credits: 1);
        var file = Documents.Pdf();
        var id = Guid.Parse((await (await account.Http.UploadAsync(Uploads.Form(file, "Zoë's CV.pdf"))).JsonAsync()).Text("asset_id"));

        using var response = await account.Http.GetAsync($"files/assets/{id}/file", TestContext.Current.CancellationToken);

        (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(file);
        response.Header("Content-Type").ShouldBe("application/pdf");
        response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        response.Content.Headers.ContentDisposition.FileNameStar.ShouldBe("Zoë's CV.pdf");
        response.Header("Cache-Control").ShouldBe("no-cache, private", StringCompareShould.IgnoreCase);
        response.Header("X-Content-Type-Options").ShouldBe("nosniff");
    }

    [Fact]
    public async Task Ranges_and_conditions_are_answered()
    {
        await using var app = await ResumaiApp.StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync(credits: 1);
        var file = Documents.Pdf();
        var id = await account.Http.AcceptedAsync(file);

        using var part = await account.Http.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"files/assets/{id}/file") { Headers = { Range = new RangeHeaderValue(2, 5) } }, TestContext.Current.CancellationToken);
        part.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await part.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(file[2..6]);

        using var same = await account.Http.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"files/assets/{id}/file") { Headers = { IfNoneMatch = { part.Headers.ETag! } } }, TestContext.Current.CancellationToken);
        same.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }
}
