using System.IO.Compression;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Resumai.Tagging;

/// <summary>
/// A multinomial logistic model over hashed features: the log-odds of each class are sums of weights of one byte each. Most buckets have no
/// weights and are not kept. Immutable, thread-safe.
/// </summary>
internal sealed class LinearModel
{
    private const uint Magic = 0x324D5352; // "RSM2"
    private const int BitsOfWord = 64;

    /// <summary>A bit a bucket, 1 where it has weights; and how many have in the words before each.</summary>
    private readonly ulong[] _used;
    private readonly int[] _before;
    /// <summary>Of the buckets that have any, one after the other, one weight a class.</summary>
    private readonly sbyte[] _weights;
    private readonly float _scale;

    /// <param name="weights">Bucket by bucket, one weight a class.</param>
    /// <param name="scale">What a weight of 1 counts.</param>
    public LinearModel(int classes, ReadOnlySpan<sbyte> weights, float scale)
    {
        if (weights.Length != classes * FeatureList.Buckets) throw new ArgumentException("One weight a bucket and class is expected.", nameof(weights));
        var (used, kept) = (new ulong[FeatureList.Buckets / BitsOfWord], new List<sbyte>());
        for (var bucket = 0; bucket < FeatureList.Buckets; bucket++)
        {
            var row = weights.Slice(bucket * classes, classes);
            if (!row.ContainsAnyExcept((sbyte)0)) continue;
            used[bucket / BitsOfWord] |= 1UL << (bucket % BitsOfWord);
            kept.AddRange(row);
        }
        (Classes, _used, _before, _weights, _scale) = (classes, used, Before(used), [.. kept], scale);
    }

    private LinearModel(int classes, ulong[] used, int[] before, sbyte[] weights, float scale) =>
        (Classes, _used, _before, _weights, _scale) = (classes, used, before, weights, scale);

    public int Classes { get; }

    /// <summary>Adds the features' weights to the sums of the classes.</summary>
    public void Add(ReadOnlySpan<int> features, Span<float> sums)
    {
        sums = sums[..Classes];
        foreach (var bucket in features)
        {
            var (word, bit) = (bucket / BitsOfWord, 1UL << (bucket % BitsOfWord));
            if ((_used[word] & bit) == 0) continue;
            var row = _before[word] + BitOperations.PopCount(_used[word] & (bit - 1));
            var weights = _weights.AsSpan(row * sums.Length, sums.Length);
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
        var used = new ulong[FeatureList.Buckets / BitsOfWord];
        brotli.ReadExactly(MemoryMarshal.AsBytes(used.AsSpan()));
        var before = Before(used);
        var weights = new sbyte[(before[^1] + BitOperations.PopCount(used[^1])) * classes];
        brotli.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        return new LinearModel(classes, used, before, weights, scale);
    }

    public void Write(Stream packed)
    {
        using var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(brotli);
        writer.Write(Magic);
        writer.Write(Classes);
        writer.Write(_scale);
        writer.Write(MemoryMarshal.AsBytes(_used.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(_weights.AsSpan()));
    }

    private static int[] Before(ulong[] used)
    {
        var before = new int[used.Length];
        for (var word = 1; word < used.Length; word++) before[word] = before[word - 1] + BitOperations.PopCount(used[word - 1]);
        return before;
    }
}
