using CsCheck;
using Microsoft.EntityFrameworkCore;
using Resumai.Master;
using Resumai.Server.Search;
using Resumai.Server.Tests.Data;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Search;

public abstract class SearchTests(Engine engine, SharedServer shared) : EngineTests(engine)
{
    public sealed class OnSqlite(SharedApp shared) : SearchTests(Engine.Sqlite, shared), IClassFixture<SharedApp>;

    public sealed class OnPostgres(SharedPostgresApp shared) : SearchTests(Engine.Postgres, shared), IClassFixture<SharedPostgresApp>;

    private ResumaiApp App => shared.App;

    private static readonly Gen<string> Words = Gen.OneOf("c", "c#", "c++", "net", ".net", "node", "node.js", "Straße", "strasse", "jane@a.example", "a.example", "ab", "abc", "ÀBC",
        "and", "or", "near", "日本", "terms", "x'y", "50%", "a_b", "anna-b@x.example");

    private static readonly Gen<string> Queries = Gen.Select(Words.Array[1, 3], Gen.Int[0, 3], Gen.Bool, (words, cut, star) =>
        string.Join(' ', words[..^1].Append(star ? words[^1][..Math.Max(1, words[^1].Length - cut)] + "*" : words[^1])));

    [Fact]
    public Task The_index_finds_what_the_tokens_say() =>
        Gen.Select(Words.Array[0, 6].Array[1, 12], Queries.Array[6]).SampleAsync(async (texts, queries) =>
        {
            var account = await App.AccountAsync();
            var documents = texts.Select(t => string.Join(' ', t)).ToList();
            var ids = await App.SeedAsync(account, documents.Select(d => new SeededCv(new MasterRecord { Text = d }) { Filename = "f" }));

            foreach (var query in queries.Where(q => SearchTokenizer.Query(q).Count > 0))
            {
                var found = (await account.Http.RowsAsync($"columns=asset_id&q={Uri.EscapeDataString(query)}")).Select(r => Guid.Parse((string)r["asset_id"]!));

                found.ShouldBe(ids.Where((_, i) => Matches(documents[i], query)), ignoreOrder: true, customMessage: query);
            }
        }, iter: 15, threads: 1);

    private static bool Matches(string document, string query)
    {
        var tokens = SearchTokenizer.Tokens([document, "f"]);
        return SearchTokenizer.Query(query).All(t => t.IsPrefix ? tokens.Any(k => k.StartsWith(t.Token, StringComparison.Ordinal)) : tokens.Contains(t.Token));
    }

    [Fact]
    public async Task Of_a_document_with_more_words_than_an_index_row_holds_the_first_are_found()
    {
        var account = await App.AccountAsync();
        await App.SeedAsync(account, new SeededCv(new MasterRecord { Text = string.Join(' ', Enumerable.Range(0, 60_000).Select(n => $"word{n:d6}日本")) }));

        (await account.Http.RowsAsync("q=word000001*%20word010000*")).Count.ShouldBe(1);
        (await account.Http.RowsAsync("q=word059999*")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_search_walks_the_terms_of_its_own_account_only()
    {
        var account = await App.AccountAsync();
        await App.SeedAsync(account, new SeededCv(new MasterRecord { Text = "common rare" }));
        await App.SeedAsync(await App.AccountAsync(), Enumerable.Repeat(new SeededCv(new MasterRecord { Text = "common" }), 300));

        // Terms begin with the account: "common" alone is nobody's, and that of the others is another term.
        FormattableString unowned = Engine == Engine.Sqlite
            ? $"SELECT count(*) AS \"Value\" FROM search_terms WHERE search_terms MATCH '\"common\"'"
            : (FormattableString)$"SELECT count(*) AS \"Value\" FROM search_terms WHERE terms @@ CAST('common' AS tsquery)";
        (await App.ReadAsync(db => db.Database.SqlQuery<long>(unowned).SingleAsync())).ShouldBe(0);
        (await account.Http.RowsAsync("q=common")).Count.ShouldBe(1);
        (await account.Http.RowsAsync("q=comm*")).Count.ShouldBe(1);
    }
}
