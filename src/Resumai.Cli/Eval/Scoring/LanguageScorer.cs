using System.Text.Json;

namespace Resumai.Cli.Eval.Scoring;

/// <summary>Scores spoken languages: by code or name, the level as a field of its own.</summary>
internal static class LanguageScorer
{
    public static void Score(Tally tally, IReadOnlyList<JsonElement> truth, IReadOnlyList<JsonElement> found)
    {
        var used = new HashSet<int>();
        foreach (var language in truth)
        {
            HashSet<string> keys = [language.Get("code").Text().ToLowerInvariant(), TextFolding.Fold(language.Get("name").Text())];
            keys.Remove("");
            var hit = Enumerable.Range(0, found.Count).FirstOrDefault(j => !used.Contains(j) && (keys.Contains(Key(found[j])) || keys.Contains(Name(found[j]))), -1);
            if (hit >= 0) used.Add(hit);
            tally.Add("languages", truePositives: hit >= 0 ? 1 : 0, falseNegatives: hit >= 0 ? 0 : 1);

            var level = language.Get("level").Text().ToLowerInvariant();
            // A word such as "fluent" may be read as one of several levels.
            string[] accepted = [.. language.Get("level_any").Items().Select(l => l.Text().ToLowerInvariant())];
            tally.Scalar("languages.level", level, hit >= 0 ? Level(found[hit]) : "", (t, f) => accepted.Length > 0 ? accepted.Contains(f) : t == f, lenient: true, $"/languages/{hit}/raw_level");
        }
        for (var j = 0; j < found.Count; j++) tally.Judge("languages", $"/languages/{j}/name", used.Contains(j));
        tally.Add("languages", falsePositives: found.Count - used.Count);
    }

    private static string Key(JsonElement language)
    {
        var code = FirstText(language, "code", "iso_code", "language_code").ToLowerInvariant();
        return code.Length is > 0 and < 6 ? RecordValues.Start(code, 2) : Name(language);
    }

    private static string Name(JsonElement language) => TextFolding.Fold(language.Text("name", "language"));

    private static string Level(JsonElement language)
    {
        var level = language.Get("level").Text("cefr", "code") is { Length: > 0 } own ? own : FirstText(language, "cefr", "proficiency");
        return level.ToLowerInvariant() is "native" or "mother tongue" or "mother_tongue" or "c2+" or "bilingual" or "native_or_bilingual" ? "native" : level.ToLowerInvariant();
    }

    private static string FirstText(JsonElement language, params string[] keys) =>
        keys.Select(k => language.Get(k).Text()).FirstOrDefault(t => t.Length > 0, "");
}
