using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using Resumai.Master;
using Resumai.Server.Data;
using Resumai.Server.Data.Exports;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Data;

public abstract class DisplayExportTests(Engine engine, SharedServer shared) : EngineTests(engine)
{
    public sealed class OnSqlite(SharedApp shared) : DisplayExportTests(Engine.Sqlite, shared), IClassFixture<SharedApp>;

    public sealed class OnPostgres(SharedPostgresApp shared) : DisplayExportTests(Engine.Postgres, shared), IClassFixture<SharedPostgresApp>;

    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private ResumaiApp App => shared.App;

    [Fact]
    public async Task Csv_is_rfc_4180_with_a_byte_order_mark()
    {
        var account = await App.AccountAsync();
        var quoted = new SeededCv(new MasterRecord
        {
            Contact = new Contact { FullName = "Åsa \"Ace\" Björk, Ph.D.", Headline = "two\r\nlines" },
            Skills = [new Skill { Name = "Σχέδιο" }, new Skill { Name = "C#" }],
            Confidence = 0.25,
        });
        await App.SeedAsync(account, quoted);

        using var response = await account.Http.GetAsync("data/display?format=csv&columns=full_name,headline,skills,experience_years,confidence,uploaded_at");
        var bytes = await response.Content.ReadAsByteArrayAsync();

        bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        Encoding.UTF8.GetString(bytes[3..]).ShouldBe(
            "full_name,headline,skills,experience_years,confidence,uploaded_at\r\n" +
            "\"Åsa \"\"Ace\"\" Björk, Ph.D.\",\"two\r\nlines\",Σχέδιο; C#,,0.25,2026-05-01T08:00:00Z\r\n");
        response.Header("Content-Type").ShouldBe("text/csv; charset=utf-8; header=present");
        response.Header("Content-Disposition").ShouldBe($"attachment; filename=\"display-{App.Time.GetUtcNow():yyyy-MM-dd}.csv\"");
        response.Header("Cache-Control").ShouldBe("no-store");
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49 not a number", "'+49 not a number")]
    [InlineData("+4915123456789", "+4915123456789")]
    [InlineData("+1234567", "+1234567")]
    [InlineData("+123456", "'+123456")]
    [InlineData("+1234567890123456", "'+1234567890123456")]
    [InlineData("+0123456789", "'+0123456789")]
    [InlineData("-2", "'-2")]
    [InlineData("@sum", "'@sum")]
    [InlineData("'=1", "'=1")]
    [InlineData("a=1", "a=1")]
    [InlineData("=a,b", "\"'=a,b\"")]
    public async Task A_cell_that_a_spreadsheet_would_run_is_defused_in_csv_and_a_text_in_xlsx(string value, string cell)
    {
        var account = await App.AccountAsync();
        await App.SeedAsync(account, new SeededCv(new MasterRecord { Contact = new Contact { FullName = value }, Skills = [new Skill { Name = value }] }));

        (await account.Http.GetStringAsync("data/display?format=csv&columns=full_name,skills")).TrimStart('\uFEFF').ShouldBe($"full_name,skills\r\n{cell},{cell}\r\n");
        var book = await account.Http.GetByteArrayAsync("data/display?format=xlsx&columns=full_name,skills");
        Cells(book)[1].ShouldBe([value, value]);
        Sheet(book).ShouldNotContain("<x:f>");
    }

    [Fact]
    public async Task A_tab_or_carriage_return_at_the_start_is_defused_wherever_text_comes_from()
    {
        var account = await App.AccountAsync();
        await App.SeedAsync(account, new SeededCv(new MasterRecord()) { Filename = "\tcv.pdf", Tags = ["\r=tag"] });

        (await account.Http.GetStringAsync("data/display?format=csv&columns=filename,tags")).TrimStart('\uFEFF').ShouldBe("filename,tags\r\n'\tcv.pdf,\"'\r=tag\"\r\n");
    }

    [Fact]
    public async Task Csv_shows_every_column_as_the_contract_says()
    {
        var account = await App.AccountAsync();
        var id = await App.SeedAsync(account, People.Zoe);

        var lines = (await account.Http.GetStringAsync("data/display?format=csv")).TrimStart('\uFEFF').Split("\r\n");

        lines[0].ShouldBe("asset_id,filename,uploaded_at,tags,language,full_name,headline,email,phone,city,region,country_code,current_title,current_employer,"
            + "experience_years,highest_degree_level,last_degree,last_institution,skills,languages,linkedin_url,confidence,warnings_count");
        lines[1].ShouldBe($"{id},Ångström.pdf,2026-01-01T00:00:00Z,hot; stockholm,sv,Zoë Ångström,Utvecklare,zoe.angstrom@post.example,+46701234567,Malmö,Skåne,SE,"
            + "Senior C# Developer,Blå Bageri AB,11.9,master,Civilingenjör,Lärosätet i Lund,C#; .NET; Kubernetes,sv:native; en:C1; de:B1,"
            + "https://linkedin.example/in/zoe,0.95,1");
        lines.Length.ShouldBe(3);
    }

    [Fact]
    public async Task A_language_without_code_or_level_still_shows()
    {
        var account = await App.AccountAsync();
        await App.SeedAsync(account, [People.Emile, People.Karl]);

        (await account.Http.GetStringAsync("data/display?format=csv&columns=languages&sort=uploaded_at")).TrimStart('\uFEFF')
            .ShouldBe("languages\r\nfr:native; en:B2; Patois\r\nde:native; nl\r\n");
    }

    [Fact]
    public async Task Ndjson_is_the_json_row_a_line()
    {
        var account = await App.AccountAsync();
        await App.SeedAsync(account, People.All);

        using var response = await account.Http.GetAsync("data/display?format=ndjson&sort=full_name");
        var lines = (await response.Content.ReadAsStringAsync()).Split('\n');

        lines[^1].ShouldBe("");
        lines[..^1].Select(l => JsonNode.Parse(l)!.ToJsonString()).ShouldBe((await account.Http.RowsAsync("sort=full_name")).Select(r => r.ToJsonString()));
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/x-ndjson");
    }

    [Fact]
    public async Task Xlsx_cells_have_types()
    {
        var account = await App.AccountAsync();
        await App.SeedAsync(account, People.Zoe);

        using var response = await account.Http.GetAsync("data/display?format=xlsx&columns=full_name,experience_years,confidence,warnings_count,uploaded_at,email,last_degree,phone");
        var book = await response.Content.ReadAsByteArrayAsync();
        var rows = Cells(book);

        response.Content.Headers.ContentType!.MediaType.ShouldBe(Xlsx);
        response.Header("Content-Disposition").ShouldEndWith(".xlsx\"");
        rows[0].ShouldBe(["full_name", "experience_years", "confidence", "warnings_count", "uploaded_at", "email", "last_degree", "phone"]);
        rows[1].ShouldBe(["Zoë Ångström", 11.9, 0.95, 1.0, new DateTime(2026, 1, 1), "zoe.angstrom@post.example", "Civilingenjör", "+46701234567"]);
        rows.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Nothing_found_is_a_table_with_a_header_only()
    {
        var account = await App.AccountAsync();

        (await account.Http.GetStringAsync("data/display?format=csv&columns=full_name,city")).TrimStart('\uFEFF').ShouldBe("full_name,city\r\n");
        (await account.Http.GetStringAsync("data/display?format=ndjson")).ShouldBe("");
        Cells(await account.Http.GetByteArrayAsync("data/display?format=xlsx&columns=full_name,city")).ShouldBe([["full_name", "city"]]);
    }

    [Fact]
    public async Task Text_that_xml_cannot_hold_does_not_break_the_workbook()
    {
        var account = await App.AccountAsync();
        await App.SeedAsync(account, new SeededCv(new MasterRecord { Contact = new Contact { FullName = "a\u0001<b>&\uFFFF", Headline = new string('x', 40_000) } }));

        var cells = Cells(await account.Http.GetByteArrayAsync("data/display?format=xlsx&columns=full_name,headline"))[1];

        ((string)cells[0]!).ShouldStartWith("a");
        ((string)cells[0]!).ShouldContain("<b>&");
        ((string)cells[1]!).Length.ShouldBe(32_767);
    }

    [Fact]
    public async Task A_workbook_goes_on_in_further_sheets_when_one_is_full()
    {
        var account = await App.AccountAsync();
        await App.SeedAsync(account, Enumerable.Range(0, 5).Select(i => People.Unread with { Filename = $"{i}.pdf" }));
        var rows = await App.ReadAsync(db => db.DisplayRows.Where(r => r.AccountId == account.Id).OrderBy(r => r.Filename).ToListAsync());

        using var file = new MemoryStream();
        await XlsxExport.WriteBookAsync(file, [DisplayColumn.Named("filename")!], rows, rows.Count, rowsOfASheet: 2, CancellationToken.None);

        MiniExcel.GetSheetNames(file).ShouldBe(["CVs", "CVs 2", "CVs 3"]);
        var cells = MiniExcel.GetSheetNames(file).SelectMany(s => MiniExcel.Query(file, sheetName: s).Select(r => (object?)((IDictionary<string, object?>)r).Values.Single()));
        cells.ShouldBe(["filename", "0.pdf", "1.pdf", "filename", "2.pdf", "3.pdf", "filename", "4.pdf"]);
    }

    [Theory]
    [InlineData(null, "*/*", "application/json")]
    [InlineData(null, null, "application/json")]
    [InlineData(null, "text/csv", "text/csv")]
    [InlineData(null, "text/*;q=0.5, application/x-ndjson;q=0.4", "text/csv")]
    [InlineData(null, Xlsx, Xlsx)]
    [InlineData(null, "text/html, application/x-ndjson;q=0.1", "application/x-ndjson")]
    [InlineData(null, "text/html,application/xhtml+xml,*/*;q=0.8", "application/json")]
    [InlineData("csv", "application/json", "text/csv")]
    [InlineData("json", "text/html", "application/json")]
    public async Task Format_beats_accept(string? format, string? accept, string expected)
    {
        var account = await App.AccountAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "data/display" + (format is null ? "" : $"?format={format}"));
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);

        using var response = await account.Http.SendAsync(request);

        ((int)response.StatusCode).ShouldBe(200);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(expected);
    }

    [Fact]
    public async Task What_cannot_be_given_is_406()
    {
        var account = await App.AccountAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "data/display");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));

        using var response = await account.Http.SendAsync(request);

        await response.ShouldBeProblemAsync(406, "not_acceptable");
    }

    [Theory]
    [InlineData("json")]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("ndjson")]
    public async Task Head_is_get_without_a_body(string format)
    {
        var account = await App.AccountAsync();
        await App.SeedAsync(account, People.Zoe);
        using var get = await account.Http.GetAsync($"data/display?format={format}");

        using var head = await account.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"data/display?format={format}"));

        ((int)head.StatusCode).ShouldBe(200);
        (await head.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        head.Header("Content-Type").ShouldBe(get.Header("Content-Type"));
        head.Header("Content-Disposition").ShouldBe(get.Header("Content-Disposition"));
    }

    [Fact]
    public async Task With_a_limit_an_export_is_one_page_and_link_leads_on()
    {
        var account = await App.AccountAsync();
        await App.SeedAsync(account, Enumerable.Range(0, 5).Select(i => People.Unread with { Filename = $"{i}.pdf" }));
        var read = new List<string>();
        var address = "data/display?format=csv&columns=filename&sort=filename&limit=2";

        for (var pages = 0; pages < 3; pages++)
        {
            using var response = await account.Http.GetAsync(address);
            read.AddRange((await response.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..]);
            if (response.Header("Link") is not { } link) break;
            link.ShouldEndWith(">; rel=\"next\"");
            address = link[1..link.IndexOf('>')];
        }

        read.ShouldBe(["0.pdf", "1.pdf", "2.pdf", "3.pdf", "4.pdf"]);
    }

    [Fact]
    public async Task Without_a_limit_an_export_after_a_cursor_brings_all_the_rest()
    {
        var account = await App.AccountAsync();
        await App.SeedAsync(account, Enumerable.Range(0, 5).Select(i => People.Unread with { Filename = $"{i}.pdf" }));
        var cursor = (string)(await account.Http.PageAsync("sort=-filename&limit=2"))["next_cursor"]!;

        var rest = await account.Http.GetStringAsync($"data/display?sort=-filename&format=csv&columns=filename&cursor={cursor}");

        rest.TrimStart('\uFEFF').ShouldBe("filename\r\n2.pdf\r\n1.pdf\r\n0.pdf\r\n");
    }

    [Fact]
    public async Task An_export_shows_one_moment_whatever_is_written_meanwhile()
    {
        var account = await App.AccountAsync();
        // Rows so large that most of them cannot have left the server before the client reads.
        var large = new SeededCv(new MasterRecord { Contact = new Contact { Headline = new string('x', 60_000) } });
        var before = await App.SeedAsync(account, Enumerable.Repeat(large, 400));
        using var response = await account.Http.GetAsync("data/display?format=ndjson&columns=asset_id,headline", HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        var lines = new List<string> { (await reader.ReadLineAsync())! };

        await App.SeedAsync(account, Enumerable.Repeat(People.Unread, 20));
        await App.WriteAsync(db => db.Assets.Where(a => before.Contains(a.Id)).ExecuteDeleteAsync());
        while (await reader.ReadLineAsync() is { } line) lines.Add(line);

        lines.Select(l => Guid.Parse((string)JsonNode.Parse(l)!["asset_id"]!)).ShouldBe(before, ignoreOrder: true);
        (await account.Http.RowsAsync("columns=asset_id")).Count.ShouldBe(20);
    }

    [Fact]
    public async Task No_export_leaves_a_file_behind()
    {
        var account = await App.AccountAsync();
        await App.SeedAsync(account, People.All);

        await account.Http.GetByteArrayAsync("data/display?format=xlsx");

        Directory.GetFiles(App.DataFolder, "export-*").ShouldBeEmpty();
    }

    private static List<object?[]> Cells(byte[] book) =>
        [.. MiniExcel.Query(new MemoryStream(book)).Select(row => ((IDictionary<string, object?>)row).Values.ToArray())];

    private static string Sheet(byte[] book)
    {
        using var zip = new ZipArchive(new MemoryStream(book));
        using var reader = new StreamReader(zip.Entries.Single(e => e.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal)).Open());
        return reader.ReadToEnd();
    }
}
