using System.Linq.Expressions;
using Resumai.Server.ApiKeys;
using Resumai.Server.Conventions;
using Resumai.Server.Search;
using Resumai.Server.Storage;
using Resumai.Text;

namespace Resumai.Server.Data;

/// <summary>The filters of the display table: each narrows the rows; a row without the value is not in.</summary>
internal static class DisplayFilters
{
    public static QueryParameter[] Parameters { get; } =
    [
        QueryParameter.Checked("q", "Words that the row or the CV's text must all have; a trailing * means the beginning of a word.",
            q => q.Length > 256 ? "must be 1 to 256 characters" : SearchTokenizer.Query(q).Count == 0 ? "must have a letter or a digit" : null),
        // A character of a tag may take two places.
        QueryParameter.Text("tag", "A tag; several must all match.", 128).Repeated(),
        Folded("skill", "A skill, as printed or normalised, case and diacritics aside; several must all match.").Repeated(),
        QueryParameter.Checked("language", "A language (de), or at least a level of it (de:B2).",
            value => LanguageOf(value) is null ? $"must be a language code, alone or with a level: de or de:B2; levels are {string.Join(", ", LanguageLevel.All)}" : null),
        QueryParameter.Checked("country", "ISO 3166-1 alpha-2 code of the country.",
            value => value.Length == 2 && value.All(char.IsAsciiLetter) ? null : "must be a country code of two letters, like DE"),
        Folded("city", "The city, case and diacritics aside."),
        Folded("title", "Part of the current title, case and diacritics aside."),
        Folded("employer", "Part of the current employer's name, case and diacritics aside."),
        QueryParameter.Number("min_experience_years", "At least so many years.", 0, 100),
        QueryParameter.Number("max_experience_years", "At most so many years.", 0, 100),
        QueryParameter.OneOf("min_degree_level", "At least this degree.", DegreeLevel.All),
        QueryParameter.Instant("uploaded_after", "Uploaded then or later."),
        QueryParameter.Instant("uploaded_before", "Uploaded earlier."),
        QueryParameter.Number("min_confidence", "At least this confidence, 0 to 1.", 0, 1),
    ];

    /// <summary>The conditions that the query puts on the caller's rows; none: all are wanted.</summary>
    public static IReadOnlyList<DisplayFilter> Of(ServerDb db, ApiCaller caller, QueryValues query)
    {
        var (account, environment) = (caller.AccountId, caller.Environment);
        var filters = new List<DisplayFilter>();
        if (query.Text("q") is { } q)
        {
            var terms = SearchTokenizer.Query(q);
            var matching = db.Matching(account, environment, terms);
            filters.Add(new DisplayFilter(matching, rows => rows.Where(r => matching.Contains(r.AssetId)), terms));
        }
        foreach (var tag in query.All("tag"))
        {
            // An asset has tags before it has a row.
            var tagged = db.AssetTags.Where(t => t.AccountId == account && t.Environment == environment && t.Tag == tag)
                .Join(db.DisplayRows, t => t.AssetId, r => r.AssetId, (t, r) => r.AssetId);
            filters.Add(new DisplayFilter(tagged, rows => rows.Where(r => db.AssetTags.Any(t => t.AssetId == r.AssetId && t.Tag == tag)),
                Probe: rows => rows.Where(r => db.AssetTags.Where(t => t.AssetId == r.AssetId && t.Tag == tag).Select(t => true).FirstOrDefault())));
        }
        foreach (var skill in query.All("skill").Select(Fold))
        {
            var skilled = db.DisplaySkills.Where(s => s.AccountId == account && s.Environment == environment && s.Skill == skill).Select(s => s.AssetId);
            filters.Add(new DisplayFilter(skilled, rows => rows.Where(r => db.DisplaySkills.Any(s => s.AssetId == r.AssetId && s.Skill == skill)),
                Probe: rows => rows.Where(r => db.DisplaySkills.Where(s => s.AssetId == r.AssetId && s.Skill == skill).Select(s => true).FirstOrDefault())));
        }
        if (query.Text("language") is { } language)
        {
            var (code, rank) = LanguageOf(language)!.Value;
            var speaking = db.DisplayLanguages.Where(l => l.AccountId == account && l.Environment == environment && l.Code == code && l.Rank >= rank).Select(l => l.AssetId);
            filters.Add(new DisplayFilter(speaking, rows => rows.Where(r => db.DisplayLanguages.Any(l => l.AssetId == r.AssetId && l.Code == code && l.Rank >= rank)),
                Probe: rows => rows.Where(r => db.DisplayLanguages.Where(l => l.AssetId == r.AssetId && l.Code == code && l.Rank >= rank).Select(l => true).FirstOrDefault())));
        }
        if (query.Text("country")?.ToUpperInvariant() is { } country) Add(r => r.CountryCode == country);
        if (Fold(query.Text("city")) is { } city)
        {
            // The sort key has an index, and is the same text unless that is long.
            if (city.Length < DisplayRowMaker.SortKeyLength - 1) Add(r => r.CityKey == city);
            else Add(r => r.CityFolded == city);
        }
        if (Fold(query.Text("title")) is { } title) AddPart(DisplayPart.Title, title, r => r.TitleFolded!.Contains(title), r => (r.TitleFolded + "").Contains(title));
        if (Fold(query.Text("employer")) is { } employer) AddPart(DisplayPart.Employer, employer, r => r.EmployerFolded!.Contains(employer), r => (r.EmployerFolded + "").Contains(employer));
        if (Tenths(query.Number("min_experience_years"), decimal.Ceiling) is { } min) Add(r => r.ExperienceTenths >= min, nameof(DisplayRow.ExperienceTenths));
        if (Tenths(query.Number("max_experience_years"), decimal.Floor) is { } max) Add(r => r.ExperienceTenths <= max, nameof(DisplayRow.ExperienceTenths));
        if (DegreeLevel.RankOf(query.Text("min_degree_level")) is { } degree) Add(r => r.DegreeRank >= degree);
        if (query.Instant("uploaded_after") is { } after) Add(r => r.UploadedAt >= after, nameof(DisplayRow.UploadedAt));
        if (query.Instant("uploaded_before") is { } before) Add(r => r.UploadedAt < before, nameof(DisplayRow.UploadedAt));
        if (query.Number("min_confidence") is { } confidence) Add(r => r.Confidence >= confidence, nameof(DisplayRow.Confidence));
        return filters;

        void Add(Expression<Func<DisplayRow, bool>> condition, string? keyName = null) =>
            filters.Add(new DisplayFilter(db.DisplayRows.Of(caller).Where(condition).Select(r => r.AssetId), rows => rows.Where(condition), KeyName: keyName));

        // All rows are looked at, best in the order in which they lie; unless an index of parts serves better.
        // PostgreSQL takes every part that it has no statistics of for a rare one, finds all rows of it in its index, and sorts them: no index is of the text and nothing.
        void AddPart(DisplayPart part, string text, Expression<Func<DisplayRow, bool>> condition, Expression<Func<DisplayRow, bool>> probed) =>
            filters.Add(new DisplayFilter(db.WalkDisplay(nameof(DisplayRow.UploadedAt), search: null).Of(caller).Where(condition).Select(r => r.AssetId),
                rows => rows.Where(condition), PartIds: db.WithPart(part, text, account, environment), Probe: rows => rows.Where(probed), IsSlow: true,
                AreMoreThan: (most, cancellation) => db.AreMoreThanAsync(part, text, account, environment, most, cancellation)));
    }

    /// <summary>The caller's rows.</summary>
    public static IQueryable<DisplayRow> Of(this IQueryable<DisplayRow> rows, ApiCaller caller) =>
        rows.Where(r => r.AccountId == caller.AccountId && r.Environment == caller.Environment);

    /// <summary>Narrowed by all filters.</summary>
    public static IQueryable<DisplayRow> By(this IQueryable<DisplayRow> rows, IEnumerable<DisplayFilter> filters) =>
        filters.Aggregate(rows, (narrowed, filter) => filter.Narrow(narrowed));

    private static QueryParameter Folded(string name, string description) => QueryParameter.Checked(name, description,
        value => value.Length <= 256 && Fold(value)!.Length > 0 ? null : "must be 1 to 256 characters");

    private static string? Fold(string? value) => value is null ? null : UnicodeText.Fold(value.Trim());

    // By decimal: 0.7 × 10 is 7 and not a little more. A whole number, as the column's index has them.
    private static int? Tenths(double? years, Func<decimal, decimal> round) => years is { } value ? (int)round((decimal)value * 10) : null;

    /// <summary>Code and lowest rank; null when the text means none.</summary>
    private static (string Code, int Rank)? LanguageOf(string text)
    {
        var parts = text.Split(':');
        if (parts.Length > 2 || parts[0].Length is < 2 or > 3 || !parts[0].All(char.IsAsciiLetter)) return null;
        var rank = parts.Length == 2 ? LanguageLevel.RankOf(parts[1]) : 0;
        return parts.Length == 2 && rank == 0 ? null : (parts[0].ToLowerInvariant(), rank);
    }
}
