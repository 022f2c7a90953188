namespace Resumai.Training;

/// <summary>
/// Isotonic regression by pooling adjacent violators (Ayer et al., 1955): the shares of right answers that rise with the score and fit best.
/// </summary>
internal static class Isotonic
{
    /// <summary>Fewer answers than this make no step: a share of few is chance.</summary>
    private const int FewestAnswers = 60;
    /// <summary>Right and wrong answers added to each step, so that no share is 0 or 1.</summary>
    private const double Prior = 0.5;

    /// <returns>Scores and shares, both strictly rising; at least two.</returns>
    public static IReadOnlyList<(double Score, double Share)> Fit(IReadOnlyList<(double Score, bool Right)> answers)
    {
        var pools = new List<Pool>();
        // Twenty answers at a time, or single ones would each be a step before they are pooled.
        foreach (var chunk in answers.OrderBy(a => a.Score).Chunk(Math.Clamp(answers.Count / 60, 5, 50)))
        {
            pools.Add(new Pool(chunk.Sum(a => a.Score), chunk.Count(a => a.Right), chunk.Length));
            while (pools.Count > 1 && (pools[^2].Share >= pools[^1].Share || pools[^2].Count < FewestAnswers))
            {
                var last = pools[^1];
                pools.RemoveAt(pools.Count - 1);
                pools[^1] = new Pool(pools[^1].Scores + last.Scores, pools[^1].Right + last.Right, pools[^1].Count + last.Count);
            }
        }
        if (pools.Count > 1 && pools[^1].Count < FewestAnswers)
        {
            var last = pools[^1];
            pools.RemoveAt(pools.Count - 1);
            pools[^1] = new Pool(pools[^1].Scores + last.Scores, pools[^1].Right + last.Right, pools[^1].Count + last.Count);
        }
        return pools.Count > 1 ? [.. pools.Select(p => (p.Scores / p.Count, p.Share))] : [(pools[0].Scores / pools[0].Count, pools[0].Share), ((pools[0].Scores / pools[0].Count) + 1, pools[0].Share)];
    }

    private readonly record struct Pool(double Scores, int Right, int Count)
    {
        public double Share => (Right + Prior) / (Count + (2 * Prior));
    }
}
