namespace Resumai.Cli.Eval.Scoring;

/// <summary>The Hungarian algorithm (Kuhn–Munkres with potentials, O(n²m)): pairs rows with columns at the least total cost.</summary>
internal static class Assignment
{
    /// <param name="cost">Rows by columns; every row of the smaller side gets a partner.</param>
    public static IReadOnlyList<(int Row, int Column)> Cheapest(double[,] cost)
    {
        var (rows, columns) = (cost.GetLength(0), cost.GetLength(1));
        if (rows == 0 || columns == 0) return [];
        if (rows > columns) return [.. Cheapest(Transposed(cost)).Select(p => (p.Column, p.Row))];

        var (u, v) = (new double[rows + 1], new double[columns + 1]);
        // Index 0 is a column that stands for "none yet".
        var (rowOf, way) = (new int[columns + 1], new int[columns + 1]);
        for (var row = 1; row <= rows; row++)
        {
            rowOf[0] = row;
            var column = 0;
            var least = new double[columns + 1];
            Array.Fill(least, double.PositiveInfinity);
            var used = new bool[columns + 1];
            do
            {
                used[column] = true;
                var (current, delta, next) = (rowOf[column], double.PositiveInfinity, 0);
                for (var j = 1; j <= columns; j++)
                {
                    if (used[j]) continue;
                    var reduced = cost[current - 1, j - 1] - u[current] - v[j];
                    if (reduced < least[j]) (least[j], way[j]) = (reduced, column);
                    if (least[j] < delta) (delta, next) = (least[j], j);
                }
                for (var j = 0; j <= columns; j++)
                {
                    if (!used[j])
                    {
                        least[j] -= delta;
                        continue;
                    }
                    u[rowOf[j]] += delta;
                    v[j] -= delta;
                }
                column = next;
            } while (rowOf[column] != 0);

            while (column != 0)
            {
                rowOf[column] = rowOf[way[column]];
                column = way[column];
            }
        }
        return [.. Enumerable.Range(1, columns).Where(j => rowOf[j] != 0).Select(j => (rowOf[j] - 1, j - 1))];
    }

    private static double[,] Transposed(double[,] cost)
    {
        var result = new double[cost.GetLength(1), cost.GetLength(0)];
        for (var i = 0; i < cost.GetLength(0); i++)
        {
            for (var j = 0; j < cost.GetLength(1); j++) result[j, i] = cost[i, j];
        }
        return result;
    }
}
