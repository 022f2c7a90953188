using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;

namespace Resumai.Ocr.Words;

/// <summary>The sharp sign of "C#" and "F#", which models of many languages do not have: they read a letter or nothing for it. What it may be is read again with the English model.</summary>
internal static class SharpSigns
{
    private const double Sure = 0.5;
    private const int MostSigns = 3, MostAgain = 8;
    /// <summary>In heights of the word: the margin of its cut-out.</summary>
    private const double Margin = 0.25;
    private const string Around = "(.,;:)| ";

    /// <param name="read">Reads a cut-out of the page with the English model.</param>
    public static IReadOnlyList<RecognizedWord> ReadAgain(IReadOnlyList<RecognizedWord> words, Func<PixelBox, (string Text, double Confidence)> read)
    {
        var left = MostAgain;
        return [.. words.Select(word => MayBe(word) && left-- > 0 ? Again(word, read) : word)];
    }

    /// <summary>The letter with room for a sign behind it.</summary>
    private static bool MayBe(RecognizedWord word) =>
        word.Text.TrimStart('(') is { Length: > 0 and <= MostSigns } text && text[0] is 'C' or 'F' && !text.AsSpan(1).ContainsAnyInRange('0', '9') && !text.Contains('+') && !text.Contains('#') && word.Box.Width >= word.Box.Height;

    private static RecognizedWord Again(RecognizedWord word, Func<PixelBox, (string Text, double Confidence)> read)
    {
        var (text, confidence) = read(word.Box.Grown((int)(word.Box.Height * Margin)));
        if (confidence < Sure || text.Trim(Around.ToCharArray()) is not ("C#" or "F#")) return word;
        var (before, after) = (word.Text.Length - word.Text.TrimStart('(').Length, word.Text.TrimEnd(Around.ToCharArray()).Length);
        return word with { Text = word.Text[..before] + text.Trim(Around.ToCharArray()) + word.Text[after..], Confidence = confidence, Letters = [] };
    }
}
