using System.Globalization;

namespace Resumai.Master.Certainty;

/// <summary>
/// A logistic model over named features: the log-odds are a weighted sum. Trained by <c>training/</c>; its weights are rows
/// "name, weight" of a data file. Immutable, thread-safe.
/// </summary>
internal sealed class LogisticModel(IReadOnlyList<double> weights)
{
    public double LogOdds(IReadOnlyList<double> features)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Count; i++) sum += weights[i] * features[i];
        return sum;
    }

    public static double Probability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    /// <param name="names">Of the features, in their order; the file must have a weight for each and no other.</param>
    public static LogisticModel Of(IEnumerable<(string Name, double Weight)> rows, IReadOnlyList<string> names)
    {
        var known = rows.ToDictionary(r => r.Name, r => r.Weight);
        if (known.Count != names.Count || names.Any(n => !known.ContainsKey(n))) throw new InvalidDataException("The weights are of other features: train them anew.");
        return new LogisticModel([.. names.Select(n => known[n])]);
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
