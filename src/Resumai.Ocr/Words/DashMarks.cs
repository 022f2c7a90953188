using System.Text.RegularExpressions;
using Resumai.Ocr.Tesseract;

namespace Resumai.Ocr.Words;

/// <summary>A dash before the item of a list, read together with its first word ("--Diplom"): parted from it, as it stands on the page.</summary>
internal static partial class DashMarks
{
    private const string Dash = "–";
    /// <summary>In heights of the word: the gap to the word before, from which on it begins a line, and to the letters behind a single dash.</summary>
    private const double Apart = 1, Gap = 0.2;

    public static IReadOnlyList<RecognizedWord> Part(IReadOnlyList<RecognizedWord> words)
    {
        var result = new List<RecognizedWord>(words.Count);
        for (var i = 0; i < words.Count; i++)
        {
            var (word, before) = (words[i], i > 0 ? words[i - 1] : null);
            var first = before is null || before.Line != word.Line || word.Box.Left - before.Box.Right > Apart * word.Box.Height;
            var dashes = first ? Mark().Match(word.Text).Length : 0;
            if (dashes > 0 && Places(word, dashes) is var (end, start) && (dashes > 1 || start - end >= Gap * word.Box.Height))
            {
                result.Add(word with { Text = Dash, Box = word.Box with { Right = end }, Letters = [] });
                result.Add(word with { Text = word.Text[dashes..], Box = word.Box with { Left = start }, Letters = [] });
            }
            else
            {
                result.Add(dashes > 1 ? word with { Text = Dash + word.Text[dashes..], Letters = [] } : word);
            }
        }
        return result;
    }

    /// <summary>Where the dash ends and the word begins.</summary>
    private static (int End, int Start)? Places(RecognizedWord word, int dashes) =>
        word.Letters.Count == word.Text.Length && word.Letters[dashes - 1].Box.Right is var end && word.Letters[dashes].Box.Left is var start
        && end < start && end > word.Box.Left && start < word.Box.Right ? (end, start) : null;

    [GeneratedRegex(@"^[-–—]{1,3}(?=\p{L}{2}|\d{4})", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Mark();
}
