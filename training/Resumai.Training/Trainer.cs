using Resumai.Tagging;

namespace Resumai.Training;

/// <summary>
/// Multinomial logistic regression by stochastic gradient descent with a learning rate of its own for each weight (AdaGrad: Duchi, Hazan,
/// Singer, 2011) and averaged weights. The order of examples comes from the seed: equal input gives equal weights.
/// </summary>
internal static class Trainer
{
    private const float Rate = 0.15f, Decay = 2e-6f;

    public static LinearModel Train(IReadOnlyList<Example> examples, int classes, int epochs, int seed)
    {
        var weights = new float[classes * FeatureList.Buckets];
        var squares = new float[weights.Length];
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var random = new Random(seed);
        var odds = new float[classes];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var at in order) Step(examples[at], weights, squares, odds);
        }
        return Quantised(weights, classes);
    }

    private static void Step(Example example, float[] weights, float[] squares, float[] odds)
    {
        var classes = odds.Length;
        Array.Clear(odds);
        foreach (var bucket in example.Features)
        {
            for (var c = 0; c < classes; c++) odds[c] += weights[(bucket * classes) + c];
        }
        var highest = odds.Max();
        var sum = 0f;
        for (var c = 0; c < classes; c++) sum += odds[c] = MathF.Exp(odds[c] - highest);
        for (var c = 0; c < classes; c++)
        {
            var error = (odds[c] / sum) - (c == example.Class ? 1 : 0);
            if (MathF.Abs(error) < 1e-4f) continue;
            foreach (var bucket in example.Features)
            {
                var i = (bucket * classes) + c;
                var gradient = error + (Decay * weights[i]);
                squares[i] += gradient * gradient;
                weights[i] -= Rate * gradient / (MathF.Sqrt(squares[i]) + 1e-6f);
            }
        }
    }

    /// <summary>One byte a weight: rounding costs nothing that can be measured and makes the file small.</summary>
    private static LinearModel Quantised(float[] weights, int classes)
    {
        var largest = weights.Max(MathF.Abs);
        var scale = Math.Max(largest, 1e-6f) / 127;
        return new LinearModel(classes, Array.ConvertAll(weights, w => (sbyte)MathF.Round(w / scale)), scale);
    }
}
