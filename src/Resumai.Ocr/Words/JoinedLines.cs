using Resumai.Ocr.Tesseract;

namespace Resumai.Ocr.Words;

/// <summary>Pieces of one line that the recogniser took for lines of their own, as it does where a dash between them is too short to be seen.</summary>
internal static class JoinedLines
{
    /// <summary>In heights of a word: the widest gap between the pieces; part of the lower one's height that they share.</summary>
    private const double Gap = 1.6, Shared = 0.7;

    public static IReadOnlyList<RecognizedWord> Of(IReadOnlyList<RecognizedWord> words)
    {
        var lines = words.GroupBy(w => w.Line).Select(l => l.ToList()).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            for (var j = 0; j < lines.Count; j++)
            {
                if (i == j || !GoesOn(lines[i][^1], lines[j][0])) continue;
                lines[i].AddRange(lines[j].Select(w => w with { Line = lines[i][0].Line }));
                lines.RemoveAt(j);
                if (j < i) i--;
                j = -1;
            }
        }
        return [.. lines.SelectMany(l => l)];
    }

    private static bool GoesOn(RecognizedWord last, RecognizedWord next)
    {
        var height = Math.Min(last.Box.Height, next.Box.Height);
        var gap = next.Box.Left - last.Box.Right;
        return gap >= 0 && gap <= Gap * height && Math.Max(last.Box.Height, next.Box.Height) <= Gap * height
            && Math.Min(last.Box.Bottom, next.Box.Bottom) - Math.Max(last.Box.Top, next.Box.Top) >= Shared * height;
    }
}
