namespace Resumai.Master.Certainty;

/// <summary>
/// The chance that a value is right: for each field a logistic model over <see cref="ValueFeatures"/>, then the share of right values at its
/// score, seen in the training and forced to rise with it (isotonic regression: Ayer et al., 1955). Fields too rare to train share one model.
/// Immutable, thread-safe.
/// </summary>
internal sealed class ConfidenceModel(IReadOnlyDictionary<string, CalibratedField> fields, IReadOnlyDictionary<string, string> like)
{
    /// <summary>The name of the model of all fields together.</summary>
    public const string AnyField = "*";

    private static readonly Lazy<ConfidenceModel> Loaded = new(() => Read("confidence.weights.tsv"));

    public static ConfidenceModel Default => Loaded.Value;

    public double Probability(string field, ReadOnlySpan<double> features) =>
        (fields.GetValueOrDefault(field) ?? fields.GetValueOrDefault(like.GetValueOrDefault(field, "")) ?? fields[AnyField]).Probability(features);

    /// <summary>Fields that no truth judges are taken to be as sure as the one they are part of or stand beside.</summary>
    public static IReadOnlyDictionary<string, string> ReadLikes() => LogisticModel.Rows("confidence.likes.tsv").ToDictionary(r => r[0], r => r[1]);

    private static ConfidenceModel Read(string file)
    {
        var rows = LogisticModel.Rows(file).ToLookup(r => r[0]);
        return new ConfidenceModel(rows.ToDictionary(r => r.Key, Field), ReadLikes());
    }

    private static CalibratedField Field(IEnumerable<string[]> rows)
    {
        List<string[]> weights = [], steps = [];
        foreach (var row in rows) (row[1] == "at" ? steps : weights).Add(row);
        return new CalibratedField(LogisticModel.Of(weights, ValueFeatures.Names), Column(steps, 2), Column(steps, 3));
    }

    private static double[] Column(List<string[]> rows, int column)
    {
        var numbers = new double[rows.Count];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = LogisticModel.Number(rows[i][column]);
        return numbers;
    }
}

/// <summary>One field's model and the steps from its score to a probability.</summary>
/// <param name="Scores">Where the steps are, rising.</param>
/// <param name="Shares">Of right values at each, rising; between two the line is taken.</param>
internal sealed record CalibratedField(LogisticModel Model, double[] Scores, double[] Shares)
{
    public double Probability(ReadOnlySpan<double> features)
    {
        var score = Model.LogOdds(features);
        if (score <= Scores[0]) return Shares[0];
        for (var i = 1; i < Scores.Length; i++)
        {
            var (left, low, right, high) = (Scores[i - 1], Shares[i - 1], Scores[i], Shares[i]);
            if (score <= right) return low + ((high - low) * (score - left) / (right - left));
        }
        return Shares[^1];
    }
}
