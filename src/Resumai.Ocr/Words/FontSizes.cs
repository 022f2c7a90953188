namespace Resumai.Ocr.Words;

/// <summary>
/// Measured sizes of a document brought together: what differs by less than the measure can tell is one size, as it was set.
/// </summary>
internal static class FontSizes
{
    /// <summary>Sizes that differ by less than this part are one.</summary>
    private const double Same = 0.055;

    /// <summary>The size that stands for each measured one: the middle of its group; the sizes of most text gather first.</summary>
    public static Func<double, double> Groups(IEnumerable<(double Size, int Letters)> measured)
    {
        var left = measured.Where(m => m.Size > 0).OrderBy(m => m.Size).ToList();
        var groups = new List<(double Low, double High, double Size)>();
        while (left.Count > 0)
        {
            var (best, most) = (left[0].Size, -1);
            foreach (var (size, _) in left)
            {
                var letters = left.Where(m => Math.Abs(m.Size - size) <= Same * size).Sum(m => m.Letters);
                if (letters > most) (best, most) = (size, letters);
            }
            var (low, high) = (best * (1 - Same), best * (1 + Same));
            var members = left.Where(m => m.Size >= low && m.Size <= high).ToList();
            groups.Add((low, high, members.Sum(m => m.Size * m.Letters) / Math.Max(1, members.Sum(m => m.Letters))));
            left.RemoveAll(m => m.Size >= low && m.Size <= high);
        }
        return size =>
        {
            foreach (var group in groups)
            {
                if (size >= group.Low && size <= group.High) return group.Size;
            }
            return size;
        };
    }
}
