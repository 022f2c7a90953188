using Resumai.Tagging;

namespace Resumai.Fields.Entries;

/// <summary>
/// The trained judge of stretches of entry heads: for each it gives the log-odds of every role against being no part, or the wrong part, of
/// anything. Trained by <c>training/</c> on what the reader makes of rendered CVs. Thread-safe.
/// </summary>
internal sealed class PieceModel(LinearModel weights)
{
    /// <summary>The roles, and one class more for a stretch that is cut in the wrong place.</summary>
    public const int Classes = 7, WronglyCut = 6;

    private const double Least = -4, Most = 4;

    /// <summary>Of posts; settable for experiments with weights that have not seen some layouts or languages.</summary>
    public static Lazy<PieceModel> Experience { get; set; } = new(() => Embedded("experience.model"));
    /// <summary>Of studies.</summary>
    public static Lazy<PieceModel> Education { get; set; } = new(() => Embedded("education.model"));

    /// <summary>Scores by <see cref="EntryRole"/>: 0 for <see cref="EntryRole.Other"/>, the rest between −4 and 4.</summary>
    public double[] Scores(FeatureList features)
    {
        Span<float> sums = stackalloc float[Classes];
        weights.Add(features.Values, sums);
        var scores = new double[Classes - 1];
        var rest = LogSum(sums[(int)EntryRole.Other], sums[WronglyCut]);
        for (var role = 0; role < scores.Length; role++) scores[role] = role == (int)EntryRole.Other ? 0 : Math.Clamp(sums[role] - rest, Least, Most);
        return scores;
    }

    private static double LogSum(double a, double b) => Math.Max(a, b) + Math.Log(1 + Math.Exp(-Math.Abs(a - b)));

    private static PieceModel Embedded(string name)
    {
        using var packed = typeof(PieceModel).Assembly.GetManifestResourceStream("Tagging/" + name)
            ?? throw new InvalidOperationException($"The weights {name} are not embedded.");
        return new PieceModel(LinearModel.Read(packed));
    }
}
