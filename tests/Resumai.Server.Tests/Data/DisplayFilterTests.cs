using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Data;

public abstract class DisplayFilterTests(Engine engine, DisplayFilterTests.Filled filled) : EngineTests(engine)
{
    public sealed class OnSqlite(OnSqlite.Rows rows) : DisplayFilterTests(Engine.Sqlite, rows), IClassFixture<OnSqlite.Rows>
    {
        public sealed class Rows() : Filled(Engine.Sqlite);
    }

    public sealed class OnPostgres(OnPostgres.Rows rows) : DisplayFilterTests(Engine.Postgres, rows), IClassFixture<OnPostgres.Rows>
    {
        public sealed class Rows() : Filled(Engine.Postgres);
    }

    /// <summary>An account with the four people, beside others that must never show.</summary>
    public abstract class Filled(Engine engine) : SharedServer(engine)
    {
        public TestAccount Account { get; private set; } = null!;

        protected override async Task FillAsync()
        {
            Account = await App.AccountAsync();
            await App.SeedAsync(Account, People.All);
            await App.SeedAsync(Account, People.All.Select(p => p with { Environment = "test" }));
            await App.SeedAsync(await App.AccountAsync(), People.All);
        }
    }

    [Theory]
    [InlineData("", "Z E K -")]
    [InlineData("tag=hot", "Z E")]
    [InlineData("tag=hot&tag=stockholm", "Z")]
    [InlineData("tag=HOT", "")]
    [InlineData("skill=c%23", "Z")]
    [InlineData("skill=C", "")]
    [InlineData("skill=K8S", "Z")]
    [InlineData("skill=kubernetes", "Z")]
    [InlineData("skill=c%23&skill=.net", "Z")]
    [InlineData("skill=c%23&skill=c%2B%2B", "")]
    [InlineData("skill=%20qt%20", "E")]
    [InlineData("language=de", "Z K")]
    [InlineData("language=DE:b1", "Z K")]
    [InlineData("language=de:B2", "K")]
    [InlineData("language=en:B2", "Z E")]
    [InlineData("language=en:C2", "")]
    [InlineData("language=sv:native", "Z")]
    [InlineData("language=nl", "K")]
    [InlineData("language=nl:A1", "")]
    [InlineData("country=se", "Z")]
    [InlineData("country=FR", "E")]
    [InlineData("city=malm%C3%B6", "Z K")]
    [InlineData("city=malm", "")]
    [InlineData("title=DEVELOP", "Z E")]
    [InlineData("title=c%2B%2B", "E")]
    [InlineData("title=%25", "")]
    [InlineData("employer=bla%20bag", "Z")]
    [InlineData("employer=dubois", "E")]
    [InlineData("min_experience_years=2.5", "Z E K")]
    [InlineData("min_experience_years=2.51", "Z K")]
    [InlineData("min_experience_years=11.9", "Z")]
    [InlineData("min_experience_years=11.91", "")]
    [InlineData("max_experience_years=7", "E K")]
    [InlineData("max_experience_years=2.4", "")]
    [InlineData("min_experience_years=3&max_experience_years=8", "K")]
    [InlineData("min_degree_level=none", "Z E K")]
    [InlineData("min_degree_level=vocational", "Z E K")]
    [InlineData("min_degree_level=bachelor", "Z E")]
    [InlineData("min_degree_level=doctorate", "")]
    [InlineData("uploaded_after=2026-02-01T12:00:00Z", "E K -")]
    [InlineData("uploaded_before=2026-02-01T12:00:00Z", "Z")]
    [InlineData("uploaded_after=2026-02-01T13:00:00%2B01:00&uploaded_before=2026-03-01", "E")]
    [InlineData("uploaded_after=2026-03-01", "K -")]
    [InlineData("min_confidence=0.8", "Z E")]
    [InlineData("min_confidence=0", "Z E K -")]
    [InlineData("q=ANGSTROM", "Z")]
    [InlineData("q=angstr*", "Z")]
    [InlineData("q=angstr", "")]
    [InlineData("q=c%23", "Z")]
    [InlineData("q=c%2B%2B", "Z E")]
    [InlineData("q=.net", "Z")]
    [InlineData("q=node.js", "Z")]
    [InlineData("q=c", "")]
    [InlineData("q=zoe.angstrom@post.example", "Z")]
    [InlineData("q=POST.example", "Z")]
    [InlineData("q=karl_kessler@kueche.example", "K")]
    [InlineData("q=kessler%20strassenfeste", "K")]
    [InlineData("q=kessler%20soudure", "")]
    [InlineData("q=stra%C3%9F*", "K")]
    [InlineData("q=stockholm", "Z")]
    [InlineData("q=kubernetes%20malmo", "Z")]
    [InlineData("q=scan.pdf", "-")]
    [InlineData("q=%22fonderie%22%20OR%20nothing", "")]
    [InlineData("q=fonderie%20AND*", "")]
    [InlineData("q=duboi*%20lyo*&tag=hot&language=fr:C2&min_confidence=0.5", "E")]
    public async Task A_filter_gives_the_rows_it_means(string query, string expected)
    {
        var rows = await filled.Account.Http.RowsAsync(query);

        var initials = rows.Select(r => r.Name() is { } name ? char.ToUpperInvariant(name[0] == 'é' ? 'e' : name[0]).ToString() : "-");
        initials.ShouldBe(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true);
    }

    [Theory]
    [InlineData("q", "q=%20%2A%20")]
    [InlineData("q", "q=")]
    [InlineData("q", "q=a&q=b")]
    [InlineData("tag", "tag=")]
    [InlineData("skill", "skill=%20")]
    [InlineData("language", "language=german")]
    [InlineData("language", "language=de:B7")]
    [InlineData("language", "language=de:B2:C1")]
    [InlineData("language", "language=de&language=en")]
    [InlineData("country", "country=DEU")]
    [InlineData("country", "country=1a")]
    [InlineData("city", "city=")]
    [InlineData("title", "title=a&title=b")]
    [InlineData("employer", "employer=%20")]
    [InlineData("min_experience_years", "min_experience_years=-1")]
    [InlineData("min_experience_years", "min_experience_years=two")]
    [InlineData("max_experience_years", "max_experience_years=1e1")]
    [InlineData("max_experience_years", "max_experience_years=NaN")]
    [InlineData("min_degree_level", "min_degree_level=phd")]
    [InlineData("uploaded_after", "uploaded_after=2026-02-01T12:00:00")]
    [InlineData("uploaded_before", "uploaded_before=yesterday")]
    [InlineData("min_confidence", "min_confidence=1.1")]
    [InlineData("sort", "sort=skills")]
    [InlineData("sort", "sort=--email")]
    [InlineData("sort", "sort=full_name,email")]
    [InlineData("sort", "sort=email&sort=city")]
    [InlineData("columns", "columns=full_name,shoe_size")]
    [InlineData("columns", "columns=email,email")]
    [InlineData("columns", "columns=")]
    [InlineData("format", "format=pdf")]
    [InlineData("limit", "limit=0")]
    [InlineData("limit", "limit=201")]
    [InlineData("limit", "limit=ten")]
    [InlineData("cursor", "cursor=")]
    [InlineData("filename", "filename=x")]
    [InlineData("Tag", "Tag=hot")]
    public async Task An_unknown_repeated_or_malformed_parameter_is_named(string parameter, string query)
    {
        using var response = await filled.Account.Http.GetAsync($"data/display?{query}");

        var problem = await response.ShouldBeProblemAsync(400, "invalid_request");
        problem["errors"]!.AsArray().Select(e => (string?)e!["field"]).ShouldBe([parameter]);
    }

    [Fact]
    public async Task The_longest_tag_that_may_be_given_can_be_asked_for()
    {
        var tag = string.Concat(Enumerable.Repeat("🧪", 64));
        var account = await filled.App.AccountAsync();
        await filled.App.SeedAsync(account, People.All[0] with { Tags = [tag] });

        (await account.Http.RowsAsync($"tag={Uri.EscapeDataString(tag)}")).Count.ShouldBe(1);
        (await (await account.Http.GetAsync($"files/assets?tag={Uri.EscapeDataString(tag)}")).JsonAsync())["total"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task A_test_key_sees_the_rows_of_its_environment_only()
    {
        var key = await filled.App.KeyAsync(filled.Account.Id, "test");
        var live = await filled.Account.Http.RowsAsync("columns=asset_id");

        var test = await filled.App.Client(key.Text).RowsAsync("columns=asset_id");

        test.Count.ShouldBe(4);
        test.Select(r => (string)r["asset_id"]!).Intersect(live.Select(r => (string)r["asset_id"]!)).ShouldBeEmpty();
        (await filled.App.Client(key.Text).RowsAsync("q=angstrom")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_key_without_the_scope_is_refused()
    {
        var key = await filled.App.KeyAsync(filled.Account.Id, scopes: ["files:read"]);

        using var response = await filled.App.Client(key.Text).GetAsync("data/display");

        (await response.ShouldBeProblemAsync(403, "insufficient_scope"))["scope"]!.GetValue<string>().ShouldBe("data:read");
    }
}
