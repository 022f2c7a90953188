using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Resumai.Server.Files;
using Resumai.Server.Storage;
using Resumai.Server.Tests.Hosting;
using UglyToad.PdfPig.Writer;

namespace Resumai.Server.Tests.Web;

/// <summary>Pictures of pages from a server that parses nothing (<c>Role=api</c>), of what another has parsed: processes, as they are operated.</summary>
public sealed class PagePictureTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_server_that_parses_nothing_draws_pages()
    {
        await using var site = await Site.OpenAsync();
        await using var api = await site.ApiAsync();
        await using var worker = await site.WorkerAsync();
        var (account, email) = await site.PersonAsync();
        using var http = api.Client(account.Key);
        var pdf = await ReadAsync(http, Documents.Pdf("Ada Beispiel", "ada.beispiel@post.example", "Experience", "2019 - 2023 Baker, Example Bakery, Ghent"), "ada.pdf");
        var docx = await ReadAsync(http, Corpus("en-GB-nurse--docx-plain.docx"), "nurse.docx");
        using var web = await WebClient.SignInAsync(api.Address, email);
        Processes.ChildrenOf(api.Id).ShouldBeEmpty("nobody has looked yet");

        using var picture = await web.GetAsync(PathOf(pdf));

        (picture.StatusCode, picture.Content.Headers.ContentType?.MediaType).ShouldBe((HttpStatusCode.OK, "image/png"));
        (await picture.Content.ReadAsByteArrayAsync()).Take(4).ShouldBe([0x89, .. "PNG"u8]);
        Processes.ChildrenOf(api.Id).Count.ShouldBe(1, "the one that draws");
        foreach (var page in (int[])[2, 1_000_000]) (await RefusalAsync(web, PathOf(pdf, page))).ShouldBe((404, "not_found", $"The document has no page {page}.", null));
        (await RefusalAsync(web, PathOf(docx))).ShouldBe((404, "not_found", "A document of this format has no pages until somebody prints it.", null));
        (await RefusalAsync(web, PathOf(Guid.NewGuid()))).ShouldBe((404, "asset_not_found", "There is no such asset in this account and environment.", null));
        (await (await web.GetAsync($"/cvs/{docx}")).Content.ReadAsStringAsync()).ShouldContain("This format has no pages");
    }

    /// <summary>Where nothing can draw, the page is there all the same, and the log says why it has no pictures.</summary>
    [Fact]
    public async Task A_server_that_cannot_draw_shows_the_values_without_pictures_and_says_why_in_its_log()
    {
        await using var site = await Site.OpenAsync();
        await using var api = await site.ApiAsync(("ParseHost:Path", "/nowhere/Resumai.Cli"));
        await using var worker = await site.WorkerAsync();
        var (account, email) = await site.PersonAsync();
        using var http = api.Client(account.Key);
        var id = await ReadAsync(http, Documents.Pdf("Ada Beispiel", "ada.beispiel@post.example"), "ada.pdf");
        using var web = await WebClient.SignInAsync(api.Address, email);

        var refusal = await RefusalAsync(web, PathOf(id));

        refusal.ShouldBe((503, "unavailable", "This server cannot draw pages at the moment.", 60), "it may be able to in a minute");
        (await (await web.GetAsync($"/cvs/{id}")).Content.ReadAsStringAsync()).ShouldContain("Ada Beispiel");
        await Eventually.TrueAsync(() => api.Log.Contains("No page can be drawn", StringComparison.Ordinal));
    }

    /// <summary>
    /// From request to PNG, of documents in turn, as many people look at many CVs: what draws reads each anew. Each document is parsed once and then copied, for a
    /// picture is kept and a copy's is not. Figures: <c>docs/benchmarks/pictures.md</c>.
    /// </summary>
    [Fact]
    [Trait("Category", "Long")]
    public async Task How_long_the_first_picture_of_a_CV_takes_on_a_warm_server()
    {
        const int unmeasured = 10, measured = 30;
        await using var site = await Site.OpenAsync();
        await using var api = await site.ApiAsync();
        var (account, email) = await site.PersonAsync();
        using var http = api.Client(account.Key);
        var onePage = Corpus("en-GB-nurse--theme-kendall.pdf");
        (string Name, byte[] File)[] documents =
        [
            ("PDF of 1 page", onePage), ("PDF of 5 pages, the first", PdfMerger.Merge([.. Enumerable.Repeat(onePage, 5)])),
            ("scan: photocopy, PDF", Corpus("pl-ksiegowa--tex-article-2--photocopy-pdf.pdf")), ("DOCX: that it has none", Corpus("en-GB-nurse--docx-plain.docx")),
        ];
        var read = new Dictionary<string, Guid>();
        await using (var worker = await site.WorkerAsync())
        {
            foreach (var (name, file) in documents) read[name] = await ReadAsync(http, file, name);
        }
        using var web = await WebClient.SignInAsync(api.Address, email);
        var times = documents.ToDictionary(d => d.Name, _ => new List<double>());

        var first = await TimeAsync(web, PathOf(await site.CopyAsync(read["PDF of 1 page"], onePage)), HttpStatusCode.OK);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"PDF of 1 page, nothing drawn since the start of the server: {first:0} ms"));
        for (var round = 0; round < unmeasured + measured; round++)
        {
            foreach (var (name, file) in documents)
            {
                var copy = await site.CopyAsync(read[name], file);
                var time = await TimeAsync(web, PathOf(copy), name.StartsWith("DOCX", StringComparison.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.OK);
                if (round >= unmeasured) times[name].Add(time);
            }
        }
        foreach (var (name, of) in times) Tell(name, of);
        output.WriteLine($"load of the machine at the end: {await File.ReadAllTextAsync("/proc/loadavg")}");
    }

    private static async Task<(int Status, string Code, string Detail, int? RetrySeconds)> RefusalAsync(WebClient web, string path)
    {
        using var answer = await web.GetAsync(path);
        var body = await answer.JsonAsync();
        return ((int)answer.StatusCode, body.Text("code"), body.Text("detail"), (int?)answer.Headers.RetryAfter?.Delta?.TotalSeconds);
    }

    private static async Task<double> TimeAsync(WebClient web, string path, HttpStatusCode status)
    {
        var watch = Stopwatch.StartNew();
        using var answer = await web.GetAsync(path);
        await answer.Content.ReadAsByteArrayAsync();
        var time = watch.Elapsed.TotalMilliseconds;
        answer.StatusCode.ShouldBe(status, path);
        return time;
    }

    private void Tell(string what, List<double> times)
    {
        times.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what}: p50 {times[times.Count / 2]:0} ms, p95 {times[(int)Math.Ceiling(times.Count * 0.95) - 1]:0}, least {times[0]:0}, longest {times[^1]:0}, {times.Count} pictures"));
    }

    private static string PathOf(Guid id, int page = 1) => $"/cvs/{id}/pages/{page}.png";

    private static async Task<Guid> ReadAsync(HttpClient http, byte[] file, string name)
    {
        using var answer = await http.UploadAsync(Uploads.Form(file, name));
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, name);
        var id = Guid.Parse((await answer.JsonAsync()).Text("asset_id"));
        (await http.FinalStatusAsync(id)).Text("status").ShouldBe("completed", name);
        return id;
    }

    private static byte[] Corpus(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Resumai.slnx"))) folder = folder.Parent!;
        return File.ReadAllBytes(Path.Combine(folder.FullName, "corpus", "documents", name));
    }

    /// <summary>A database and files for servers of any role.</summary>
    private sealed class Site(string data, ResumaiApp looking) : IAsyncDisposable
    {
        public static async Task<Site> OpenAsync()
        {
            var data = Directory.CreateTempSubdirectory("resumai-roles-").FullName;
            var site = new Site(data, await ResumaiApp.LookAsync(data, await Engine.Sqlite.CreateAsync(data)));
            await site._looking.UserAsync(isOperator: true);
            return site;
        }

        private readonly ResumaiApp _looking = looking;

        public Task<ResumaiProcess> ApiAsync(params (string, string)[] settings) => ResumaiProcess.ServeAsync(data, [("Role", "api"), .. settings]);

        public Task<ResumaiProcess> WorkerAsync() => ResumaiProcess.ServeAsync(data, ("Role", "worker"));

        public async Task<(TestAccount Account, string Email)> PersonAsync()
        {
            var account = await _looking.AccountAsync(credits: 20);
            return (account, (await _looking.UserAsync(accountId: account.Id)).Email);
        }

        /// <summary>The same CV once more, as another asset of the account, that nobody has looked at.</summary>
        public async Task<Guid> CopyAsync(Guid id, byte[] document)
        {
            var files = _looking.Services.GetRequiredService<IFileStore>();
            var copy = Guid.CreateVersion7();
            await using (var incoming = files.Receive())
            {
                await incoming.WriteAsync(document, CancellationToken.None);
                await files.KeepAsync(incoming, copy, CancellationToken.None);
            }
            await _looking.WriteAsync(async db =>
            {
                var (asset, master) = (await db.Assets.AsNoTracking().SingleAsync(a => a.Id == id), await db.Masters.AsNoTracking().SingleAsync(m => m.AssetId == id));
                db.Assets.Add(new Asset
                {
                    Id = copy, AccountId = asset.AccountId, Environment = asset.Environment, ParentTaskId = Guid.CreateVersion7(), Filename = asset.Filename, FilenameFolded = asset.FilenameFolded,
                    ContentType = asset.ContentType, SizeBytes = document.Length, PageCount = asset.PageCount, Sha256 = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)),
                    TagsJson = asset.TagsJson, Status = asset.Status, UploadedAt = asset.UploadedAt, CompletedAt = asset.CompletedAt,
                });
                db.Masters.Add(new MasterRow { AssetId = copy, AccountId = master.AccountId, Record = master.Record, Revision = master.Revision, UpdatedAt = master.UpdatedAt });
                return await db.SaveChangesAsync();
            });
            return copy;
        }

        public async ValueTask DisposeAsync()
        {
            await _looking.DisposeAsync();
            Directory.Delete(data, recursive: true);
        }
    }
}
