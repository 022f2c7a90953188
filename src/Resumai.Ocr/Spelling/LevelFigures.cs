using System.Text.RegularExpressions;
using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;

namespace Resumai.Ocr.Spelling;

/// <summary>
/// The figure of a language's level ("A1"), which is a small capital I in old-style figures, and the letter of "C1", which models of other
/// scripts take for a six. "AI" is a skill as well, so only among other levels, beneath or above one or behind what parts a level from its language.
/// </summary>
internal static partial class LevelFigures
{
    /// <summary>In heights of the word: how far other levels stand from it at most.</summary>
    private const double Rows = 6, Columns = 25, SameColumn = 0.6;

    public static IReadOnlyList<RecognizedWord> Told(IReadOnlyList<RecognizedWord> words)
    {
        var levels = words.Where(w => Level().IsMatch(w.Text)).Select(w => w.Box).ToList();
        return levels.Count == 0 ? words : [.. words.Select((word, i) => Told(words, i, levels) is { } text ? word with { Text = text, Letters = [] } : word)];
    }

    private static string? Told(IReadOnlyList<RecognizedWord> words, int i, List<PixelBox> levels)
    {
        var word = words[i];
        var beneath = levels.Exists(l => Math.Abs(l.Left - word.Box.Left) <= SameColumn * word.Box.Height && IsBeside(word.Box, l));
        if (Stroke().IsMatch(word.Text) && (beneath || (IsParted(words, i) && levels.Exists(l => IsBeside(word.Box, l))))) return Stroke().Replace(word.Text, "1");
        return beneath && Round().IsMatch(word.Text) ? Round().Replace(word.Text, "C") : null;
    }

    private static bool IsParted(IReadOnlyList<RecognizedWord> words, int i) =>
        words[i].Text[0] == '(' || (i > 0 && words[i - 1].Line == words[i].Line && words[i - 1].Text[^1] is '-' or '–' or '—' or ':' or '|' or '·' or '•');

    private static bool IsBeside(PixelBox word, PixelBox level) =>
        Math.Abs(level.Top - word.Top) <= Rows * word.Height && Math.Abs(level.Left - word.Left) <= Columns * word.Height;

    [GeneratedRegex(@"^\(?[ABC][12]\)?[.,;]?$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Level();

    [GeneratedRegex(@"(?<=^\(?)[6GOΟ](?=[12]\)?[.,;]?$)", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Round();

    [GeneratedRegex(@"(?<=^\(?[ABC])[Il|](?=\)?[.,;]?$)", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Stroke();
}
