using Resumai.Ocr.Tesseract;

namespace Resumai.Ocr.Words;

/// <summary>Pictograms before headings or details, read as one or two letters: set off from the text, unsure, and more than one of them beneath each other.</summary>
internal static class HeadingIcons
{
    private const int MostLetters = 2, Fewest = 3;
    /// <summary>Confidence up to which a word may be a pictogram, and at most all of them together.</summary>
    private const double Unsure = 0.85, UnsureTogether = 0.7;
    /// <summary>In heights of the next word: how far it stands from a pictogram, how far left edges of one column are apart, and how far the word before is away.</summary>
    private const double Least = 0.4, Most = 2, Same = 0.3, Apart = 1;

    public static IReadOnlyList<RecognizedWord> Without(IReadOnlyList<RecognizedWord> words)
    {
        var found = words.GroupBy(w => w.Line).SelectMany(line => Icons([.. line])).ToList();
        var icons = new HashSet<RecognizedWord>(ReferenceEqualityComparer.Instance);
        foreach (var (word, height) in found)
        {
            var column = found.Where(f => Math.Abs(f.Word.Box.Left - word.Box.Left) <= Same * height).ToList();
            if (column.Count >= Fewest && column.Average(c => c.Word.Confidence) < UnsureTogether) icons.Add(word);
        }
        return icons.Count == 0 ? words : [.. words.Where(w => !icons.Contains(w))];
    }

    private static IEnumerable<(RecognizedWord Word, double Height)> Icons(List<RecognizedWord> line)
    {
        for (var i = 0; i + 1 < line.Count; i++)
        {
            var (word, next) = (line[i], line[i + 1]);
            var height = (double)next.Box.Height;
            if (word.Text.Length > MostLetters || word.Confidence >= Unsure || word.Text.Any(char.IsAsciiDigit) || next.Text.Length <= MostLetters || !char.IsLetter(next.Text[0])) continue;
            var (before, behind) = (i > 0 ? word.Box.Left - line[i - 1].Box.Right : double.PositiveInfinity, next.Box.Left - word.Box.Right);
            if (before > Apart * height && behind >= Least * height && behind <= Most * height && word.Text.Any(char.IsLetter)) yield return (word, height);
        }
    }
}
