using System.IO.Compression;

namespace Resumai.Tagging;

/// <summary>
/// A multinomial logistic model over hashed features: the log-odds of each class are sums of weights of one byte each. Immutable, thread-safe.
/// </summary>
internal sealed class LinearModel
{
    private const uint Magic = 0x314D5352; // "RSM1"
    private readonly sbyte[] _weights;
    private readonly float _scale;

    /// <param name="weights">Bucket by bucket, one weight a class.</param>
    /// <param name="scale">What a weight of 1 counts.</param>
    public LinearModel(int classes, sbyte[] weights, float scale)
    {
        if (weights.Length != classes * FeatureList.Buckets) throw new ArgumentException("One weight a bucket and class is expected.", nameof(weights));
        (Classes, _weights, _scale) = (classes, weights, scale);
    }

    public int Classes { get; }

    /// <summary>Adds the features' weights to the sums of the classes.</summary>
    public void Add(ReadOnlySpan<int> features, Span<float> sums)
    {
        sums = sums[..Classes];
        foreach (var bucket in features)
        {
            var weights = _weights.AsSpan(bucket * Classes, sums.Length);
            for (var c = 0; c < weights.Length; c++) sums[c] += weights[c] * _scale;
        }
    }

    public static LinearModel Read(Stream packed)
    {
        using var brotli = new BrotliStream(packed, CompressionMode.Decompress);
        using var reader = new BinaryReader(brotli);
        if (reader.ReadUInt32() != Magic) throw new InvalidDataException("This is no model.");
        var classes = reader.ReadInt32();
        var scale = reader.ReadSingle();
        var weights = new sbyte[classes * FeatureList.Buckets];
        brotli.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(weights.AsSpan()));
        return new LinearModel(classes, weights, scale);
    }

    public void Write(Stream packed)
    {
        using var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(brotli);
        writer.Write(Magic);
        writer.Write(Classes);
        writer.Write(_scale);
        writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(_weights.AsSpan()));
    }
}
