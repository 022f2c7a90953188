using System.Runtime.InteropServices;

namespace Resumai.Tagging;

/// <summary>
/// Sparse binary features of one example, hashed into a fixed number of buckets (the hashing trick: Weinberger et al., "Feature hashing
/// for large scale multitask learning", 2009). Not thread-safe; made for one example after the other.
/// </summary>
internal sealed class FeatureList
{
    /// <summary>A power of two: the size of every model's table.</summary>
    public const int Buckets = 1 << 17;

    private const uint Offset = 2166136261, Prime = 16777619;
    private readonly List<int> _buckets = [];

    public ReadOnlySpan<int> Values => CollectionsMarshal.AsSpan(_buckets);

    public void Clear() => _buckets.Clear();

    /// <param name="template">Number of the kind of feature, so that equal values of two kinds differ.</param>
    public void Add(int template, int value) => Push(Mix(Mix(Offset, (uint)template), (uint)value));

    public void Add(int template, int first, int second) => Push(Mix(Mix(Mix(Offset, (uint)template), (uint)first), (uint)second));

    public void Add(int template, int first, int second, int third) => Push(Mix(Mix(Mix(Mix(Offset, (uint)template), (uint)first), (uint)second), (uint)third));

    public void Add(int template, ReadOnlySpan<char> text)
    {
        var hash = Mix(Offset, (uint)template);
        foreach (var c in text) hash = (hash ^ c) * Prime;
        Push(hash);
    }

    private static uint Mix(uint hash, uint value)
    {
        for (var shift = 0; shift < 32; shift += 8) hash = (hash ^ ((value >> shift) & 255)) * Prime;
        return hash;
    }

    private void Push(uint hash) => _buckets.Add((int)((hash ^ (hash >> 17)) & (Buckets - 1)));
}
