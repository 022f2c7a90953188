using System.Text.Json.Nodes;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Resumai.Master;
using Resumai.Server.Tests.Data;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Lists;

public abstract class PagingTests(Engine engine, SharedServer shared) : EngineTests(engine)
{
    public sealed class OnSqlite(SharedApp shared) : PagingTests(Engine.Sqlite, shared), IClassFixture<SharedApp>;

    public sealed class OnPostgres(SharedPostgresApp shared) : PagingTests(Engine.Postgres, shared), IClassFixture<SharedPostgresApp>;

    private ResumaiApp App => shared.App;

    private sealed record Row(string? Name, int? Months, int Day);

    private static readonly Gen<Row> Rows = Gen.Select(
        Gen.OneOf<string?>(null, "anna", "Anna", "Ánna", "bob", "", "z", "ß", "日本"), Gen.OneOf<int?>(null, 0, 5, 6, 12, 13, 400), Gen.Int[1, 3],
        (name, months, day) => new Row(name, months, day));

    [Fact]
    public Task Pages_are_the_sorted_list_cut_into_pieces() =>
        Gen.Select(Rows.Array[0, 25], Gen.OneOf("full_name", "-full_name", "experience_years", "-experience_years", "uploaded_at", "-uploaded_at"), Gen.Int[1, 8])
            .SampleAsync(async (rows, sort, limit) =>
            {
                var account = await App.AccountAsync();
                await App.SeedAsync(account, rows.Select(CvOf));

                var paged = await WalkAsync(account, $"sort={sort}&limit={limit}");

                var all = (await account.Http.PageAsync("limit=200"))["items"]!.AsArray().Select(i => i!).ToList();
                all.Count.ShouldBe(rows.Length);
                paged.Select(Id).ShouldBe(Sorted(all, sort).Select(Id));
            }, iter: 25, threads: 1);

    [Theory]
    [InlineData("-uploaded_at")]
    [InlineData("full_name")]
    [InlineData("-experience_years")]
    public async Task A_row_that_stays_comes_exactly_once_however_many_come_and_go(string sort)
    {
        var account = await App.AccountAsync();
        var random = new Random(7);
        SeededCv Any() => CvOf(new Row(random.Next(4) == 0 ? null : $"name {random.Next(20)}", random.Next(4) == 0 ? null : random.Next(100), random.Next(1, 28)));
        var stay = await App.SeedAsync(account, Enumerable.Range(0, 60).Select(_ => Any()));
        var leave = await App.SeedAsync(account, Enumerable.Range(0, 30).Select(_ => Any()));
        var read = new List<JsonNode>();
        string? cursor = null;
        var turn = 0;

        do
        {
            var page = await account.Http.PageAsync($"sort={sort}&limit=7", cursor);
            read.AddRange(page["items"]!.AsArray().Select(i => i!));
            cursor = (string?)page["next_cursor"];
            // Rows come and go before, at and after the place where the next page begins.
            await App.SeedAsync(account, [Any(), Any()]);
            var gone = leave.Skip(turn * 2).Take(2).ToList();
            await App.WriteAsync(db => db.Assets.Where(a => gone.Contains(a.Id)).ExecuteDeleteAsync());
        }
        while (cursor is not null && ++turn < 60);

        cursor.ShouldBeNull();
        turn.ShouldBeGreaterThan(8);
        read.Select(Id).Distinct().Count().ShouldBe(read.Count, "no row comes twice");
        stay.Select(s => s.ToString()).Except(read.Select(Id)).ShouldBeEmpty("no row that stays is missed");
        read.Select(Id).ShouldBe(Sorted(read, sort).Select(Id));
    }

    [Fact]
    public async Task Writers_at_the_same_time_neither_hide_nor_double_a_row()
    {
        var account = await App.AccountAsync();
        var stay = await App.SeedAsync(account, Enumerable.Range(0, 120).Select(i => CvOf(new Row($"name {i % 10}", i, (i % 27) + 1))));
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 2_000 && !stop.IsCancellationRequested; i++)
            {
                var ids = await App.SeedAsync(account, [CvOf(new Row($"name {i % 10}", i % 120, (i % 27) + 1)), CvOf(new Row(null, null, 3))]);
                if (i % 2 == 0) await App.WriteAsync(db => db.Assets.Where(a => ids.Contains(a.Id)).ExecuteDeleteAsync());
            }
        });

        foreach (var sort in new[] { "full_name", "-full_name", "-uploaded_at", "experience_years" })
        {
            var read = (await WalkAsync(account, $"sort={sort}&limit=20", pages: 500)).Select(Id).ToList();
            read.Distinct().Count().ShouldBe(read.Count);
            stay.Select(s => s.ToString()).Except(read).ShouldBeEmpty();
        }
        await stop.CancelAsync();
        await writing;
    }

    [Theory]
    [InlineData("limit=2&columns=full_name&format=json", true)]
    [InlineData("limit=200", true)]
    [InlineData("limit=2&sort=-uploaded_at", true)]
    [InlineData("limit=2&sort=uploaded_at", false)]
    [InlineData("limit=2&sort=-full_name", false)]
    [InlineData("limit=2&q=anna", false)]
    [InlineData("limit=2&min_confidence=0", false)]
    public async Task A_cursor_goes_on_in_its_own_list_only(string query, bool sameList)
    {
        var account = await App.AccountAsync();
        await App.SeedAsync(account, Enumerable.Range(1, 5).Select(day => CvOf(new Row("anna", 1, day))));
        var cursor = (string)(await account.Http.PageAsync("limit=2"))["next_cursor"]!;

        using var response = await account.Http.GetAsync(DisplayClient.Address(query, cursor));

        if (sameList) ((int)response.StatusCode).ShouldBe(200);
        else (await response.ShouldBeProblemAsync(400, "cursor_mismatch"))["errors"]![0]!.Text("field").ShouldBe("cursor");
    }

    [Fact]
    public async Task A_cursor_is_bound_to_its_filters_not_to_how_they_are_written()
    {
        var account = await App.AccountAsync();
        await App.SeedAsync(account, Enumerable.Range(1, 5).Select(day => CvOf(new Row("anna", 1, day)) with { Tags = ["a", "b"] }));
        var cursor = (string)(await account.Http.PageAsync("limit=2&tag=a&tag=b&q=anna"))["next_cursor"]!;

        (await account.Http.PageAsync("q=anna&tag=b&tag=a&limit=1", cursor))["items"]!.AsArray().Count.ShouldBe(1);
        using var other = await account.Http.GetAsync(DisplayClient.Address("limit=2&tag=a&q=anna", cursor));
        await other.ShouldBeProblemAsync(400, "cursor_mismatch");
    }

    [Fact]
    public async Task A_cursor_of_another_account_or_environment_is_a_mismatch()
    {
        var account = await App.AccountAsync();
        await App.SeedAsync(account, Enumerable.Range(1, 3).Select(day => CvOf(new Row("anna", 1, day))));
        var cursor = (string)(await account.Http.PageAsync("limit=2"))["next_cursor"]!;
        var stranger = await App.AccountAsync();
        var test = App.Client((await App.KeyAsync(account.Id, "test")).Text);

        foreach (var http in new[] { stranger.Http, test })
        {
            using var response = await http.GetAsync(DisplayClient.Address("limit=2", cursor));
            await response.ShouldBeProblemAsync(400, "cursor_mismatch");
        }
    }

    [Fact]
    public async Task Garbage_and_changed_cursors_are_invalid()
    {
        var account = await App.AccountAsync();
        await App.SeedAsync(account, Enumerable.Range(1, 3).Select(day => CvOf(new Row("anna", 1, day))));
        var cursor = (string)(await account.Http.PageAsync("limit=2"))["next_cursor"]!;
        string[] broken = ["x", "%00", "AAAA", cursor[..^1], cursor + "A", (cursor[0] == 'A' ? "B" : "A") + cursor[1..],
            cursor[..60] + (cursor[60] == 'A' ? "B" : "A") + cursor[61..], cursor.ToUpperInvariant(), new string('A', 4_000), Uri.EscapeDataString("' OR 1=1 --")];

        foreach (var text in broken)
        {
            using var response = await account.Http.GetAsync(DisplayClient.Address("limit=2", text));
            (await response.ShouldBeProblemAsync(400, "invalid_cursor"))["errors"]![0]!.Text("field").ShouldBe("cursor");
        }
    }

    [Fact]
    public async Task A_cursor_outlives_the_server_that_wrote_it()
    {
        await using var app = await StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync();
        await app.SeedAsync(account, Enumerable.Range(1, 3).Select(day => CvOf(new Row("anna", 1, day))));
        var cursor = (string)(await account.Http.PageAsync("limit=2"))["next_cursor"]!;

        await app.RestartAsync();

        (await account.Http.PageAsync("limit=2", cursor))["items"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_page_tells_the_total_and_links_to_the_next()
    {
        var account = await App.AccountAsync();
        await App.SeedAsync(account, Enumerable.Range(1, 5).Select(day => CvOf(new Row($"n{day}", 1, day))));

        using var first = await account.Http.GetAsync("data/display?sort=full_name&limit=3&q=n*");
        var page = await first.JsonAsync();
        var link = first.Header("Link")!;
        using var second = await account.Http.GetAsync(link[1..link.IndexOf('>')]);
        var last = await second.JsonAsync();

        page.AsObject().Select(p => p.Key).ShouldBe(["items", "next_cursor", "total", "total_exact"]);
        (page["total"]!.GetValue<int>(), page["total_exact"]!.GetValue<bool>()).ShouldBe((5, true));
        (last["total"]!.GetValue<int>(), last["total_exact"]!.GetValue<bool>()).ShouldBe((5, true));
        last["items"]!.AsArray().Select(i => i!.Name()).ShouldBe(["n4", "n5"]);
        last["next_cursor"].ShouldBeNull();
        second.Header("Link").ShouldBeNull();
        link.ShouldStartWith("</api/v1/data/display?");
    }

    [Fact]
    public async Task Counting_stops_at_ten_thousand()
    {
        var account = await App.AccountAsync();
        var first = await App.SeedAsync(account, CvOf(new Row("anna", 1, 1)));

        // Copies of one real row: ten thousand CVs of their own would take a minute.
        await CopyAsync(first, from: 1, to: 10_000);
        var exact = await account.Http.PageAsync("limit=1");
        await CopyAsync(first, from: 10_000, to: 10_001);
        var more = await account.Http.PageAsync("limit=1");

        (exact["total"]!.GetValue<int>(), exact["total_exact"]!.GetValue<bool>()).ShouldBe((10_000, true));
        (more["total"]!.GetValue<int>(), more["total_exact"]!.GetValue<bool>()).ShouldBe((10_000, false));
    }

    private Task CopyAsync(Guid asset, int from, int to) => App.WriteAsync(async db =>
    {
        await db.Database.ExecuteSqlAsync($"CREATE TEMP TABLE an_asset AS SELECT * FROM assets WHERE id = {asset}");
        await db.Database.ExecuteSqlAsync($"CREATE TEMP TABLE a_row AS SELECT * FROM display_rows WHERE asset_id = {asset}");
        foreach (var ids in Enumerable.Range(0, to - from).Select(_ => Guid.CreateVersion7().ToString().ToUpperInvariant()).Chunk(500))
        {
            // As one command: forty thousand ways to the database took most of the time.
            await db.Database.ExecuteSqlRawAsync(string.Concat(ids.Select(id =>
                $"UPDATE an_asset SET id = '{id}', parent_task_id = '{id}', sha256 = '{id}'; UPDATE a_row SET asset_id = '{id}'; INSERT INTO assets SELECT * FROM an_asset; INSERT INTO display_rows SELECT * FROM a_row;")));
        }
        await db.Database.ExecuteSqlAsync($"DROP TABLE an_asset");
        return await db.Database.ExecuteSqlAsync($"DROP TABLE a_row");
    });

    private static SeededCv CvOf(Row row) => new(new MasterRecord { Contact = new Contact { FullName = row.Name }, Totals = new Totals(row.Months) })
    {
        UploadedAt = new DateTime(2026, 1, row.Day, 0, 0, 0, DateTimeKind.Utc),
    };

    private static async Task<List<JsonNode>> WalkAsync(TestAccount account, string query, int pages = 40)
    {
        var rows = new List<JsonNode>();
        string? cursor = null;
        for (var i = 0; i < pages; i++)
        {
            var page = await account.Http.PageAsync(query, cursor);
            rows.AddRange(page["items"]!.AsArray().Select(n => n!));
            cursor = (string?)page["next_cursor"];
            if (cursor is null) return rows;
        }
        throw new InvalidOperationException("There is no end to the pages.");
    }

    private static string Id(JsonNode row) => (string)row["asset_id"]!;

    /// <summary>The order as the contract words it, worked out anew: value, gaps last, ties by id in the same direction.</summary>
    private static IEnumerable<JsonNode> Sorted(IEnumerable<JsonNode> rows, string sort)
    {
        var column = sort.TrimStart('-');
        object? Key(JsonNode row) => row[column] switch
        {
            null => null,
            var value when column == "experience_years" => (double)value,
            var value when column == "full_name" => Text.UnicodeText.Fold((string)value!),
            var value => (string)value!,
        };
        var keyed = rows.Select(r => (Row: r, Key: Key(r))).ToList();
        var values = Comparer<object?>.Create((a, b) => a is string text ? string.CompareOrdinal(text, (string)b!) : ((double)a!).CompareTo((double)b!));
        var present = keyed.Where(k => k.Key is not null);
        var absent = keyed.Where(k => k.Key is null);
        return sort[0] == '-'
            ? present.OrderByDescending(k => k.Key, values).ThenByDescending(k => Id(k.Row), StringComparer.Ordinal)
                .Concat(absent.OrderByDescending(k => Id(k.Row), StringComparer.Ordinal)).Select(k => k.Row)
            : present.OrderBy(k => k.Key, values).ThenBy(k => Id(k.Row), StringComparer.Ordinal)
                .Concat(absent.OrderBy(k => Id(k.Row), StringComparer.Ordinal)).Select(k => k.Row);
    }
}
