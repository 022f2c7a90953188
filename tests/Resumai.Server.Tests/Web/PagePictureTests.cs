using System.Diagnostics;
using System.Globalization;
using System.Net;
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
        (await web.GetAsync(PathOf(pdf, 2))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await web.GetAsync(PathOf(docx))).StatusCode.ShouldBe(HttpStatusCode.NotFound, "it has no pages until somebody prints it");
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

        using var picture = await web.GetAsync(PathOf(id));

        picture.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await web.GetAsync($"/cvs/{id}")).Content.ReadAsStringAsync()).ShouldContain("Ada Beispiel");
        await Eventually.TrueAsync(() => api.Log.Contains("No page can be drawn", StringComparison.Ordinal));
    }

    /// <summary>How long a picture takes from request to PNG.</summary>
    [Fact]
    [Trait("Category", "Long")]
    public async Task How_long_the_first_picture_of_a_CV_takes()
    {
        const int people = 3;
        await using var site = await Site.OpenAsync();
        await using var worker = await site.WorkerAsync();
        var onePage = Corpus("en-GB-nurse--theme-kendall.pdf");
        (string Name, byte[] File)[] documents =
        [
            ("PDF of 1 page", onePage), ("PDF of 5 pages", PdfMerger.Merge([.. Enumerable.Repeat(onePage, 5)])),
            ("scan: photocopy, PDF", Corpus("pl-ksiegowa--tex-article-2--photocopy-pdf.pdf")), ("scan: fax, TIFF", Corpus("en-US-hvac--docx-messy-2--fax-tiff.tiff")),
            ("photo, JPEG", Corpus("nl-verkoop--docx-columns-2--photo-jpg.jpg")),
        ];
        // A picture is kept, so that each is asked for once: of somebody else's CV each time.
        var warm = documents.ToDictionary(d => d.Name, _ => new List<double>());
        var cold = new List<double>();
        for (var person = 0; person < people; person++)
        {
            var (account, email) = await site.PersonAsync();
            await using var api = await site.ApiAsync();
            using var http = api.Client(account.Key);
            var ids = new List<Guid>();
            foreach (var (name, file) in documents) ids.Add(await ReadAsync(http, file, name));
            var first = await ReadAsync(http, Documents.Pdf(), "cv.pdf");
            using var web = await WebClient.SignInAsync(api.Address, email);

            cold.Add(await TimeAsync(web, PathOf(first)));
            foreach (var (at, document) in documents.Index()) warm[document.Name].Add(await TimeAsync(web, PathOf(ids[at])));
        }

        Tell("PDF of 1 page, nothing drawn since the start of the server", cold);
        foreach (var (name, times) in warm) Tell(name, times);
    }

    private static async Task<double> TimeAsync(WebClient web, string path)
    {
        var watch = Stopwatch.StartNew();
        using var picture = await web.GetAsync(path);
        var bytes = await picture.Content.ReadAsByteArrayAsync();
        var time = watch.Elapsed.TotalMilliseconds;
        (picture.StatusCode, bytes.Length > 1000).ShouldBe((HttpStatusCode.OK, true), path);
        return time;
    }

    private void Tell(string what, List<double> times)
    {
        times.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: median {times[times.Count / 2]:0} ms, least {times[0]:0}, longest {times[^1]:0}"));
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

        public async ValueTask DisposeAsync()
        {
            await _looking.DisposeAsync();
            Directory.Delete(data, recursive: true);
        }
    }
}
