using Resumai.Sections;
using Resumai.Tagging;

namespace Resumai.Fields.Kinds;

/// <summary>
/// Tells from lines what they are about, where no heading with known words does. Trained by <c>training/</c> on the sections of rendered CVs
/// whose headings are known. Thread-safe.
/// </summary>
internal sealed class SectionKindModel(LinearModel weights)
{
    /// <summary>One class a kind; those of places (header, letter …) are never trained.</summary>
    public static int Classes { get; } = Enum.GetValues<SectionKind>().Length;

    /// <summary>Of sections under headings with unknown words; settable for experiments with weights that have not seen some layouts or languages.</summary>
    public static Lazy<SectionKindModel> Sections { get; set; } = new(() => Embedded("sections"));

    /// <summary>Of single lines among others.</summary>
    public static Lazy<SectionKindModel> Lines { get; set; } = new(() => Embedded("lines"));

    /// <summary>The likeliest kind and how likely it is, from 0 to 1.</summary>
    public (SectionKind Kind, double Probability) Best(FeatureList features)
    {
        var sums = Sums(features);
        var best = Array.IndexOf(sums, sums.Max());
        return ((SectionKind)best, 1 / sums.Sum(s => Math.Exp(s - sums[best])));
    }

    /// <summary>The logarithm of how likely each kind is.</summary>
    public double[] Logarithms(FeatureList features)
    {
        var sums = Sums(features);
        var highest = sums.Max();
        var all = highest + Math.Log(sums.Sum(s => Math.Exp(s - highest)));
        return Array.ConvertAll(sums, s => s - all);
    }

    private float[] Sums(FeatureList features)
    {
        var sums = new float[Classes];
        weights.Add(features.Values, sums);
        return sums;
    }

    private static SectionKindModel Embedded(string name)
    {
        using var packed = typeof(SectionKindModel).Assembly.GetManifestResourceStream($"Tagging/{name}.model")
            ?? throw new InvalidOperationException($"The weights of {name} are not embedded.");
        return new SectionKindModel(LinearModel.Read(packed));
    }
}
