using System.Text.Json.Nodes;

namespace Resumai.Cli.Eval;

/// <summary>An evaluation for machines: the keys of <c>tests/score.py --json</c>, and the failures and timings beside them.</summary>
internal static class EvaluationJson
{
    public static JsonObject Write(Evaluation evaluation, IReadOnlyList<double> sortedMilliseconds) => new()
    {
        ["documents"] = evaluation.Documents.Count,
        ["missing"] = new JsonArray([.. evaluation.Documents.Where(d => !d.HasRecord).Select(d => (JsonNode)d.Document.Id)]),
        ["leaks"] = new JsonArray([.. evaluation.Documents.Where(d => d.Leaks.Count > 0).Select(Leak)]),
        ["macro_f1"] = evaluation.Total.MacroF1(),
        ["core_macro_f1"] = evaluation.CoreMacroF1,
        ["micro_f1"] = evaluation.Total.MicroF1(),
        ["fields"] = Object(evaluation.Fields, f => f.Field, f => new JsonObject
        {
            ["p"] = f.Counts.Precision,
            ["r"] = f.Counts.Recall,
            ["f1"] = f.Counts.F1,
            ["n"] = f.Counts.Support,
            ["tp"] = f.Counts.TruePositives,
            ["fp"] = f.Counts.FalsePositives,
            ["fn"] = f.Counts.FalseNegatives,
        }),
        ["per_document"] = Object(evaluation.Documents, d => d.Document.Id, d => new JsonObject { ["core_macro_f1"] = d.CoreMacroF1, ["micro_f1"] = d.MicroF1 }),
        ["by_language"] = Object(evaluation.ByLanguage, g => g.Name, Scores),
        ["by_layout"] = Object(evaluation.ByLayout, g => g.Name, Scores),
        ["by_kind"] = Object(evaluation.ByKind, g => g.Name, Scores),
        ["failed"] = Object(evaluation.Documents.Where(d => d.Found.Error is not null), d => d.Document.Id, d => d.Found.Error!.Code),
        ["timings"] = sortedMilliseconds.Count == 0 ? null : new JsonObject
        {
            ["documents"] = sortedMilliseconds.Count,
            ["median_ms"] = Quantile(sortedMilliseconds, 0.5),
            ["p95_ms"] = Quantile(sortedMilliseconds, 0.95),
        },
    };

    /// <summary>The value below which that share of the sorted values lies (nearest rank).</summary>
    public static double Quantile(IReadOnlyList<double> sorted, double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)];

    private static JsonNode Scores(Group group) => new JsonObject { ["core_macro_f1"] = group.CoreMacroF1, ["micro_f1"] = group.MicroF1, ["documents"] = group.Documents, ["missing"] = group.WithoutRecord };

    private static JsonNode Leak(ScoredDocument document) =>
        new JsonArray(document.Document.Id, new JsonArray([.. document.Leaks.Select(l => (JsonNode)l)]));

    private static JsonObject Object<T>(IEnumerable<T> items, Func<T, string> key, Func<T, JsonNode> value) =>
        new(items.Select(i => KeyValuePair.Create(key(i), (JsonNode?)value(i))));
}
