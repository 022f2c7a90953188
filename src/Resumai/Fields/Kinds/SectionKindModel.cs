using Resumai.Sections;
using Resumai.Tagging;

namespace Resumai.Fields.Kinds;

/// <summary>
/// Tells from the lines under a heading with unknown words what the section is about. Trained by <c>training/</c> on the sections of rendered
/// CVs whose headings are known. Thread-safe.
/// </summary>
internal sealed class SectionKindModel(LinearModel weights)
{
    private static readonly Lazy<SectionKindModel> Loaded = new(Embedded);

    /// <summary>One class a kind; those of places (top, header, letter …) are never trained.</summary>
    public static int Classes { get; } = Enum.GetValues<SectionKind>().Length;

    public static SectionKindModel Default => Loaded.Value;

    /// <summary>The likeliest kind and how likely it is, from 0 to 1.</summary>
    public (SectionKind Kind, double Probability) Best(FeatureList features)
    {
        var sums = new float[Classes];
        weights.Add(features.Values, sums);
        var best = Array.IndexOf(sums, sums.Max());
        return ((SectionKind)best, 1 / sums.Sum(s => Math.Exp(s - sums[best])));
    }

    private static SectionKindModel Embedded()
    {
        using var packed = typeof(SectionKindModel).Assembly.GetManifestResourceStream("Tagging/sections.model")
            ?? throw new InvalidOperationException("The weights of sections are not embedded.");
        return new SectionKindModel(LinearModel.Read(packed));
    }
}
