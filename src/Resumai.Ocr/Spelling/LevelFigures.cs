using System.Text.RegularExpressions;
using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;

namespace Resumai.Ocr.Spelling;

/// <summary>
/// The figure of a language's level ("A1"), which is a small capital I in old-style figures. "AI" is a skill as well, so only beside other
/// levels, and behind what parts a level from its language.
/// </summary>
internal static partial class LevelFigures
{
    /// <summary>In heights of the word: how far other levels stand from it at most.</summary>
    private const double Rows = 6, Columns = 25;

    public static IReadOnlyList<RecognizedWord> Told(IReadOnlyList<RecognizedWord> words)
    {
        var levels = words.Where(w => Level().IsMatch(w.Text)).Select(w => w.Box).ToList();
        return levels.Count == 0 ? words : [.. words.Select((word, i) => Stroke().IsMatch(word.Text) && IsParted(words, i) && levels.Exists(l => IsBeside(word.Box, l)) ? Figure(word) : word)];
    }

    private static RecognizedWord Figure(RecognizedWord word) => word with { Text = Stroke().Replace(word.Text, "1"), Letters = [] };

    private static bool IsParted(IReadOnlyList<RecognizedWord> words, int i) =>
        words[i].Text[0] == '(' || (i > 0 && words[i - 1].Line == words[i].Line && words[i - 1].Text[^1] is '-' or '–' or '—' or ':' or '|' or '·' or '•');

    private static bool IsBeside(PixelBox word, PixelBox level) =>
        Math.Abs(level.Top - word.Top) <= Rows * word.Height && Math.Abs(level.Left - word.Left) <= Columns * word.Height;

    [GeneratedRegex(@"^\(?[ABC][12]\)?[.,;]?$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Level();

    [GeneratedRegex(@"(?<=^\(?[ABC])[Il|](?=\)?[.,;]?$)", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Stroke();
}
