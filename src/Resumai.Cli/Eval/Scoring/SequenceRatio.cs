using System.Text;

namespace Resumai.Cli.Eval.Scoring;

/// <summary>
/// Ratcliff–Obershelp similarity of two strings, 0–1: twice the characters in matching blocks over the characters of both.
/// The blocks are those of Python's <c>difflib.SequenceMatcher</c> with <c>autojunk</c> off: the longest common block first
/// (earliest in the first string, then in the second), then the same left and right of it.
/// </summary>
internal static class SequenceRatio
{
    public static double Of(string first, string second)
    {
        if (first == second) return 1;
        if (first.Length == 0 || second.Length == 0) return 0;
        int[] a = [.. first.EnumerateRunes().Select(r => r.Value)], b = [.. second.EnumerateRunes().Select(r => r.Value)];
        return 2.0 * Matches(a, b) / (a.Length + b.Length);
    }

    private static int Matches(int[] a, int[] b)
    {
        var places = new Dictionary<int, List<int>>();
        for (var j = 0; j < b.Length; j++)
        {
            if (!places.TryGetValue(b[j], out var at)) places[b[j]] = at = [];
            at.Add(j);
        }

        var matches = 0;
        var open = new Stack<(int ALow, int AHigh, int BLow, int BHigh)>([(0, a.Length, 0, b.Length)]);
        while (open.TryPop(out var range))
        {
            var (i, j, size) = Longest(a, places, b.Length, range);
            if (size == 0) continue;
            matches += size;
            if (range.ALow < i && range.BLow < j) open.Push((range.ALow, i, range.BLow, j));
            if (i + size < range.AHigh && j + size < range.BHigh) open.Push((i + size, range.AHigh, j + size, range.BHigh));
        }
        return matches;
    }

    private static (int I, int J, int Size) Longest(int[] a, Dictionary<int, List<int>> places, int length, (int ALow, int AHigh, int BLow, int BHigh) range)
    {
        var best = (I: range.ALow, J: range.BLow, Size: 0);
        // Lengths of the matches that end at each place of b (one up), for the character before and for this one.
        var (before, now) = (new int[length + 1], new int[length + 1]);
        for (var i = range.ALow; i < range.AHigh; i++)
        {
            Array.Clear(now, range.BLow, range.BHigh - range.BLow + 1);
            foreach (var j in places.GetValueOrDefault(a[i]) ?? [])
            {
                if (j < range.BLow) continue;
                if (j >= range.BHigh) break;
                var size = now[j + 1] = before[j] + 1;
                if (size > best.Size) best = (i - size + 1, j - size + 1, size);
            }
            (before, now) = (now, before);
        }
        return best;
    }
}
