namespace Resumai.Training;

/// <summary>A row to learn from: features, the answer, how much it counts.</summary>
internal readonly record struct Sample(double[] Features, bool Answer, double Weight = 1);

/// <summary>
/// Logistic regression by Newton's method (iteratively reweighted least squares) with a ridge on every weight but the first, the constant.
/// Features are scaled to unit variance for the ridge; the weights given back are of the unscaled ones. Deterministic.
/// </summary>
internal static class LogisticTrainer
{
    private const int MostSteps = 40;

    public static double[] Train(IReadOnlyList<Sample> samples, double ridge)
    {
        var size = samples[0].Features.Length;
        var scale = Scales(samples, size);
        var weights = new double[size];
        var x = new double[size];
        for (var step = 0; step < MostSteps; step++)
        {
            var gradient = new double[size];
            var hessian = new double[size, size];
            foreach (var (features, answer, weight) in samples)
            {
                var odds = 0.0;
                for (var i = 0; i < size; i++) odds += weights[i] * (x[i] = features[i] / scale[i]);
                var p = 1 / (1 + Math.Exp(-odds));
                var (error, slope) = (weight * (p - (answer ? 1 : 0)), weight * Math.Max(1e-6, p * (1 - p)));
                for (var i = 0; i < size; i++)
                {
                    if (x[i] == 0) continue;
                    gradient[i] += error * x[i];
                    for (var j = 0; j <= i; j++) hessian[i, j] += slope * x[i] * x[j];
                }
            }
            for (var i = 0; i < size; i++)
            {
                var held = i == 0 ? 1e-6 : ridge;
                gradient[i] += held * weights[i];
                hessian[i, i] += held;
                for (var j = 0; j < i; j++) hessian[j, i] = hessian[i, j];
            }
            var move = Solve(hessian, gradient);
            // Damped: a full step may leap where nearly all answers are alike.
            var longest = move.Max(Math.Abs);
            var damping = longest > 2 ? 2 / longest : 1;
            for (var i = 0; i < size; i++) weights[i] -= damping * move[i];
            if (longest < 1e-7) break;
        }
        return [.. weights.Select((w, i) => w / scale[i])];
    }

    private static double[] Scales(IReadOnlyList<Sample> samples, int size)
    {
        var (sums, squares) = (new double[size], new double[size]);
        foreach (var sample in samples)
        {
            for (var i = 0; i < size; i++)
            {
                sums[i] += sample.Features[i];
                squares[i] += sample.Features[i] * sample.Features[i];
            }
        }
        return [.. Enumerable.Range(0, size).Select(i => (squares[i] / samples.Count) - (sums[i] * sums[i] / samples.Count / samples.Count) is var variance && variance > 1e-9 ? Math.Sqrt(variance) : 1)];
    }

    /// <summary>Gaussian elimination with pivots.</summary>
    private static double[] Solve(double[,] a, double[] b)
    {
        var n = b.Length;
        for (var column = 0; column < n; column++)
        {
            var pivot = column;
            for (var row = column + 1; row < n; row++)
            {
                if (Math.Abs(a[row, column]) > Math.Abs(a[pivot, column])) pivot = row;
            }
            for (var k = 0; k < n; k++) (a[column, k], a[pivot, k]) = (a[pivot, k], a[column, k]);
            (b[column], b[pivot]) = (b[pivot], b[column]);
            for (var row = column + 1; row < n; row++)
            {
                var factor = a[row, column] / a[column, column];
                if (factor == 0) continue;
                for (var k = column; k < n; k++) a[row, k] -= factor * a[column, k];
                b[row] -= factor * b[column];
            }
        }
        for (var row = n - 1; row >= 0; row--)
        {
            for (var k = row + 1; k < n; k++) b[row] -= a[row, k] * b[k];
            b[row] /= a[row, row];
        }
        return b;
    }
}
