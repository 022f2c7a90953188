namespace Resumai.Bench.PageReading;

/// <summary>Two consecutive lines of the truth and whether they follow one another in ours.</summary>
internal sealed record LinePair(TruthLine First, TruthLine Second, bool IsGood, bool IsJump, string OursGoesOn);

/// <summary>
/// Judges the reading order by the seams between lines: behind the last word of a line must come the first word of the next.
/// So it does not matter whether a date at the right edge is a line of its own or the end of another, on either side.
/// </summary>
internal static class LinePairs
{
    public static IReadOnlyList<LinePair> Judge(LineTruth truth, WordMatch match)
    {
        var ours = match.Ours.Where(o => o.IsBody && !match.IsDecoration(o)).ToList();
        var place = ours.Index().ToDictionary(o => o.Item, o => o.Index);
        var words = match.Truth.ToLookup(t => t.Line);
        var result = new List<LinePair>();
        for (var i = 0; i + 1 < truth.Lines.Count; i++)
        {
            var (first, second) = (truth.Lines[i], truth.Lines[i + 1]);
            if (!first.IsBody || !second.IsBody) continue;
            var last = words[i].SelectMany(match.Of).LastOrDefault();
            var next = words[i + 1].SelectMany(match.Of).FirstOrDefault();
            var isGood = last is not null && next is not null && place.TryGetValue(last, out var from) && place.TryGetValue(next, out var to) && (to == from + 1 || to == from);
            var isJump = first.Page == second.Page && !first.Box.IsNone && second.Box.CenterY < first.Box.Top - 2;
            result.Add(new LinePair(first, second, isGood, isJump, last is null ? "(missing)" : string.Join(' ', ours.SkipWhile(o => o.Order <= last.Order).Take(6).Select(o => o.Text))));
        }
        return result;
    }
}
