using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Resumai.Cli.Eval.Scoring;

namespace Resumai.Cli.Eval;

/// <summary>
/// The scores a corpus must keep (<c>scores.json</c> beside its manifest): core macro-F1 overall, by kind and by language, and
/// the F1 of every field. A deliberate change rewrites it with <c>eval DIR --write-floor</c>.
/// </summary>
/// <param name="AsOf">The day the documents were read as of, so that open ranges count alike on every day.</param>
internal sealed record Floor(DateOnly AsOf, IReadOnlyDictionary<string, double> Scores)
{
    public const string FileName = "scores.json";

    /// <summary>The parser is deterministic; the margin covers the four decimals of the file and nothing else.</summary>
    public const double Margin = 0.0005;

    /// <summary>Null when there is no readable floor.</summary>
    public static Floor? Read(string path)
    {
        var json = JsonFile.Read(path);
        if (!DateOnly.TryParse(json.Get("as_of").Text(), out var asOf) || json.Get("scores") is not { ValueKind: JsonValueKind.Object } scores) return null;
        return new Floor(asOf, scores.EnumerateObject().ToDictionary(s => s.Name, s => s.Value.GetDouble()));
    }

    public static Floor Of(Evaluation evaluation, DateOnly asOf)
    {
        var scores = new Dictionary<string, double> { ["core_macro_f1"] = evaluation.CoreMacroF1 };
        foreach (var kind in evaluation.ByKind.OrderBy(k => k.Name, StringComparer.Ordinal)) scores["kind/" + kind.Name] = kind.CoreMacroF1;
        foreach (var language in evaluation.ByLanguage.OrderBy(l => l.Name, StringComparer.Ordinal)) scores["language/" + language.Name] = language.CoreMacroF1;
        foreach (var (field, counts) in evaluation.Fields) scores["field/" + field] = counts.F1;
        return new Floor(asOf, scores.ToDictionary(s => s.Key, s => Math.Round(s.Value, 4)));
    }

    /// <summary>The scores that fell below the floor, one sentence each; a score that is no longer there fell to 0.</summary>
    public IReadOnlyList<string> Falls(Floor now) =>
    [
        .. from score in Scores
           let value = now.Scores.GetValueOrDefault(score.Key)
           where value < score.Value - Margin
           select FormattableString.Invariant($"{score.Key} fell from {score.Value:0.0000} to {value:0.0000} (margin {Margin})"),
    ];

    public void Write(string path)
    {
        var json = new JsonObject
        {
            ["as_of"] = AsOf.ToString("yyyy-MM-dd"),
            ["scores"] = new JsonObject(Scores.Select(s => KeyValuePair.Create(s.Key, (JsonNode?)s.Value))),
        };
        var options = new JsonSerializerOptions { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        File.WriteAllText(path, json.ToJsonString(options) + "\n");
    }
}
