using System.Globalization;
using System.Text.Json.Nodes;
using Resumai.Master;

namespace Resumai.Server.Data.Corrections;

/// <summary>The evidence of a corrected record: that of a value goes where the value went, that of a corrected one says so.</summary>
internal sealed class CorrectedEvidence
{
    private readonly IReadOnlyDictionary<string, Evidence> _parsed;
    private readonly Dictionary<string, Evidence> _evidence;

    private CorrectedEvidence(IReadOnlyDictionary<string, Evidence> parsed)
    {
        _parsed = parsed;
        _evidence = parsed.Where(e => !RecordDiff.Correctable.Contains(e.Key.Split('/').ElementAtOrDefault(1))).ToDictionary();
    }

    /// <param name="evidence">Of the record as parsed.</param>
    public static IReadOnlyDictionary<string, Evidence> Of(JsonObject parsed, JsonObject corrected, IReadOnlyDictionary<string, Evidence> evidence)
    {
        var made = new CorrectedEvidence(evidence);
        foreach (var key in RecordDiff.Correctable) made.Walk(parsed[key], "/" + key, corrected[key], "/" + key);
        return made._evidence;
    }

    /// <param name="origin">Where the value stood in the parsed record; null: nowhere.</param>
    private void Walk(JsonNode? parsed, string? origin, JsonNode? value, string pointer)
    {
        Note(parsed, origin, value, pointer);
        switch (value)
        {
            case JsonObject owner:
                foreach (var (key, child) in owner)
                {
                    if (key != RecordDiff.Counted) Walk((parsed as JsonObject)?[key], origin is null ? null : JsonPointers.Child(origin, key), child, JsonPointers.Child(pointer, key));
                }
                break;
            case JsonArray list:
                var before = parsed as JsonArray ?? [];
                var matches = before.Count == list.Count ? [.. Enumerable.Range(0, list.Count)] : EntryMatch.Of(before, list);
                for (var i = 0; i < list.Count; i++)
                {
                    var from = matches[i];
                    Walk(from < 0 ? null : before[from], from < 0 || origin is null ? null : Index(origin, from), list[i], Index(pointer, i));
                }
                break;
            default:
                break;
        }
    }

    private void Note(JsonNode? parsed, string? origin, JsonNode? value, string pointer)
    {
        var known = origin is null ? null : _parsed.GetValueOrDefault(origin);
        if (JsonNode.DeepEquals(parsed, value))
        {
            if (known is not null) _evidence[pointer] = known;
        }
        else if (known is not null)
        {
            _evidence[pointer] = known with { Confidence = 1, Validated = true };
        }
        // What a new entry leaves out was not said by anybody.
        else if (value is JsonValue leaf && !(origin is null && leaf.TryGetValue<bool>(out var yes) && !yes))
        {
            _evidence[pointer] = new Evidence(1, null, [], "") { Validated = true };
        }
    }

    private static string Index(string pointer, int index) => $"{pointer}/{index.ToString(CultureInfo.InvariantCulture)}";
}
