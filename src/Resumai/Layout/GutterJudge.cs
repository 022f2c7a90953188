using System.IO.Compression;

namespace Resumai.Layout;

/// <summary>
/// Judges gutters by trees trained on rendered documents whose true order is known: how many seams between lines are kept by
/// reading columns or cards and broken by reading across the rows.
/// </summary>
internal sealed class GutterJudge(BoostedTrees columns, BoostedTrees cards) : IGutterJudge
{
    /// <summary>Of all pages; settable for experiments with weights that have not seen some layouts or languages.</summary>
    public static Lazy<GutterJudge> Trained { get; set; } = new(Load);

    public GutterGains Judge(GutterStretch stretch, RegionFrame region)
    {
        var features = GutterFeatures.Of(stretch, region);
        return new GutterGains(columns.Sum(features), GutterFeatures.HasCards(features) ? cards.Sum(features) : double.NegativeInfinity);
    }

    /// <summary>Gains are learnt for each row of the shorter side.</summary>
    public static int Weight(GutterStretch stretch) => 1 + Math.Min(stretch.Left.Count, stretch.Right.Count);

    public static GutterJudge Read(Stream packed)
    {
        using var brotli = new BrotliStream(packed, CompressionMode.Decompress);
        using var reader = new BinaryReader(brotli);
        return new GutterJudge(BoostedTrees.Read(reader), BoostedTrees.Read(reader));
    }

    public void Write(Stream packed)
    {
        using var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(brotli);
        columns.Write(writer);
        cards.Write(writer);
    }

    private static GutterJudge Load()
    {
        using var file = typeof(GutterJudge).Assembly.GetManifestResourceStream("Layout/gutters.model") ?? throw new InvalidOperationException("The weights of gutters are not built in.");
        return Read(file);
    }
}
