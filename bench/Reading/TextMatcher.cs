namespace Resumai.Bench.PageReading;

/// <summary>
/// Matches words where there are no places: the longest runs both sides share first, wherever they stand (greedy string tiling,
/// Wise 1993), so that text that was moved is found and counts as moved, not as lost.
/// </summary>
internal static class TextMatcher
{
    public static void Match(WordMatch match)
    {
        var expected = 0;
        while (Longest(match, ref expected) is { } run)
        {
            for (var i = 0; i < run.Length; i++) match.Pair(match.Truth[run.Truth + i], match.Ours[run.Ours + i]);
        }
        Leftovers(match);
    }

    /// <summary>The longest common run without a partner; of several the one that lies straightest behind the run before.</summary>
    private static (int Truth, int Ours, int Length)? Longest(WordMatch match, ref int expected)
    {
        var (truth, ours) = (match.Truth, match.Ours);
        var before = new int[ours.Count + 1];
        (int Truth, int Ours, int Length)? best = null;
        for (var t = truth.Count - 1; t >= 0; t--)
        {
            var lengths = new int[ours.Count + 1];
            for (var o = ours.Count - 1; o >= 0; o--)
            {
                if (truth[t].Key != ours[o].Key || !match.IsFree(truth[t]) || !match.IsUnused(ours[o])) continue;
                lengths[o] = before[o + 1] + 1;
                if (best is null || lengths[o] > best.Value.Length
                    || (lengths[o] == best.Value.Length && Math.Abs(o - t - expected) < Math.Abs(best.Value.Ours - best.Value.Truth - expected))) best = (t, o, lengths[o]);
            }
            before = lengths;
        }
        if (best is { } found) expected = found.Ours - found.Truth;
        return best;
    }

    /// <summary>Words without a partner between the same neighbours on both sides: the same letters with other gaps.</summary>
    private static void Leftovers(WordMatch match)
    {
        for (var t = 0; t < match.Truth.Count; t++)
        {
            if (!match.IsFree(match.Truth[t])) continue;
            var end = t;
            while (end < match.Truth.Count && match.IsFree(match.Truth[end])) end++;
            var start = t == 0 ? 0 : match.Of(match.Truth[t - 1]) is [.., var last] ? last.Order + 1 : 0;
            var stop = start;
            while (stop < match.Ours.Count && match.IsUnused(match.Ours[stop])) stop++;
            IReadOnlyList<Token> truth = [.. match.Truth.Take(t..end)], ours = [.. match.Ours.Take(start..stop)];
            if (WordMatch.SaysTheSame(truth, ours)) match.PairRuns(truth, ours);
            t = end;
        }
    }
}
