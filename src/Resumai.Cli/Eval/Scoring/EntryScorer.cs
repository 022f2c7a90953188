using System.Text.Json;

namespace Resumai.Cli.Eval.Scoring;

/// <summary>Scores posts and educations: aligned one to one by the best total similarity, then field by field.</summary>
internal static class EntryScorer
{
    /// <summary>Pairs less similar than this are a missed entry and an invented one.</summary>
    private const double LeastSimilarity = 0.35;

    private static readonly (string Field, string[] Keys)[] ExperienceTexts =
    [
        ("title", ["title", "position", "job_title", "role"]),
        ("employer", ["employer", "company", "organization", "organisation", "employer_name"]),
    ];

    private static readonly (string Field, string[] Keys)[] EducationTexts =
    [
        ("institution", ["institution", "school", "organization"]),
        ("degree", ["degree", "study_type", "qualification"]),
        ("field_of_study", ["field_of_study", "field", "area", "major"]),
    ];

    public static void Experience(Tally tally, JsonElement truth, JsonElement found) => Score(tally, "experience", ExperienceTexts, truth, found);

    public static void Education(Tally tally, JsonElement truth, JsonElement found) => Score(tally, "education", EducationTexts, truth, found);

    private static void Score(Tally tally, string section, (string Field, string[] Keys)[] texts, JsonElement truth, JsonElement found)
    {
        Entry[] expected = [.. truth.Items().Select(x => new Entry(x, texts))];
        Entry[] got = [.. found.Items().Where(x => x.ValueKind == JsonValueKind.Object).Select(x => new Entry(x, texts))];
        var similarity = new double[expected.Length, got.Length];
        var cost = new double[expected.Length, got.Length];
        for (var i = 0; i < expected.Length; i++)
        {
            for (var j = 0; j < got.Length; j++) cost[i, j] = 1 - (similarity[i, j] = Similarity(expected[i], got[j]));
        }
        var partner = Assignment.Cheapest(cost).Where(p => similarity[p.Row, p.Column] >= LeastSimilarity).ToDictionary(p => p.Row, p => p.Column);

        tally.Add(section + ".entries", partner.Count, got.Length - partner.Count, expected.Length - partner.Count);
        var nothing = new Entry(default, texts);
        for (var i = 0; i < expected.Length; i++)
        {
            Pair(tally, section, texts, expected[i], partner.TryGetValue(i, out var j) ? got[j] : nothing, $"/{section}/{j}");
        }
        foreach (var (place, invented) in got.Index().Where(g => !partner.ContainsValue(g.Index)))
        {
            for (var k = 0; k < texts.Length; k++) tally.Scalar($"{section}.{texts[k].Field}", "", invented.Texts[k], TextSimilarity.Matches, at: $"/{section}/{place}/{texts[k].Field}");
            tally.Scalar(section + ".start_date", "", invented.Start, RecordValues.SameDate, at: $"/{section}/{place}/start_date");
            var end = section == "experience" ? invented.EndOrCurrent : invented.End;
            tally.Scalar(section + ".end_date", "", end, RecordValues.SameDate, at: $"/{section}/{place}/{EndKey(end)}");
        }
    }

    /// <summary>How much of what the truth says of an entry is in the one found; dates weigh 0.7, the year alone 0.2.</summary>
    private static double Similarity(Entry truth, Entry found)
    {
        double total = 0, weight = 0;
        for (var k = 0; k < truth.Texts.Length; k++)
        {
            if (truth.Texts[k].Length == 0) continue;
            weight += 1;
            total += found.Texts[k].Length > 0 ? TextSimilarity.Of(truth.Texts[k], found.Texts[k]) : 0;
        }
        foreach (var (expected, got) in ((string, string)[])[(truth.Start, found.Start), (truth.End, found.End)])
        {
            if (expected.Length == 0) continue;
            weight += .7;
            total += RecordValues.SameDate(expected, got) ? .7 : RecordValues.Start(got, 4) == expected[..4] ? .2 : 0;
        }
        return weight > 0 ? total / weight : 0;
    }

    private static string EndKey(string end) => end == Entry.Current ? "is_current" : "end_date";

    /// <param name="at">Pointer of the entry found.</param>
    private static void Pair(Tally tally, string section, (string Field, string[] Keys)[] texts, Entry truth, Entry found, string at)
    {
        for (var k = 0; k < texts.Length; k++) tally.Scalar($"{section}.{texts[k].Field}", truth.Texts[k], found.Texts[k], TextSimilarity.Matches, at: $"{at}/{texts[k].Field}");

        var (start, end) = (found.Start, found.End);
        // One year printed: it may be read as start, end or both.
        if (truth.End.Length == 4 && (truth.Start.Length == 0 || truth.Start == truth.End))
        {
            if (RecordValues.SameDate(truth.End, start)) start = "";
            if (RecordValues.SameDate(truth.End, found.Start) && !RecordValues.SameDate(truth.End, end)) end = found.Start;
            tally.Scalar(section + ".start_date", "", start, RecordValues.SameDate, at: at + "/start_date");
        }
        else
        {
            tally.Scalar(section + ".start_date", truth.Start, start, RecordValues.SameDate, at: at + "/start_date");
        }

        if (section == "education")
        {
            tally.Scalar("education.end_date", truth.End, end, RecordValues.SameDate, at: at + "/end_date");
            tally.Scalar("education.grade", truth.Raw.Get("grade").Text(), found.Raw.Get("grade").Text(), TextSimilarity.Matches, lenient: true, at + "/grade");
            return;
        }
        end = found.IsCurrent && end.Length == 0 ? Entry.Current : end;
        tally.Scalar("experience.end_date", truth.EndOrCurrent, end, (t, f) => t == Entry.Current || f == Entry.Current ? t == f : RecordValues.SameDate(t, f), at: $"{at}/{EndKey(end)}");
        var city = found.Raw.Get("city").Text();
        tally.Scalar("experience.city", truth.Raw.Get("city").Text(), city.Length > 0 ? city : found.Raw.Get("location").Text("city"), TextSimilarity.Matches, lenient: true, at + "/location/city");
        var highlights = Joined(found.Raw.Get("highlights"));
        tally.Scalar("experience.highlights", Joined(truth.Raw.Get("highlights")), highlights.Length > 0 ? highlights : found.Raw.Get("description").Text(),
            (t, f) => SequenceRatio.Of(TextFolding.Fold(t), TextFolding.Fold(f)) >= 0.75, lenient: true, at + (highlights.Length > 0 ? "/highlights" : "/description"));
    }

    private static string Joined(JsonElement highlights) => string.Join(' ', highlights.Items().Select(h => h.Text()));

    private sealed class Entry(JsonElement raw, (string Field, string[] Keys)[] texts)
    {
        public const string Current = "current";

        public JsonElement Raw => raw;
        public string[] Texts { get; } = [.. texts.Select(t => FirstText(raw, t.Keys))];
        public string Start { get; } = raw.Get("start_date").Date();
        public string End { get; } = raw.Get("end_date").Date();
        public bool IsCurrent { get; } = raw.Get("is_current").IsTruthy() || raw.Get("current").IsTruthy();
        public string EndOrCurrent => IsCurrent && End.Length == 0 ? Current : End;

        private static string FirstText(JsonElement raw, string[] keys) =>
            keys.Select(k => raw.Get(k).Text("name", "original", "raw")).FirstOrDefault(t => t.Length > 0, "");
    }
}
