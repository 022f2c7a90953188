using System.Globalization;

namespace Resumai.Master.Certainty;

/// <summary>
/// A logistic model over named features: the log-odds are a weighted sum. Trained by <c>training/</c>; its weights are rows
/// "name, weight" of a data file. Immutable, thread-safe.
/// </summary>
internal sealed class LogisticModel(double[] weights)
{
    public double LogOdds(ReadOnlySpan<double> features)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++) sum += weights[i] * features[i];
        return sum;
    }

    public static double Probability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    /// <param name="rows">Of each the last two cells are the name of a feature and its weight.</param>
    /// <param name="names">Of the features, in their order; the rows must have a weight for each and no other.</param>
    public static LogisticModel Of(IEnumerable<string[]> rows, IReadOnlyList<string> names)
    {
        var known = rows.ToDictionary(r => r[^2], r => r[^1]);
        if (known.Count != names.Count || names.Any(n => !known.ContainsKey(n))) throw new InvalidDataException("The weights are of other features: train them anew.");
        var weights = new double[names.Count];
        for (var i = 0; i < weights.Length; i++) weights[i] = Number(known[names[i]]);
        return new LogisticModel(weights);
    }

    /// <summary>The rows of an embedded data file, cut at tabs; comment lines begin with '#'.</summary>
    public static IEnumerable<string[]> Rows(string file)
    {
        using var stream = typeof(LogisticModel).Assembly.GetManifestResourceStream("Certainty/" + file)
            ?? throw new InvalidOperationException($"The weights {file} are not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line.Split('\t');
        }
    }

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
