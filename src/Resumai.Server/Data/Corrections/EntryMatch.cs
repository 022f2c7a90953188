using System.Text.Json.Nodes;

namespace Resumai.Server.Data.Corrections;

/// <summary>
/// Finds the entries of one list again in another: equal ones first, in order, then those that share most of their values, at least half.
/// Each is taken once.
/// </summary>
internal static class EntryMatch
{
    /// <summary>For each entry of <paramref name="to"/> the index of its like in <paramref name="from"/>, -1 where there is none.</summary>
    public static int[] Of(JsonArray from, JsonArray to)
    {
        var matches = Enumerable.Repeat(-1, to.Count).ToArray();
        var free = Enumerable.Range(0, from.Count).ToHashSet();
        for (var i = 0; i < to.Count; i++)
        {
            var entry = to[i];
            var same = free.Where(f => JsonNode.DeepEquals(from[f], entry)).DefaultIfEmpty(-1).Min();
            if (same >= 0) Take(i, same);
        }
        var alike = new List<(int To, int From, double Share)>();
        for (var i = 0; i < to.Count; i++)
        {
            if (matches[i] < 0) alike.AddRange(free.Select(f => (i, f, Share(from[f], to[i]))));
        }
        foreach (var (i, f, _) in alike.Where(a => a.Share >= 0.5).OrderByDescending(a => a.Share).ThenBy(a => a.To).ThenBy(a => a.From))
        {
            if (matches[i] < 0 && free.Contains(f)) Take(i, f);
        }
        return matches;

        void Take(int i, int f)
        {
            matches[i] = f;
            free.Remove(f);
        }
    }

    /// <summary>Of the keys that either entry fills, how many both fill alike.</summary>
    private static double Share(JsonNode? one, JsonNode? other)
    {
        if (one is not JsonObject a || other is not JsonObject b) return 0;
        var (filled, alike) = (0, 0);
        foreach (var (key, value) in a)
        {
            if (key == RecordDiff.Counted || (IsEmpty(value) && IsEmpty(b[key]))) continue;
            filled++;
            if (JsonNode.DeepEquals(value, b[key])) alike++;
        }
        return filled == 0 ? 0 : (double)alike / filled;
    }

    private static bool IsEmpty(JsonNode? value) => value is null or JsonArray { Count: 0 } || (value is JsonValue known && known.TryGetValue<bool>(out var yes) && !yes);
}
