using Microsoft.EntityFrameworkCore;
using Resumai.Master;
using Resumai.Server.Tests.Data;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Storage;

/// <summary>What a server of the version before writes while the new one runs beside it, is found by the new one.</summary>
public abstract class EarlierVersionTests(Engine engine) : EngineTests(engine)
{
    public sealed class OnSqlite() : EarlierVersionTests(Engine.Sqlite);

    public sealed class OnPostgres() : EarlierVersionTests(Engine.Postgres)
    {
        [Fact]
        public async Task Terms_that_begin_with_the_whole_account_are_shortened()
        {
            await using var app = await StartAsync(adjust: Workers.None);
            var account = await app.AccountAsync();
            var id = await app.SeedAsync(account, new SeededCv(new MasterRecord { Text = "before" }));
            string[] terms = [account.Id.ToString("N") + "lafter", account.Id.ToString("N") + "lbeside"];

            await app.WriteAsync(async db =>
            {
                await db.Database.ExecuteSqlAsync($"DELETE FROM search_terms WHERE asset_id = {id}");
                return await db.Database.ExecuteSqlAsync($"INSERT INTO search_terms (asset_id, terms) VALUES ({id}, array_to_tsvector({terms}))");
            });

            (await TotalAsync(account, "q=after bes*")).ShouldBe(1);
            (await TotalAsync(account, "q=before")).ShouldBe(0);
        }
    }

    [Fact]
    public async Task Skills_languages_and_tags_without_an_owner_get_that_of_their_asset()
    {
        await using var app = await StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync();
        var id = await app.SeedAsync(account, new SeededCv(new MasterRecord()));

        await app.WriteAsync(async db =>
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO display_skills (asset_id, skill) VALUES ({id}, 'welding')");
            await db.Database.ExecuteSqlAsync($"INSERT INTO display_languages (asset_id, code, rank) VALUES ({id}, 'mt', 4)");
            return await db.Database.ExecuteSqlAsync($"INSERT INTO asset_tags (asset_id, tag) VALUES ({id}, 'night')");
        });

        foreach (var filter in (string[])["skill=welding", "language=mt:B1", "tag=night"]) (await TotalAsync(account, filter)).ShouldBe(1, filter);
    }

    private static async Task<int> TotalAsync(TestAccount account, string query) => (await account.Http.PageAsync(query))["total"]!.GetValue<int>();
}
