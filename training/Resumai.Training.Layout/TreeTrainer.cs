using Resumai.Layout;

namespace Resumai.Training.Layout;

/// <summary>Boosts regression trees of one depth on squared errors, over features cut into bins of equal frequency.</summary>
internal static class TreeTrainer
{
    private const int Bins = 48;
    private const double Rate = 0.1, Ridge = 20;

    public static BoostedTrees Train(IReadOnlyList<float[]> rows, float[] targets, float[] weights, int[] documents, int trees, int depth)
    {
        var (count, width) = (rows.Count, rows[0].Length);
        var edges = Enumerable.Range(0, width).Select(f => Edges(rows, f)).ToArray();
        var binned = new byte[width][];
        Parallel.For(0, width, f =>
        {
            binned[f] = new byte[count];
            for (var i = 0; i < count; i++) binned[f][i] = (byte)BinOf(edges[f], rows[i][f]);
        });
        var sums = new float[count];
        var (questions, leaves) = ((1 << depth) - 1, 1 << depth);
        var (features, thresholds, values) = (new byte[trees * questions], new float[trees * questions], new float[trees * leaves]);
        var node = new int[count];
        for (var tree = 0; tree < trees; tree++)
        {
            Array.Clear(node);
            // Every tree learns from half of the documents: what is true of one only is not learnt by heart.
            var seen = new float[count];
            for (var i = 0; i < count; i++) seen[i] = (Mix(documents[i], tree) & 1) == 0 ? weights[i] : 0;
            for (var level = 0; level < depth; level++)
            {
                var first = (1 << level) - 1;
                var best = Splits(binned, edges, node, first, 1 << level, targets, sums, seen);
                for (var n = 0; n < best.Length; n++)
                {
                    features[tree * questions + first + n] = (byte)best[n].Feature;
                    thresholds[tree * questions + first + n] = best[n].Bin < edges[best[n].Feature].Length ? edges[best[n].Feature][best[n].Bin] : float.MaxValue;
                }
                for (var i = 0; i < count; i++) node[i] = 2 * node[i] + (binned[best[node[i] - first].Feature][i] <= best[node[i] - first].Bin ? 1 : 2);
            }
            var (sum, weight) = (new double[leaves], new double[leaves]);
            for (var i = 0; i < count; i++)
            {
                sum[node[i] - questions] += seen[i] * (targets[i] - sums[i]);
                weight[node[i] - questions] += seen[i];
            }
            for (var l = 0; l < leaves; l++) values[tree * leaves + l] = (float)(Half)(Rate * sum[l] / (weight[l] + Ridge));
            for (var i = 0; i < count; i++) sums[i] += values[tree * leaves + node[i] - questions];
        }
        return new BoostedTrees(depth, features, thresholds, values);
    }

    private static uint Mix(int document, int tree)
    {
        var x = (uint)document * 2654435761u ^ (uint)tree * 2246822519u;
        x = (x ^ (x >> 15)) * 2246822519u;
        x = (x ^ (x >> 13)) * 3266489917u;
        return x ^ (x >> 16);
    }

    private static float[] Edges(IReadOnlyList<float[]> rows, int feature)
    {
        var values = rows.Select(r => r[feature]).Order().ToArray();
        var edges = new List<float>();
        for (var b = 1; b < Bins; b++)
        {
            var value = values[(long)b * values.Length / Bins];
            if ((edges.Count == 0 || value > edges[^1]) && value < values[^1]) edges.Add(value);
        }
        return [.. edges];
    }

    private static int BinOf(float[] edges, float value)
    {
        var at = Array.BinarySearch(edges, value);
        return at >= 0 ? at : ~at;
    }

    private static (int Feature, int Bin)[] Splits(byte[][] binned, float[][] edges, int[] node, int first, int nodes, float[] targets, float[] sums, float[] weights)
    {
        var best = new (double Gain, int Feature, int Bin)[binned.Length][];
        Parallel.For(0, binned.Length, f =>
        {
            var (sum, weight) = (new double[nodes * Bins], new double[nodes * Bins]);
            for (var i = 0; i < node.Length; i++)
            {
                var at = (node[i] - first) * Bins + binned[f][i];
                sum[at] += weights[i] * (targets[i] - sums[i]);
                weight[at] += weights[i];
            }
            best[f] = [.. Enumerable.Range(0, nodes).Select(n => Split(sum.AsSpan(n * Bins, Bins), weight.AsSpan(n * Bins, Bins), f, edges[f].Length))];
        });
        return [.. Enumerable.Range(0, nodes).Select(n => best.Select(b => b[n]).MaxBy(b => b.Gain)).Select(b => (b.Feature, b.Bin))];
    }

    private static (double Gain, int Feature, int Bin) Split(ReadOnlySpan<double> sums, ReadOnlySpan<double> weights, int feature, int edges)
    {
        double sum = 0, weight = 0, left = 0, leftWeight = 0;
        for (var b = 0; b <= edges; b++) (sum, weight) = (sum + sums[b], weight + weights[b]);
        var best = (Gain: 0.0, Feature: feature, Bin: edges);
        for (var b = 0; b < edges; b++)
        {
            (left, leftWeight) = (left + sums[b], leftWeight + weights[b]);
            if (leftWeight < 60 || weight - leftWeight < 60) continue;
            var gain = left * left / (leftWeight + Ridge) + (sum - left) * (sum - left) / (weight - leftWeight + Ridge) - sum * sum / (weight + Ridge);
            if (gain > best.Gain) best = (gain, feature, b);
        }
        return best;
    }
}
