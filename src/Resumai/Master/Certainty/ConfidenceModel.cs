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

    public double Probability(string field, IReadOnlyList<double> features) =>
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
        var parts = rows.ToLookup(r => r[1] == "at");
        return new CalibratedField(
            LogisticModel.Of(parts[false].Select(r => (r[1], LogisticModel.Number(r[2]))), ValueFeatures.Names),
            [.. parts[true].Select(r => (LogisticModel.Number(r[2]), LogisticModel.Number(r[3])))]);
    }
}

/// <summary>One field's model and the steps from its score to a probability.</summary>
/// <param name="Steps">Scores and the share of right values there, both rising; between two the line is taken.</param>
internal sealed record CalibratedField(LogisticModel Model, IReadOnlyList<(double Score, double Share)> Steps)
{
    public double Probability(IReadOnlyList<double> features)
    {
        var score = Model.LogOdds(features);
        if (score <= Steps[0].Score) return Steps[0].Share;
        for (var i = 1; i < Steps.Count; i++)
        {
            var ((left, low), (right, high)) = (Steps[i - 1], Steps[i]);
            if (score <= right) return low + ((high - low) * (score - left) / (right - left));
        }
        return Steps[^1].Share;
    }
}
