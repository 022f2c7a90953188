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

/// <summary>Whether the value found at a pointer of the record is right.</summary>
/// <param name="Pointer">RFC 6901.</param>
internal readonly record struct Verdict(string Field, string Pointer, bool IsRight);

/// <summary>The counts of every field, over one document or many, and what was found of each value of a document.</summary>
internal sealed class Tally
{
    private readonly Dictionary<string, Counts> counts = [];
    private readonly List<Verdict> verdicts = [];

    /// <summary>Of the values that the truth can judge.</summary>
    public IReadOnlyList<Verdict> Verdicts => verdicts;

    public Counts this[string field] => counts.GetValueOrDefault(field);

    public void Add(string field, int truePositives = 0, int falsePositives = 0, int falseNegatives = 0) =>
        counts[field] = this[field] + new Counts(truePositives, falsePositives, falseNegatives);

    public void Add(Tally other)
    {
        foreach (var (field, more) in other.counts) counts[field] = this[field] + more;
    }

    public void Judge(string field, string pointer, bool isRight) => verdicts.Add(new Verdict(field, pointer, isRight));

    public void ForgiveFalsePositives(string field)
    {
        verdicts.RemoveAll(v => v.Field == field && !v.IsRight);
        if (counts.ContainsKey(field)) counts[field] = this[field] with { FalsePositives = 0 };
    }

    public void KeepOnly(IReadOnlySet<string> fields)
    {
        verdicts.RemoveAll(v => !fields.Contains(v.Field));
        foreach (var field in counts.Keys.Where(f => !fields.Contains(f)).ToList()) counts.Remove(field);
    }

    /// <summary>One value of the truth against one found.</summary>
    /// <param name="lenient">Found without being in the truth is no error.</param>
    /// <param name="at">Pointer of the value found; null where it is not to be judged by itself.</param>
    public void Scalar(string field, string truth, string found, Func<string, string, bool> equal, bool lenient = false, string? at = null)
    {
        if (at is not null && found.Length > 0 && (truth.Length > 0 || !lenient)) Judge(field, at, truth.Length > 0 && equal(truth, found));
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
    /// <param name="at">Pointer of the item found at an index; null where they are not to be judged by themselves.</param>
    public void Sets(string field, IEnumerable<string> truth, IEnumerable<string> found, Func<string, string, double> similarity, Func<int, string>? at = null)
    {
        var items = found.Index().Where(g => g.Item.Length > 0).DistinctBy(g => g.Item).ToList();
        List<string> expected = [.. truth.Where(t => t.Length > 0)], got = [.. items.Select(g => g.Item)];
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
        for (var j = 0; at is not null && j < items.Count; j++) Judge(field, at(items[j].Index), usedFound.Contains(j));
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
