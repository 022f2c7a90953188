using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;

namespace Resumai.Ocr.Words;

/// <summary>
/// The per cent sign, which models of some languages read as figures ("60 94", "6094"): doubtful figures behind a number, or long
/// ones, are read again with the English model, and taken where that sees the sign.
/// </summary>
internal static class PercentSigns
{
    /// <summary>Confidence below which figures may end in the sign, and from which on the second reading is taken.</summary>
    private const double Doubt = 0.95, Sure = 0.6;
    private static readonly char[] Behind = ['.', ',', ';', ':', ')'];
    private const int MostDigits = 7, MostAgain = 24;
    /// <summary>In heights of the word: the margin of its cut-out, and the gap to the number before.</summary>
    private const double Margin = 0.25, Gap = 0.9;

    /// <param name="read">Reads a cut-out of the page with the English model.</param>
    public static IReadOnlyList<RecognizedWord> ReadAgain(IReadOnlyList<RecognizedWord> words, Func<PixelBox, (string Text, double Confidence)> read)
    {
        var left = MostAgain;
        return [.. words.Select((word, i) => MayEndInSign(word, i > 0 ? words[i - 1] : null) && left-- > 0 ? Again(word, i > 0 ? words[i - 1] : null, read) : word)];
    }

    private static bool MayEndInSign(RecognizedWord word, RecognizedWord? before)
    {
        var digits = word.Text.Count(char.IsAsciiDigit);
        return word.Confidence < Doubt && digits is > 0 and <= MostDigits && Figures(word.Text).All(char.IsAsciiDigit) && (digits > 2 || IsBehindNumber(word, before));
    }

    /// <summary>Without what is written behind the sign: "58%-kal", "58%)".</summary>
    private static string Figures(string text)
    {
        var bare = text.TrimEnd(Behind);
        var at = bare.IndexOf('-', StringComparison.Ordinal);
        return at > 0 && at + 2 < bare.Length && bare[(at + 1)..].All(char.IsLower) ? bare[..at] : bare;
    }

    private static bool IsBehindNumber(RecognizedWord word, RecognizedWord? before) =>
        before is not null && before.Line == word.Line && char.IsAsciiDigit(before.Text[^1]) && word.Box.Left - before.Box.Right is var gap && gap >= 0 && gap < Gap * word.Box.Height;

    private static RecognizedWord Again(RecognizedWord word, RecognizedWord? before, Func<PixelBox, (string Text, double Confidence)> read)
    {
        var (text, confidence) = read(word.Box.Grown((int)(word.Box.Height * Margin)));
        var bare = Figures(text);
        var alone = bare == "%" && IsBehindNumber(word, before);
        var attached = bare.Length is > 1 and < MostDigits && bare[^1] == '%' && word.Text.StartsWith(bare[..^1], StringComparison.Ordinal) && bare[..^1].All(char.IsAsciiDigit);
        return confidence >= Sure && (alone || attached) ? word with { Text = bare + word.Text[Figures(word.Text).Length..], Confidence = confidence, Letters = [] } : word;
    }
}
