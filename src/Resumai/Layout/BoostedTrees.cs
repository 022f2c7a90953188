using System.Runtime.CompilerServices;

namespace Resumai.Layout;

/// <summary>A sum of regression trees of one depth (Friedman, 2001). Immutable, thread-safe.</summary>
internal sealed class BoostedTrees
{
    private readonly int _depth;
    private readonly byte[] _features;
    private readonly float[] _thresholds;
    private readonly float[] _leaves;

    /// <param name="depth">Questions on the way to a leaf.</param>
    /// <param name="features">Tree by tree its questions level by level: the number of the feature asked for.</param>
    /// <param name="thresholds">For each question the greatest value that goes left.</param>
    /// <param name="leaves">Tree by tree the values of its leaves from the left.</param>
    public BoostedTrees(int depth, byte[] features, float[] thresholds, float[] leaves) =>
        (_depth, _features, _thresholds, _leaves) = (depth, features, thresholds, leaves);

    public float Sum(ReadOnlySpan<float> values)
    {
        var (questions, leaves) = ((1 << _depth) - 1, 1 << _depth);
        var sum = 0f;
        for (int tree = 0, start = 0; start < _features.Length; tree++, start += questions)
        {
            var features = _features.AsSpan(start, questions);
            var thresholds = _thresholds.AsSpan(start, questions);
            var at = 0u;
            // Counted, not branched on: which way a tree goes cannot be foreseen.
            while (at < (uint)features.Length && at < (uint)thresholds.Length) at = 2 * at + 2 - Unsafe.BitCast<bool, byte>(values[features[(int)at]] <= thresholds[(int)at]);
            sum += _leaves[tree * leaves + (int)at - questions];
        }
        return sum;
    }

    public static BoostedTrees Read(BinaryReader reader)
    {
        var (depth, trees) = (reader.ReadByte(), reader.ReadUInt16());
        var features = reader.ReadBytes(trees * ((1 << depth) - 1));
        var thresholds = new float[features.Length];
        for (var i = 0; i < thresholds.Length; i++) thresholds[i] = reader.ReadSingle();
        var leaves = new float[trees << depth];
        for (var i = 0; i < leaves.Length; i++) leaves[i] = (float)reader.ReadHalf();
        return new BoostedTrees(depth, features, thresholds, leaves);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write((byte)_depth);
        writer.Write((ushort)(_leaves.Length >> _depth));
        writer.Write(_features);
        foreach (var threshold in _thresholds) writer.Write(threshold);
        foreach (var leaf in _leaves) writer.Write((Half)leaf);
    }
}
