using Resumai.Reading;

namespace Resumai.Bench.PageReading;

/// <summary>Matches words by where they stand: a word of the truth is found when our text at its place says the same.</summary>
internal static class PlaceMatcher
{
    public static void Match(WordMatch match)
    {
        foreach (var page in match.Truth.GroupBy(t => t.Page))
        {
            List<Token> ours = [.. match.Ours.Where(o => o.Page == page.Key)];
            var near = page.ToDictionary(t => t, t => ours.Where(o => Overlaps(t.Box, o.Box)).ToList());
            foreach (var truth in page)
            {
                if (near[truth].Where(o => o.Key == truth.Key && match.IsUnused(o)).MinBy(o => Distance(o.Box, truth.Box)) is { } same) match.Pair(truth, same);
            }
            foreach (var (truth, found) in Groups([.. page.Where(match.IsFree)], near, match))
            {
                if (WordMatch.SaysTheSame(truth, found)) match.PairRuns(truth, found);
            }
        }
    }

    /// <summary>Words without a partner that overlap one another, in rows from the left.</summary>
    private static IEnumerable<(IReadOnlyList<Token> Truth, IReadOnlyList<Token> Ours)> Groups(IReadOnlyList<Token> free, Dictionary<Token, List<Token>> near, WordMatch match)
    {
        var seen = new HashSet<Token>();
        foreach (var start in free)
        {
            if (!seen.Add(start)) continue;
            var (truth, ours) = (new List<Token> { start }, new HashSet<Token>());
            for (var i = 0; i < truth.Count; i++)
            {
                foreach (var o in near[truth[i]].Where(match.IsUnused).Where(ours.Add).ToList())
                {
                    truth.AddRange(free.Where(t => near[t].Contains(o) && seen.Add(t)));
                }
            }
            yield return (InRows(truth), InRows([.. ours]));
        }
    }

    private static IReadOnlyList<Token> InRows(List<Token> tokens)
    {
        var rows = new List<List<Token>>();
        foreach (var token in tokens.OrderBy(t => t.Box.CenterY))
        {
            if (rows.Count > 0 && rows[^1][0].Box.Contains(rows[^1][0].Box.CenterX, token.Box.CenterY)) rows[^1].Add(token);
            else rows.Add([token]);
        }
        return [.. rows.SelectMany(r => r.OrderBy(t => t.Box.Left))];
    }

    private static bool Overlaps(Box a, Box b) =>
        a.HorizontalOverlap(b) > 0.35 * Math.Min(a.Width, b.Width) && a.VerticalOverlap(b) > 0.35 * Math.Min(a.Height, b.Height);

    private static double Distance(Box a, Box b) => Math.Abs(a.Left - b.Left) + Math.Abs(a.CenterY - b.CenterY);
}
