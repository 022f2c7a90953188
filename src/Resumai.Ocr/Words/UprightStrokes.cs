using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;

namespace Resumai.Ocr.Words;

/// <summary>Tells the stroke that parts words from the capital I: it reaches below the base line, on which the letter stands.</summary>
internal static class UprightStrokes
{
    private const string Letter = "I", Stroke = "|";
    private const string Alike = "Il1!|][";
    /// <summary>Parts of the height of a line's words: by which a stroke reaches below the base line, and a letter at most; how high a letter is at most.</summary>
    private const double Below = 0.12, On = 0.07, Highest = 1.1;
    /// <summary>Height over width.</summary>
    private const double Slim = 3;

    /// <param name="language">Only in English a capital I is a word.</param>
    public static IReadOnlyList<RecognizedWord> Told(IReadOnlyList<RecognizedWord> words, GrayImage image, string? language)
    {
        var heights = words.Where(w => w.Text.Length > 2).GroupBy(w => w.Line).ToDictionary(l => l.Key, l => Median(l.Select(w => (double)w.Box.Height)));
        return [.. words.Select(word => word.Text.Length == 1 && Alike.Contains(word.Text[0]) && heights.TryGetValue(word.Line, out var height) ? Told(word, image, height, language) : word)];
    }

    private static RecognizedWord Told(RecognizedWord word, GrayImage image, double height, string? language)
    {
        if (ListMark.Trim(image, word.Box.Within(image.Bounds)) is not { } ink || ink.Height < Slim * ink.Width) return word;
        var below = (ink.Bottom - word.Baseline) / height;
        if (below >= Below && ink.Height > height * Highest / 2) return word with { Text = Stroke };
        return word.Text == Stroke && language == "en" && Math.Abs(below) <= On && ink.Height <= Highest * height ? word with { Text = Letter } : word;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
