using System.Linq.Expressions;
using System.Text.Json;
using Resumai.Server.Conventions;
using Resumai.Server.Lists;
using Resumai.Server.Storage;

namespace Resumai.Server.Data;

/// <summary>
/// A column of the display table (contract, section 4). Text that people read sorts folded (case and diacritics do not matter), by its
/// first 100 characters; degree levels sort by rank, codes as they are.
/// </summary>
/// <param name="Value">A text, id, number, UTC time or <see cref="StoredList"/>; null where the CV has nothing.</param>
internal sealed record DisplayColumn(string Name, Func<DisplayRow, object?> Value)
{
    private RowOrder<DisplayRow>? Ascending { get; init; }
    private RowOrder<DisplayRow>? Descending { get; init; }

    public const string DefaultSort = "-uploaded_at";

    /// <summary>All, in their order.</summary>
    public static IReadOnlyList<DisplayColumn> All { get; } =
    [
        Sorted("asset_id", r => r.AssetId, r => r.AssetId),
        Sorted("filename", r => r.Filename, r => r.FilenameKey),
        Sorted("uploaded_at", r => r.UploadedAt, r => r.UploadedAt),
        new("tags", r => new StoredList(r.TagsJson, Texts)),
        Sorted("language", r => r.Language, r => r.Language),
        Sorted("full_name", r => r.FullName, r => r.FullNameKey),
        Sorted("headline", r => r.Headline, r => r.HeadlineKey),
        Sorted("email", r => r.Email, r => r.EmailKey),
        Sorted("phone", r => r.Phone, r => r.PhoneKey),
        Sorted("city", r => r.City, r => r.CityKey),
        Sorted("region", r => r.Region, r => r.RegionKey),
        Sorted("country_code", r => r.CountryCode, r => r.CountryCode),
        Sorted("current_title", r => r.CurrentTitle, r => r.CurrentTitleKey),
        Sorted("current_employer", r => r.CurrentEmployer, r => r.CurrentEmployerKey),
        Sorted("experience_years", r => r.ExperienceTenths / 10m, r => r.ExperienceTenths),
        Sorted("highest_degree_level", r => r.HighestDegreeLevel, r => r.DegreeRank),
        Sorted("last_degree", r => r.LastDegree, r => r.LastDegreeKey),
        Sorted("last_institution", r => r.LastInstitution, r => r.LastInstitutionKey),
        new("skills", r => new StoredList(r.SkillsJson, Texts)),
        new("languages", r => new StoredList(r.LanguagesJson, Languages)),
        Sorted("linkedin_url", r => r.LinkedinUrl, r => r.LinkedinUrlKey),
        Sorted("confidence", r => r.Confidence, r => r.Confidence),
        Sorted("warnings_count", r => r.WarningsCount, r => r.WarningsCount),
    ];

    public static DisplayColumn? Named(string name) => All.FirstOrDefault(c => c.Name == name);

    /// <summary>The order that a <c>sort</c> value means; null when it means none.</summary>
    public static RowOrder<DisplayRow>? OrderOf(string sort) => sort.StartsWith('-') ? Named(sort[1..])?.Descending : Named(sort)?.Ascending;

    public static IEnumerable<string> Sortable => All.Where(c => c.Ascending is not null).Select(c => c.Name);

    /// <summary>The parameter that chooses an order.</summary>
    public static QueryParameter Sort { get; } = QueryParameter.Checked("sort", $"A column, with - before it for descending; rows without a value come last. {DefaultSort} by default.",
        value => OrderOf(value) is null ? $"must be one of {string.Join(", ", Sortable)}, with - before it for descending" : null);

    /// <summary>The parameter that chooses columns and their order.</summary>
    public static QueryParameter Choice { get; } = QueryParameter.Checked("columns", "The columns wanted, in this order, separated by commas.", ChoiceFault);

    /// <summary>The columns that a query chooses; all when it does not.</summary>
    public static IReadOnlyList<DisplayColumn> ChosenBy(QueryValues query) =>
        query.Text("columns") is { } names ? [.. names.Split(',').Select(n => Named(n)!)] : All;

    private static string? ChoiceFault(string value)
    {
        var names = value.Split(',');
        if (names.FirstOrDefault(n => Named(n) is null) is { } unknown)
        {
            return $"'{unknown}' is not a column; there are {string.Join(", ", All.Select(c => c.Name))}";
        }
        return names.Distinct().Count() == names.Length ? null : "names a column twice";
    }

    private static DisplayColumn Sorted<TKey>(string name, Func<DisplayRow, object?> value, Expression<Func<DisplayRow, TKey>> key) => new(name, value)
    {
        Ascending = new RowOrder<DisplayRow, TKey>(name, key, r => r.AssetId, descending: false),
        Descending = new RowOrder<DisplayRow, TKey>("-" + name, key, r => r.AssetId, descending: true),
    };

    private static IEnumerable<string> Texts(string json) => JsonSerializer.Deserialize<string[]>(json)!;

    private static IEnumerable<string> Languages(string json) =>
        JsonSerializer.Deserialize<DisplayedLanguage[]>(json, Conventions.JsonForm.Options)!.Select(l => l.ToString());
}

/// <summary>A list as the row stores it: JSON for JSON, one text for a table cell.</summary>
internal sealed record StoredList(string Json, Func<string, IEnumerable<string>> Items)
{
    public override string ToString() => string.Join("; ", Items(Json));
}
