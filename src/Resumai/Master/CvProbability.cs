using Resumai.Fields;
using Resumai.Master.Certainty;

namespace Resumai.Master;

/// <summary>How likely a document is a CV: a logistic model over <see cref="CvFeatures"/>. Thread-safe.</summary>
internal static class CvProbability
{
    /// <summary>Below this the record carries the warning <c>not_a_cv</c>.</summary>
    public const double Doubtful = 0.3;

    private static readonly Lazy<LogisticModel> Model = new(() => LogisticModel.Of(LogisticModel.Rows("cv.weights.tsv"), CvFeatures.Names));

    public static double Estimate(RecordDraft draft) => Math.Round(LogisticModel.Probability(Model.Value.LogOdds(CvFeatures.Of(draft))), 2);
}
