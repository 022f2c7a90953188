using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Resumai.Master;
using Resumai.Server.Data;
using Resumai.Server.Search;
using Resumai.Server.Tests.Data;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Search;

/// <summary>One account's CVs in both databases, asked the same questions.</summary>
public class SameRowsTests
{
    private const int Seed = 20261126;
    private const int Cvs = 400;
    private const int Queries = 500;

    private static readonly string[] Words =
    [
        "c", "c#", "c++", "net", ".net", "node", "node.js", "js", "Straße", "strasse", "jane@a.example", "a.example", "ab", "abc", "ÀBC", "abcd", "and", "or", "not", "near",
        "日本", "日本語", "terms", "x'y", "x\\y", "50%", "a_b", "anna-b@x.example", "Å", "ångström", "İstanbul", "ıstanbul", "Ελλάς", "ΕΛΛΑΣ", "œuvre", "K8s", "2024", "e-mail", "𠀋", "🙂", "ﬁn",
    ];

    private static readonly string?[] Names =
        [null, "Anna", "anna", "Ánna", "Ann-Marie", "Ann Marie", "AnnMarie", "Zoë", "Ångström", "Östberg", "O'Neil", "ß", "ss", "日本", "𠀋", "_x", "~", "1a", "10", "9", "Éa", "ea", "İ", "ı", "ﬁ"];

    private static readonly string?[] Cities = [null, "Malmö", "malmo", "Århus", "Aarhus", "Łódź", "Lodz", "São Paulo", "Zürich", "100% City", "a_b", "A\\B"];

    private static readonly string[] Columns =
        ["filename", "uploaded_at", "full_name", "headline", "city", "current_title", "current_employer", "experience_years", "highest_degree_level", "confidence", "language", "warnings_count"];

    /// <summary>However a page is found, it has the same rows: each query is asked in one of the other ways as well, in turn.</summary>
    [Fact]
    public Task Five_hundred_random_queries_give_the_same_rows_in_the_same_order_on_both_engines() => CompareAsync(others => 1);

    /// <summary>As many queries, which the whole takes minutes to prepare.</summary>
    [Fact]
    [Trait("Category", "Long")]
    public Task Five_hundred_random_queries_give_the_same_rows_in_every_way() => CompareAsync(others => others);

    /// <param name="asked">Of so many other ways, how many each query is asked in.</param>
    private static async Task CompareAsync(Func<int, int> asked)
    {
        Engine.Postgres.Require();
        await using var sqlite = await ResumaiApp.StartAsync(adjust: Workers.None);
        await using var postgres = await ResumaiApp.StartAsync(adjust: Workers.None, engine: Engine.Postgres);
        var random = new Random(Seed);
        var cvs = Enumerable.Range(0, Cvs).Select(i => Cv(random, i)).ToList();
        var (one, other) = (await sqlite.AccountAsync(), await postgres.AccountAsync());
        await sqlite.SeedAsync(one, cvs);
        await postgres.SeedAsync(other, cvs);
        // Rows of others, which must show in neither.
        await postgres.SeedAsync(await postgres.AccountAsync(), cvs.Take(50));

        List<HttpClient> others = [];
        var ways = new Dictionary<string, DisplayPlanBounds>
        {
            ["by their ids"] = new(Few: 1_000_000, MostLookedThrough: 0),
            ["among the ids that pass"] = new(Few: -1, Many: 1_000_000, ManyInIndex: 1_000_000, MostLookedThrough: 0),
            ["in order"] = new(Few: -1, Many: -1, ManyInIndex: -1, MostLookedThrough: 0),
        };
        var servers = new List<ResumaiApp>();
        foreach (var bounds in ways.Values)
        {
            servers.Add(await sqlite.BesideAsync(services => Planned(services, bounds)));
            others.Add(servers[^1].Client(one.Key));
            servers.Add(await postgres.BesideAsync(services => Planned(services, bounds)));
            others.Add(servers[^1].Client(other.Key));
        }

        var found = 0;
        for (var i = 0; i < Queries; i++)
        {
            var query = Query(random);
            var expected = await RowsAsync(one.Http, query);
            (await RowsAsync(other.Http, query)).ShouldBe(expected, $"query {i}: {Uri.UnescapeDataString(query)}");
            for (var way = i; way < i + asked(others.Count); way++)
            {
                (await RowsAsync(others[way % others.Count], query)).ShouldBe(expected, $"query {i} in way {way % others.Count}: {Uri.UnescapeDataString(query)}");
            }
            found += expected.Count > 2 ? 1 : 0;
        }
        found.ShouldBeGreaterThan(Queries / 3, "most queries ask for something that is there");
        foreach (var server in servers) await server.DisposeAsync();
    }

    private static void Planned(IServiceCollection services, DisplayPlanBounds bounds)
    {
        Workers.None(services);
        services.AddSingleton(bounds);
    }

    /// <summary>Its first three pages with their totals, but for what each database makes itself.</summary>
    private static async Task<List<string>> RowsAsync(HttpClient http, string query)
    {
        var rows = new List<string>();
        string? cursor = null;
        for (var page = 0; page < 3; page++)
        {
            var answer = await http.PageAsync(query, cursor);
            rows.Add($"{answer["total"]} {answer["total_exact"]}");
            foreach (var row in answer["items"]!.AsArray().OfType<JsonObject>())
            {
                row.Remove("asset_id");
                rows.Add(row.ToJsonString());
            }
            cursor = (string?)answer["next_cursor"];
            if (cursor is null) break;
        }
        return rows;
    }

    private static SeededCv Cv(Random random, int number)
    {
        T Any<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];
        string Some(int most) => string.Join(' ', Enumerable.Range(0, random.Next(most)).Select(_ => Any(Words)));
        int? months = random.Next(5) == 0 ? null : random.Next(300);
        return new SeededCv(new MasterRecord
        {
            Contact = new Contact { FullName = Any(Names), Headline = random.Next(3) == 0 ? null : Some(4), Location = new Location(City: Any(Cities)) },
            Language = Any<string?>([null, "de", "en", "sv"]),
            Totals = new Totals(months, 0, Any<string?>([null, "none", "bachelor", "master"]), Any(Names), Any(Cities)),
            Skills = [.. Enumerable.Range(0, random.Next(4)).Select(_ => new Skill { Name = Any(Words) })],
            Languages = random.Next(2) == 0 ? [] : [new LanguageSkill { Name = "Deutsch", Code = "de", Level = Any<string?>([null, "A2", "C1", "native"]) }],
            Confidence = random.Next(100) / 100.0,
            Text = Some(25),
        })
        {
            Filename = $"{Any(Names) ?? "cv"}{random.Next(9)}.pdf",
            Tags = random.Next(3) == 0 ? ["hot"] : random.Next(2) == 0 ? ["hot", "Ö"] : [],
            // Ids begin with the time: ties are broken alike.
            UploadedAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(number),
        };
    }

    private static string Query(Random random)
    {
        T Any<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];
        string Part(string word) => Uri.EscapeDataString(word);
        var parts = new List<string> { $"limit={random.Next(1, 60)}", $"sort={Any(["", "-"])}{Any(Columns)}" };
        if (random.Next(4) > 0)
        {
            var q = string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ =>
            {
                var word = Any(Words);
                return random.Next(3) > 0 ? word : word[..random.Next(1, word.Length + 1)] + "*";
            }));
            if (SearchTokenizer.Query(q).Count > 0) parts.Add("q=" + Part(q));
        }
        if (random.Next(6) == 0) parts.Add("tag=" + Part(Any(["hot", "Ö", "none"])));
        if (random.Next(6) == 0) parts.Add("skill=" + Part(Any(Words.Where(w => char.IsAscii(w[0])).ToList())));
        if (random.Next(6) == 0) parts.Add("language=" + Any(["de", "de:B1", "de:native"]));
        if (random.Next(6) == 0) parts.Add("city=" + Part(Any(Cities) ?? "x"));
        if (random.Next(6) == 0) parts.Add("title=" + Part(Any(["an", "%", "_", "ö", "'", "ß", "\\", "ann", "Ann-M", "O'N", "ng s", "日本", "a\"b"])));
        if (random.Next(6) == 0) parts.Add("employer=" + Part(Any(["m", "100%", "a_", "\\b", "ł", "almö", "LOD", "0% C", "Zür"])));
        if (random.Next(6) == 0) parts.Add($"min_experience_years={random.Next(20)}.{random.Next(10)}");
        if (random.Next(6) == 0) parts.Add("min_degree_level=bachelor");
        if (random.Next(6) == 0) parts.Add($"min_confidence=0.{random.Next(10)}");
        return string.Join('&', parts);
    }
}
