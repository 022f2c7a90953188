using System.Globalization;

namespace Resumai.Cli.Eval.Reliability;

/// <summary>
/// Confidence against right and wrong. ECE is the expected calibration error over ten bins of equal width (Naeini et al., 2015): the mean
/// distance between confidence and share of right values. AUC is the chance that a right value has a higher confidence than a wrong one.
/// </summary>
internal static class ReliabilityTable
{
    private const int Bins = 10;

    public static double CalibrationError(IReadOnlyCollection<JudgedValue> values) =>
        values.Count == 0 ? 0 : values.GroupBy(Bin).Sum(b => Math.Abs(b.Sum(v => v.Confidence - (v.IsRight ? 1 : 0)))) / values.Count;

    /// <summary>NaN where all are right or all wrong.</summary>
    public static double Separation(IReadOnlyCollection<JudgedValue> values)
    {
        // The Mann–Whitney statistic by ranks; equal confidences share the mean of their ranks.
        var (rank, sum, right) = (0.0, 0.0, values.Count(v => v.IsRight));
        foreach (var equal in values.GroupBy(v => v.Confidence).OrderBy(g => g.Key))
        {
            var count = equal.Count();
            sum += equal.Count(v => v.IsRight) * (rank + ((count + 1) / 2.0));
            rank += count;
        }
        return (sum - (right * (right + 1.0) / 2)) / ((double)right * (values.Count - right));
    }

    public static void Write(TextWriter output, IReadOnlyCollection<JudgedValue> values)
    {
        output.WriteLine("| confidence | values | mean confidence | right |");
        output.WriteLine("|---|---:|---:|---:|");
        foreach (var bin in values.GroupBy(Bin).OrderBy(g => g.Key))
        {
            output.WriteLine(Line($"| {bin.Key / (double)Bins:0.0}–{(bin.Key + 1) / (double)Bins:0.0} | {bin.Count()} | {bin.Average(v => v.Confidence):0.000} | {Right(bin):0.000} |"));
        }
        output.WriteLine();
        output.WriteLine("| field | values | right | mean confidence | lowest–highest decile | ECE | AUC |");
        output.WriteLine("|---|---:|---:|---:|---:|---:|---:|");
        WriteRow(output, "**all**", values);
        foreach (var field in values.GroupBy(v => v.Field).OrderByDescending(g => g.Count())) WriteRow(output, field.Key, [.. field]);
    }

    private static void WriteRow(TextWriter output, string name, IReadOnlyCollection<JudgedValue> values)
    {
        var sorted = values.Select(v => v.Confidence).Order().ToArray();
        var auc = Separation(values) is var a && double.IsNaN(a) ? "–" : Line($"{a:0.000}");
        output.WriteLine(Line($"| {name} | {values.Count} | {Right(values):0.000} | {values.Average(v => v.Confidence):0.000} | {sorted[sorted.Length / 10]:0.00}–{sorted[sorted.Length * 9 / 10]:0.00} | {CalibrationError(values):0.000} | {auc} |"));
    }

    private static double Right(IEnumerable<JudgedValue> values) => values.Average(v => v.IsRight ? 1.0 : 0);

    private static int Bin(JudgedValue value) => Math.Min(Bins - 1, (int)(value.Confidence * Bins));

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
