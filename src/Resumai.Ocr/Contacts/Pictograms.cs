using Resumai.Knowledge;
using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;

namespace Resumai.Ocr.Contacts;

/// <summary>Pictograms before contact details (an envelope, a globe), read as letters: they stand in a column before the lines, or alone before a detail.</summary>
internal static class Pictograms
{
    private const int MostLetters = 2;
    /// <summary>In heights of the detail: how far apart the pictograms of one column stand, and how far before its line one stands at most.</summary>
    private const double Apart = 3, Before = 2.5;

    /// <param name="details">Words that begin contact details.</param>
    public static IReadOnlyList<RecognizedWord> Without(IReadOnlyList<RecognizedWord> words, IReadOnlySet<RecognizedWord> details)
    {
        var first = words.GroupBy(w => w.Line).Select(l => l.Take(2).ToArray()).Where(l => l.Length == 2 && MayBe(l[0], l[1])).ToList();
        var column = first.Where(l => details.Contains(l[1])).Select(l => l[0]).ToList();
        for (var i = 0; i < column.Count; i++)
        {
            column.AddRange(first.Select(l => l[0]).Where(w => !column.Contains(w) && IsBelow(w.Box, column[i].Box)));
        }
        var pictograms = column.ToHashSet<RecognizedWord>(ReferenceEqualityComparer.Instance);
        return pictograms.Count == 0 ? words : [.. words.Where(w => !pictograms.Contains(w))];
    }

    private static bool MayBe(RecognizedWord word, RecognizedWord next) =>
        word.Text.Length <= MostLetters && !word.Text.Any(char.IsAsciiDigit) && word.Text[^1] is not (':' or '.' or '-' or '–') && !ContactWords.Default.IsLabel(word.Text)
        && next.Box.Left - word.Box.Right < Before * next.Box.Height;

    private static bool IsBelow(PixelBox box, PixelBox other) =>
        Math.Min(box.Right, other.Right) > Math.Max(box.Left, other.Left) && Math.Abs(box.Top - other.Top) < Apart * Math.Max(box.Height, other.Height);
}
