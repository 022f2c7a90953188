using System.Text.RegularExpressions;
using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;

namespace Resumai.Ocr.Languages;

/// <summary>
/// Words in Latin letters (names of products, addresses) on pages of another script, whose models misread them: lines with words in
/// doubt are read again with the English model, and what it is surer of is taken.
/// </summary>
internal static partial class ForeignWords
{
    private const int Margin = 6;
    private static readonly string[] OtherScripts = ["ell", "bul"];
    private const double Doubt = 0.6, Sure = 0.82, Better = 0.15;

    /// <param name="readLine">Reads one line of the page with the English model.</param>
    public static IReadOnlyList<RecognizedWord> ReadAgain(IReadOnlyList<RecognizedWord> words, string model, Func<PixelBox, IReadOnlyList<RecognizedWord>> readLine)
    {
        if (!OtherScripts.Contains(model)) return words;
        var result = new List<RecognizedWord>(words.Count);
        foreach (var line in words.GroupBy(w => w.Line))
        {
            var first = line.ToList();
            result.AddRange(first.Exists(IsDoubtful) ? Merge(first, readLine(Around(first))) : first);
        }
        return result;
    }

    private static bool IsDoubtful(RecognizedWord word) => word.Confidence < Doubt || AddressSign().IsMatch(word.Text);

    private static PixelBox Around(List<RecognizedWord> line) => line.Skip(1).Aggregate(line[0].Box, (all, w) => all.Union(w.Box)).Grown(Margin);

    /// <summary>The first reading with its words in doubt replaced by those of the second that stand in the same place.</summary>
    private static IEnumerable<RecognizedWord> Merge(List<RecognizedWord> first, IReadOnlyList<RecognizedWord> second)
    {
        var taken = new HashSet<RecognizedWord>(ReferenceEqualityComparer.Instance);
        foreach (var word in first)
        {
            if (!IsDoubtful(word))
            {
                if (!taken.Contains(word)) yield return word;
                continue;
            }
            var same = second.Where(w => Shared(w.Box, word.Box) > 0.5 * Math.Min(w.Box.Width, word.Box.Width)).ToList();
            var confidence = same.Count == 0 ? 0 : same.Average(w => w.Confidence);
            if ((confidence < Sure && (confidence < Doubt || !same.Exists(w => IsAddress().IsMatch(w.Text)))) || confidence <= word.Confidence + Better)
            {
                yield return word;
                continue;
            }
            foreach (var better in same)
            {
                if (taken.Add(better)) yield return better with { Line = word.Line, Baseline = word.Baseline };
            }
        }
    }

    private static int Shared(PixelBox a, PixelBox b) => Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left);

    // An e-mail address or a web address, whole.
    [GeneratedRegex(@"^[\w.+-]+@[\w-]+(\.[\w-]+)+$|^(https?://|www\.)\S+$|^[\w-]+(\.[\w-]+)*\.\p{Ll}{2,}/\S+$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex IsAddress();

    [GeneratedRegex(@"@|[\p{L}\d][©®&]\p{L}|\p{L}\p{Ll}+\.\p{Ll}{2,}|^www|^https?|/\p{L}+/|\d[\d\s/().-]{5,}\d", RegexOptions.IgnoreCase, 500)]
    private static partial Regex AddressSign();
}
