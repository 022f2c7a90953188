using System.Text.RegularExpressions;
using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;

namespace Resumai.Ocr.Languages;

/// <summary>
/// E-mail addresses, web addresses and phone numbers: no language's words, and some models misread their signs. Lines with them are
/// read again with the English model, and what it makes of the address is taken.
/// </summary>
internal static partial class Addresses
{
    private const string English = "eng";
    private const int Margin = 6;
    /// <summary>Models of scripts in which addresses and names of products stand out as foreign: there they are told by doubt alone.</summary>
    private static readonly string[] OtherScripts = ["ell", "bul"];
    private const double Doubt = 0.6, Sure = 0.82, Better = 0.15;

    /// <param name="readLine">Reads one line of the page with the English model.</param>
    public static IReadOnlyList<RecognizedWord> ReadAgain(IReadOnlyList<RecognizedWord> words, string model, Func<PixelBox, IReadOnlyList<RecognizedWord>> readLine)
    {
        if (model == English) return words;
        var latin = Array.IndexOf(OtherScripts, model) < 0;
        var result = new List<RecognizedWord>(words.Count);
        foreach (var line in words.GroupBy(w => w.Line))
        {
            var first = line.ToList();
            result.AddRange(first.Exists(w => IsDoubtful(w, latin)) ? Merge(first, readLine(Around(first)), latin) : first);
        }
        return result;
    }

    private static bool IsDoubtful(RecognizedWord word, bool latin) => LooksLikeAddress().IsMatch(word.Text) || (!latin && word.Confidence < Doubt);

    private static PixelBox Around(List<RecognizedWord> line) =>
        new PixelBox(line.Min(w => w.Box.Left), line.Min(w => w.Box.Top), line.Max(w => w.Box.Right), line.Max(w => w.Box.Bottom)).Grown(Margin);

    /// <summary>The first reading with its address-like words replaced by those of the second that stand in the same place.</summary>
    private static IEnumerable<RecognizedWord> Merge(List<RecognizedWord> first, IReadOnlyList<RecognizedWord> second, bool latin)
    {
        var taken = new HashSet<RecognizedWord>(ReferenceEqualityComparer.Instance);
        foreach (var word in first)
        {
            if (!IsDoubtful(word, latin))
            {
                if (!taken.Contains(word)) yield return word;
                continue;
            }
            var same = second.Where(w => Shared(w.Box, word.Box) > 0.5 * Math.Min(w.Box.Width, word.Box.Width)).ToList();
            var confidence = same.Count == 0 ? 0 : same.Average(w => w.Confidence);
            var accepted = latin ? same.Count > 0 && confidence >= 0.6 * word.Confidence : (confidence >= Sure || (confidence >= Doubt && same.Exists(w => IsAddress().IsMatch(w.Text)))) && confidence > word.Confidence + Better;
            if (!accepted)
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

    // What an address may look like after misreading: an at sign or its usual misreadings amid a word, a dot between letters, a web
    // prefix, a run of figures as long as a phone number's part.
    [GeneratedRegex(@"@|[\p{L}\d][©®&]\p{L}|\p{L}\p{Ll}+\.\p{Ll}{2,}|^www|^https?|/\p{L}+/|\d[\d\s/().-]{5,}\d", RegexOptions.IgnoreCase, 500)]
    private static partial Regex LooksLikeAddress();
}
