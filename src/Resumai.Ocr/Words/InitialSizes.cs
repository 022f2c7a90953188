using Resumai.Ocr.Lines;
using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;

namespace Resumai.Ocr.Words;

/// <summary>
/// Capitals and small letters of Greek that differ by size alone ("Και", "και"): the first letter of a word is as high over the base
/// line as it is drawn, whatever the recogniser took it for.
/// </summary>
internal static class InitialSizes
{
    private const byte Ink = 150;
    private const string Capitals = "ΚΟΠΤΙΧΡ", Small = "κοπτιχρ";
    private const int FewestLetters = 3;
    /// <summary>How much higher than most letters of the word the first one is at least if it is a capital, and at most if it is a small one.</summary>
    private const double Capital = 1.27, SmallLetter = 1.12;
    /// <summary>In heights of the word: pieces that are lower are accents and points.</summary>
    private const double LeastHeight = 0.3;

    public static IReadOnlyList<RecognizedWord> Told(IReadOnlyList<RecognizedWord> words, GrayImage image)
    {
        if (!words.Any(MayBe)) return words;
        var pieces = InkPieces.Find(image, Ink).OrderBy(p => p.Left).ToList();
        return [.. words.Select(word => MayBe(word) ? Told(word, pieces) : word)];
    }

    private static bool MayBe(RecognizedWord word) =>
        word.Text.Length >= FewestLetters && (Capitals.Contains(word.Text[0]) || Small.Contains(word.Text[0])) && word.Text.AsSpan(1).IndexOfAnyExceptInRange('ά', 'ώ') < 0;

    private static RecognizedWord Told(RecognizedWord word, List<PixelBox> pieces)
    {
        var within = pieces.Where(p => p.Left >= word.Box.Left - 2 && p.Right <= word.Box.Right + 2 && p.Top < word.Baseline && p.Bottom > word.Box.Top && p.Bottom <= word.Box.Bottom + 2
            && p.Height >= LeastHeight * word.Box.Height).ToList();
        // Where letters run into each other there is nothing to measure.
        if (within.Count < FewestLetters || within.Count * 3 < word.Text.Length * 2) return word;
        var heights = within.Skip(1).Select(p => word.Baseline - p.Top).Order().ToArray();
        var share = (word.Baseline - within[0].Top) / heights[heights.Length / 2];
        var (capital, small) = (Capitals.IndexOf(word.Text[0], StringComparison.Ordinal), Small.IndexOf(word.Text[0], StringComparison.Ordinal));
        if (small >= 0 && share >= Capital) return word with { Text = Capitals[small] + word.Text[1..], Letters = [] };
        return capital >= 0 && share <= SmallLetter ? word with { Text = Small[capital] + word.Text[1..], Letters = [] } : word;
    }
}
