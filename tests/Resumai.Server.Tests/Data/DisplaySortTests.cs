using System.Text.Json.Nodes;
using Resumai.Master;
using Resumai.Server.Tests.Hosting;
using Resumai.Text;

namespace Resumai.Server.Tests.Data;

public abstract class DisplaySortTests(Engine engine, DisplaySortTests.Filled filled) : EngineTests(engine)
{
    public sealed class OnSqlite(OnSqlite.Rows rows) : DisplaySortTests(Engine.Sqlite, rows), IClassFixture<OnSqlite.Rows>
    {
        public sealed class Rows() : Filled(Engine.Sqlite);
    }

    public sealed class OnPostgres(OnPostgres.Rows rows) : DisplaySortTests(Engine.Postgres, rows), IClassFixture<OnPostgres.Rows>
    {
        public sealed class Rows() : Filled(Engine.Postgres);
    }

    private static readonly string[] Texts =
    [
        "filename", "full_name", "headline", "email", "phone", "city", "region", "current_title", "current_employer", "last_degree", "last_institution", "linkedin_url",
    ];

    private static readonly string[] Others =
        ["asset_id", "uploaded_at", "language", "country_code", "experience_years", "highest_degree_level", "confidence", "warnings_count"];

    private static readonly string[] Degrees = ["none", "secondary", "vocational", "bachelor", "master", "doctorate"];

    public static TheoryData<string> Sorts => [.. Texts.Concat(Others).SelectMany(c => new[] { c, "-" + c })];

    /// <summary>Rows with ties, capitals, accents and gaps in every column.</summary>
    public abstract class Filled(Engine engine) : SharedServer(engine)
    {
        public TestAccount Account { get; private set; } = null!;

        protected override async Task FillAsync()
        {
            Account = await App.AccountAsync();
            var doctor = new SeededCv(new MasterRecord
            {
                Contact = new Contact { FullName = "ÉMILE DUBOIS", Headline = "zzz", Location = new Location(City: "Århus", Region: "Ost") },
                Totals = new Totals(0, 0, "doctorate", "abc", "Äpfel & Co"),
                Education = [new Education { Degree = "Dr.", Institution = "lärosätet" }],
                Confidence = 0.8,
            }) { Filename = "Zweitschrift.pdf", UploadedAt = People.Karl.UploadedAt };
            await App.SeedAsync(Account, [.. People.All, doctor, .. People.All.Reverse(), People.Unread with { Filename = "SCAN.pdf" }]);
        }
    }

    [Theory]
    [MemberData(nameof(Sorts))]
    public async Task Rows_come_in_order_with_gaps_last_and_ties_by_id(string sort)
    {
        var rows = await filled.Account.Http.RowsAsync("limit=200");
        var (column, descending) = sort[0] == '-' ? (sort[1..], true) : (sort, false);
        var byKey = Comparer<JsonNode>.Create((a, b) =>
        {
            var (left, right) = (Key(a, column), Key(b, column));
            if (left is null || right is null)
            {
                if (left is not null || right is not null) return left is null ? 1 : -1;
            }
            else if (Compare(left, right) is not 0 and var order)
            {
                return descending ? -order : order;
            }
            var ids = string.CompareOrdinal((string)a["asset_id"]!, (string)b["asset_id"]!);
            return descending ? -ids : ids;
        });

        var paged = await filled.Account.Http.RowsAsync($"sort={sort}&limit=2");

        paged.Select(Id).ShouldBe(rows.Order(byKey).Select(Id));
    }

    [Fact]
    public async Task The_newest_upload_comes_first_by_default()
    {
        var times = (await filled.Account.Http.RowsAsync()).Select(r => (string)r["uploaded_at"]!).ToList();

        times.ShouldBe(times.OrderDescending(StringComparer.Ordinal));
        times.Distinct().Count().ShouldBeGreaterThan(3);
    }

    private static string Id(JsonNode row) => (string)row["asset_id"]!;

    private static object? Key(JsonNode row, string column) => row[column] switch
    {
        null => null,
        var value when Texts.Contains(column) => UnicodeText.Fold((string)value!),
        var value when column == "highest_degree_level" => Array.IndexOf(Degrees, (string)value!),
        var value when column is "experience_years" or "confidence" or "warnings_count" => (double)value,
        var value => (string)value!,
    };

    private static int Compare(object left, object right) =>
        left is string text ? string.CompareOrdinal(text, (string)right) : ((IComparable)left).CompareTo(right);
}
