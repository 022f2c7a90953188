using System.Text.Json;

namespace Resumai.Cli.Eval.Scoring;

/// <summary>
/// Scores one record against its truth. The rules are those of tests/score.py to the letter (a test holds the two together):
/// what the truth cannot judge is not scored, and what a reader may rightly deduce (region, country) is not punished.
/// </summary>
internal static class DocumentScorer
{
    private static readonly (string Field, string Key, string Alternative)[] Lists =
    [
        ("certifications", "name", "title"), ("projects", "name", "title"), ("publications", "title", "name"), ("awards", "title", "name"),
        ("volunteering", "organization", "organisation"), ("references", "name", "name"),
    ];

    /// <param name="record">Undefined when there is none: every value of the truth is missed.</param>
    public static Tally Score(JsonElement truth, JsonElement record)
    {
        var tally = ScoreAll(truth, Unwrapped(record));
        if (truth.Get("links_recall_only").IsTruthy()) tally.ForgiveFalsePositives("contact.links");
        if (truth.Get("partial_truth") is var parts && parts.IsTruthy())
        {
            tally.KeepOnly(parts.Items().SelectMany(p => ScoredFields.OfPart(p.Text())).ToHashSet());
        }
        return tally;
    }

    private static Tally ScoreAll(JsonElement truth, JsonElement record)
    {
        var tally = new Tally();
        Contact(tally, truth, truth.Get("contact"), record.Get("contact"));
        var summary = RecordValues.Start(record.Get("summary").Text("text"), 200);
        tally.Scalar("summary", RecordValues.Start(truth.Get("summary").Text(), 200),
            summary.Length > 0 ? summary : RecordValues.Start(record.Get("contact").Get("summary").Text(), 200),
            (t, f) => SequenceRatio.Of(Opening(t), Opening(f)) >= 0.8, lenient: true, "/summary");
        if (record.IsTruthy()) tally.Scalar("language", RecordValues.Start(truth.Get("language").Text(), 2), Code(record.GetAny("language", "document_language")), string.Equals);
        else tally.Add("language", falseNegatives: 1);

        EntryScorer.Experience(tally, truth.Get("experience"), record.Get("experience"));
        EntryScorer.Education(tally, truth.Get("education"), record.Get("education"));
        tally.Sets("skills", truth.Get("skills").Items().Select(x => x.Text()), record.Get("skills").Items().Select(x => x.Text("name", "label")), TextSimilarity.OfSkills, i => $"/skills/{i}/name");
        LanguageScorer.Score(tally, truth.Get("languages").Items(), record.Get("languages").Items());
        foreach (var (field, key, alternative) in Lists)
        {
            tally.Sets(field, Names(truth), Names(record), Similar, i => $"/{field}/{i}/{key}");
            IEnumerable<string> Names(JsonElement source) => source.Get(field).Items().Select(x => x.Text(key, alternative, "role"));
        }
        tally.Sets("interests", truth.Get("interests").Items().Select(x => x.Text()), record.Get("interests").Items().Select(x => x.Text()), Similar, i => $"/interests/{i}");
        return tally;
    }

    private static void Contact(Tally tally, JsonElement truth, JsonElement expected, JsonElement found)
    {
        var location = found.GetAny("location", "address");
        tally.Scalar("contact.full_name", expected.Get("full_name").Text(), FullName(found), TextSimilarity.Matches, at: "/contact/full_name");
        tally.Scalar("contact.headline", expected.Get("headline").Text(), found.Get("headline").Text(), TextSimilarity.Matches, expected.Get("headline_optional").IsTruthy(), "/contact/headline");
        tally.Sets("contact.emails", expected.Get("emails").Items().Select(x => x.Text().ToLowerInvariant()),
            found.GetAny("emails", "email").Items().Select(x => x.Text("value", "email", "address").ToLowerInvariant()), Same, i => $"/contact/emails/{i}");
        tally.Sets("contact.phones", expected.Get("phones").Items().Select(x => x.Text()), found.GetAny("phones", "phone").Items().Select(x => x.Phone()), Same, i => $"/contact/phones/{i}/raw");
        tally.Sets("contact.links", expected.Get("links").Items().Select(x => x.Url()), found.GetAny("links", "urls").Items().Select(x => x.Url()), Same, i => $"/contact/links/{i}/url");
        tally.Scalar("contact.city", expected.Get("city").Text(), Of("city"), TextSimilarity.Matches, at: "/contact/location/city");
        tally.Scalar("contact.region", expected.Get("region").Text(), Of("region"), TextSimilarity.Matches, lenient: true, "/contact/location/region");
        tally.Scalar("contact.postal_code", expected.Get("postal_code").Text(), Of("postal_code"), (t, f) => Unspaced(t) == Unspaced(f), at: "/contact/location/postal_code");
        var country = Country(found.Get("country_code"));
        tally.Scalar("contact.country_code", Country(expected.Get("country_code")), country.Length > 0 ? country : Country(location.Get("country_code")), string.Equals, lenient: true);
        tally.Scalar("contact.date_of_birth", expected.Get("date_of_birth").Text(), RecordValues.Start(found.Get("date_of_birth").Text(), 10), string.Equals, at: "/contact/date_of_birth");
        var nationality = found.Get("nationality").Plain("code", "country_code");
        tally.Scalar("contact.nationality", Country(expected.Get("nationality")),
            Country(nationality.IsTruthy() ? nationality : found.Get("nationalities").Plain("code", "country_code")), string.Equals, at: "/contact/nationalities/0");

        string Of(string key) => found.Get(key).Text() is { Length: > 0 } text ? text : location.Get(key).Text();
    }

    private static string FullName(JsonElement contact)
    {
        if (contact.Get("full_name").Text() is { Length: > 0 } full) return full;
        if (contact.Get("name").Text("full") is { Length: > 0 } name) return name;
        return string.Join(' ', ((string[])[contact.Get("first_name").Text(), contact.Get("last_name").Text()]).Where(part => part.Length > 0));
    }

    /// <summary>The record itself, where an answer holds it under "master", "data" or "result".</summary>
    private static JsonElement Unwrapped(JsonElement record)
    {
        foreach (var key in (string[])["master", "data", "result"])
        {
            var inner = record.Get(key);
            if (Has(inner, "master")) record = inner.Get("master") is { ValueKind: JsonValueKind.Object } master ? master : inner;
            else if (Has(inner, "contact") || Has(inner, "experience")) record = inner;
        }
        return record.ValueKind == JsonValueKind.Object ? record : default;
    }

    private static bool Has(JsonElement element, string key) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(key, out _);

    private static string Opening(string text) => RecordValues.Start(TextFolding.Fold(text), 150);

    private static string Unspaced(string text) => TextFolding.Fold(text).Replace(" ", "");

    private static string Code(JsonElement language) => RecordValues.Start(language.Text("code", "alpha2", "iso").ToLowerInvariant(), 2);

    private static string Country(JsonElement country) => RecordValues.Start(country.Text("code").ToUpperInvariant(), 2);

    private static double Same(string truth, string found) => truth == found ? 1 : 0;

    private static double Similar(string truth, string found) => TextSimilarity.Of(truth, found) is var score && score >= TextSimilarity.Match ? score : 0;
}
