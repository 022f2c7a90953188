namespace Resumai.Cli.Eval.Scoring;

/// <summary>Right, wrongly found and missed values of one field.</summary>
internal readonly record struct Counts(int TruePositives, int FalsePositives, int FalseNegatives)
{
    /// <summary>Nothing to find and nothing found: such a field does not count.</summary>
    public bool IsEmpty => TruePositives + FalsePositives + FalseNegatives == 0;

    /// <summary>Values in the truth.</summary>
    public int Support => TruePositives + FalseNegatives;

    public double Precision => Share(TruePositives, FalsePositives, FalseNegatives);
    public double Recall => Share(TruePositives, FalseNegatives, FalsePositives);
    public double F1 => Precision + Recall is var sum && sum > 0 ? 2 * Precision * Recall / sum : 0;

    public static Counts operator +(Counts a, Counts b) =>
        new(a.TruePositives + b.TruePositives, a.FalsePositives + b.FalsePositives, a.FalseNegatives + b.FalseNegatives);

    private static double Share(int right, int wrong, int other) =>
        right + wrong > 0 ? (double)right / (right + wrong) : other == 0 ? 1 : 0;
}

/// <summary>The counts of every field, over one document or many.</summary>
internal sealed class Tally
{
    private readonly Dictionary<string, Counts> counts = [];

    public Counts this[string field] => counts.GetValueOrDefault(field);

    public void Add(string field, int truePositives = 0, int falsePositives = 0, int falseNegatives = 0) =>
        counts[field] = this[field] + new Counts(truePositives, falsePositives, falseNegatives);

    public void Add(Tally other)
    {
        foreach (var (field, more) in other.counts) counts[field] = this[field] + more;
    }

    public void ForgiveFalsePositives(string field)
    {
        if (counts.ContainsKey(field)) counts[field] = this[field] with { FalsePositives = 0 };
    }

    public void KeepOnly(IReadOnlySet<string> fields)
    {
        foreach (var field in counts.Keys.Where(f => !fields.Contains(f)).ToList()) counts.Remove(field);
    }

    /// <summary>One value of the truth against one found.</summary>
    /// <param name="lenient">Found without being in the truth is no error.</param>
    public void Scalar(string field, string truth, string found, Func<string, string, bool> equal, bool lenient = false)
    {
        if (truth.Length > 0 && found.Length > 0)
        {
            if (equal(truth, found)) Add(field, truePositives: 1);
            else Add(field, falsePositives: 1, falseNegatives: 1);
        }
        else if (truth.Length > 0) Add(field, falseNegatives: 1);
        else if (found.Length > 0 && !lenient) Add(field, falsePositives: 1);
    }

    /// <summary>Two lists, matched one to one from the most similar pair down; duplicates in what was found count once.</summary>
    /// <param name="similarity">0 when two items are not the same.</param>
    public void Sets(string field, IEnumerable<string> truth, IEnumerable<string> found, Func<string, string, double> similarity)
    {
        List<string> expected = [.. truth.Where(t => t.Length > 0)], got = [.. found.Where(g => g.Length > 0).Distinct()];
        var pairs = from i in Enumerable.Range(0, expected.Count)
                    from j in Enumerable.Range(0, got.Count)
                    let score = similarity(expected[i], got[j])
                    where score > 0
                    orderby score descending, i descending, j descending
                    select (i, j);
        var (usedTruth, usedFound) = (new HashSet<int>(), new HashSet<int>());
        foreach (var (i, j) in pairs)
        {
            if (usedTruth.Contains(i) || usedFound.Contains(j)) continue;
            usedTruth.Add(i);
            usedFound.Add(j);
        }
        Add(field, usedTruth.Count, got.Count - usedTruth.Count, expected.Count - usedTruth.Count);
    }

    /// <summary>Mean F1 of the fields that have anything to judge, all or the given ones.</summary>
    public double MacroF1(IReadOnlySet<string>? only = null)
    {
        var scores = counts.Where(c => !c.Value.IsEmpty && only?.Contains(c.Key) != false).Select(c => c.Value.F1).ToList();
        return scores.Count == 0 ? 0 : scores.Average();
    }

    /// <summary>F1 over all values together; entries are not counted beside their fields.</summary>
    public double MicroF1() => counts.Where(c => !c.Key.EndsWith(".entries", StringComparison.Ordinal)).Aggregate(new Counts(), (sum, c) => sum + c.Value).F1;
}
