using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Resumai.Master;
using Resumai.Server.Data;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Data;

public abstract class DisplayRowTests(Engine engine, SharedServer shared) : EngineTests(engine)
{
    public sealed class OnSqlite(SharedApp shared) : DisplayRowTests(Engine.Sqlite, shared), IClassFixture<SharedApp>;

    public sealed class OnPostgres(SharedPostgresApp shared) : DisplayRowTests(Engine.Postgres, shared), IClassFixture<SharedPostgresApp>;

    private ResumaiApp App => shared.App;

    [Fact]
    public async Task A_row_is_the_record_laid_flat()
    {
        var account = await App.AccountAsync();
        var id = await App.SeedAsync(account, People.Zoe);

        var row = (await account.Http.RowsAsync()).Single();

        row.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).ShouldBe(
            $$"""
            {"asset_id":"{{id}}","filename":"Ångström.pdf","uploaded_at":"2026-01-01T00:00:00Z","tags":["hot","stockholm"],"language":"sv",
            "full_name":"Zoë Ångström","headline":"Utvecklare","email":"zoe.angstrom@post.example","phone":"+46701234567","city":"Malmö",
            "region":"Skåne","country_code":"SE","current_title":"Senior C# Developer","current_employer":"Blå Bageri AB",
            "experience_years":11.9,"highest_degree_level":"master","last_degree":"Civilingenjör","last_institution":"Lärosätet i Lund",
            "skills":["C#",".NET","Kubernetes"],"languages":[{"code":"sv","name":"Svenska","level":"native"},{"code":"en","name":"Engelska","level":"C1"},
            {"code":"de","name":"Tyska","level":"B1"}],"linkedin_url":"https://linkedin.example/in/zoe","confidence":0.95,"warnings_count":1}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task A_row_of_which_nothing_could_be_read_has_every_key()
    {
        var account = await App.AccountAsync();
        await App.SeedAsync(account, People.Unread);

        var row = (await account.Http.RowsAsync()).Single().AsObject();

        row.Count.ShouldBe(23);
        row.Where(p => p.Value is null).Select(p => p.Key).ShouldBe(["language", "full_name", "headline", "email", "phone", "city", "region", "country_code",
            "current_title", "current_employer", "experience_years", "highest_degree_level", "last_degree", "last_institution", "linkedin_url"]);
        row["skills"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Columns_come_as_asked_for_and_in_that_order()
    {
        var account = await App.AccountAsync();
        await App.SeedAsync(account, People.Karl);

        var row = (await account.Http.RowsAsync("columns=experience_years,full_name,skills")).Single();

        row.ToJsonString().ShouldBe("""{"experience_years":7,"full_name":"Karl Kessler","skills":["Kochen"]}""");
    }

    [Fact]
    public async Task Writing_a_record_again_replaces_its_row_and_its_words()
    {
        var account = await App.AccountAsync();
        var id = await App.SeedAsync(account, People.Karl);

        await App.WriteAsync(async db =>
        {
            await DisplayIndex.WriteAsync(db, await db.Assets.SingleAsync(a => a.Id == id), People.Emile.Record);
            return 0;
        });

        (await account.Http.RowsAsync("columns=full_name")).Select(r => r.Name()).ShouldBe(["émile dubois"]);
        (await account.Http.RowsAsync("q=kessler")).Count.ShouldBe(1, "the file is still called Kessler.pdf");
        (await account.Http.RowsAsync("q=strassenfeste")).ShouldBeEmpty();
        (await account.Http.RowsAsync("q=soudure&skill=qt&language=fr")).Count.ShouldBe(1);
        (await account.Http.RowsAsync("skill=kochen")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Null_characters_and_halves_of_characters_are_left_out_of_the_row()
    {
        var account = await App.AccountAsync();
        await App.SeedAsync(account, new SeededCv(new MasterRecord
        {
            Contact = new Contact { FullName = "An\0na \uD83D Beispiel 🙂", Headline = "\0" },
            Skills = [new Skill { Name = "C\0#" }, new Skill { Name = new string('x', 5_000) }],
            Text = "nul\0inside",
        }));

        var row = (await account.Http.RowsAsync("skill=c%23&q=nul*")).Single();

        row.Name().ShouldBe("Anna  Beispiel 🙂");
        row["headline"].ShouldBeNull();
        using var refused = await account.Http.GetAsync("data/display?q=a%00b");
        (await refused.ShouldBeProblemAsync(400, "invalid_request"))["errors"]![0]!.Text("field").ShouldBe("q");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_removed_asset_leaves_neither_row_nor_words(bool byCascade)
    {
        var account = await App.AccountAsync();
        var gone = await App.SeedAsync(account, People.Zoe);
        var stays = await App.SeedAsync(account, People.Zoe with { Filename = "other.pdf" });
        var indexed = await IndexedAsync();

        await App.WriteAsync(async db =>
        {
            if (byCascade) await db.Assets.Where(a => a.Id == gone).ExecuteDeleteAsync();
            else await DisplayIndex.RemoveAsync(db, gone);
            return 0;
        });

        (await account.Http.RowsAsync("q=angstrom&columns=asset_id")).Select(r => (string?)r["asset_id"]).ShouldBe([stays.ToString()]);
        (await IndexedAsync()).ShouldBe(indexed - 1);
        (await App.ReadAsync(db => db.DisplaySkills.CountAsync(d => d.AssetId == gone))).ShouldBe(0);
        (await App.ReadAsync(db => db.DisplayLanguages.CountAsync(d => d.AssetId == gone))).ShouldBe(0);
    }

    /// <summary>Assets that the full-text index knows.</summary>
    private Task<long> IndexedAsync() => App.ReadAsync(db => db.Database.SqlQuery<long>($"SELECT count(*) AS \"Value\" FROM search_terms").SingleAsync());

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(2, 0.1)]
    [InlineData(11, 0.9)]
    [InlineData(12, 1)]
    [InlineData(140, 11.6)]
    [InlineData(480, 40)]
    public async Task Years_are_months_through_twelve_rounded_down_to_one_decimal(int months, double years)
    {
        var account = await App.AccountAsync();
        await App.SeedAsync(account, new SeededCv(new MasterRecord { Totals = new Totals(months) }));

        (await account.Http.RowsAsync()).Single()["experience_years"]!.GetValue<double>().ShouldBe(years);
    }
}
