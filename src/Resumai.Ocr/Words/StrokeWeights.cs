namespace Resumai.Ocr.Words;

/// <summary>Parts the strokes of a document into usual and bold ones.</summary>
internal static class StrokeWeights
{
    /// <summary>Against the usual thickness: between these the gap between usual and bold strokes lies, in any typeface at any resolution.</summary>
    private const double Least = 1.13, Most = 1.4;
    private const double Step = 0.01, Reach = 0.04;

    /// <summary>The thickness from which on strokes are bold: where the fewest letters are between the two.</summary>
    public static double BoldFrom(IEnumerable<(double Weight, int Letters)> words)
    {
        var sorted = words.Where(w => w.Weight > 0).OrderBy(w => w.Weight).ToList();
        if (sorted.Count == 0) return double.PositiveInfinity;
        var usual = Median(sorted);
        var (fewest, sum, count) = (int.MaxValue, 0.0, 0);
        for (var part = Least; part <= Most; part += Step)
        {
            var near = sorted.Where(w => Math.Abs(w.Weight / usual - part) <= Reach).Sum(w => w.Letters);
            if (near > fewest) continue;
            if (near < fewest) (fewest, sum, count) = (near, 0, 0);
            (sum, count) = (sum + part, count + 1);
        }
        return usual * sum / count;
    }

    private static double Median(List<(double Weight, int Letters)> sorted)
    {
        var half = sorted.Sum(w => w.Letters) / 2;
        foreach (var (weight, letters) in sorted)
        {
            if ((half -= letters) <= 0) return weight;
        }
        return sorted[^1].Weight;
    }
}
