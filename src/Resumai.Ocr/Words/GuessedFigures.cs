using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;

namespace Resumai.Ocr.Words;

/// <summary>Dates and numbers of which the reading of the page is a guess: no lexicon mends them, so they are cut out and read again.</summary>
internal static class GuessedFigures
{
    /// <summary>Confidence below which figures are a guess, and from which on they are taken.</summary>
    private const double Guess = 0.3, Sure = 0.6;
    private const int FewestDigits = 4;
    /// <summary>In heights of the word: the margin of its cut-out.</summary>
    private const double Margin = 0.3;

    /// <param name="read">Reads a cut-out of the page: its words and how sure they are.</param>
    public static IReadOnlyList<RecognizedWord> ReadAgain(IReadOnlyList<RecognizedWord> words, Func<PixelBox, (string Text, double Confidence)> read) =>
        [.. words.Select(word => word.Confidence < Guess && IsFigures(word.Text) ? Again(word, read) : word)];

    private static RecognizedWord Again(RecognizedWord word, Func<PixelBox, (string Text, double Confidence)> read)
    {
        var (text, confidence) = read(word.Box.Grown((int)(word.Box.Height * Margin)));
        return confidence >= Sure && IsFigures(text) ? word with { Text = text, Confidence = confidence, Letters = [] } : word;
    }

    private static bool IsFigures(string text) => text.Count(char.IsAsciiDigit) >= FewestDigits && text.All(c => char.IsAsciiDigit(c) || c is '/' or '.' or '-' or '–');
}
