using System.Text.RegularExpressions;
using Resumai.Knowledge;
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
    /// <summary>Letters of Latin script that look like one of the Greek.</summary>
    private const string SharedLetters = "ABEZHIKMNOPTYXavopuikt";
    private static readonly string[] OtherScripts = ["ell", "bul"];
    private const double Doubt = 0.6, Sure = 0.82, Better = 0.15;
    /// <summary>Confidence below which a longer word is read again by itself: the words beside it lead the English model astray.</summary>
    private const double Hopeless = 0.3;
    private const int LongWord = 6, MostAlone = 8;

    /// <param name="isWord">True for a word of the page's language: it is none of another.</param>
    /// <param name="isEnglish">True for a word of English.</param>
    /// <param name="readLine">Reads one line of the page with the English model.</param>
    public static IReadOnlyList<RecognizedWord> ReadAgain(IReadOnlyList<RecognizedWord> words, string model, Func<string, bool> isWord, Func<string, bool> isEnglish, Func<PixelBox, IReadOnlyList<RecognizedWord>> readLine)
    {
        if (!OtherScripts.Contains(model)) return words;
        var result = new List<RecognizedWord>(words.Count);
        var left = MostAlone;
        foreach (var line in words.GroupBy(w => w.Line))
        {
            var first = line.ToList();
            if (!first.Exists(w => IsDoubtful(w, isWord)))
            {
                result.AddRange(first);
                continue;
            }
            foreach (var word in Merge(first, readLine(Around(first)), isWord, isEnglish))
            {
                var hopeless = word.Confidence < Hopeless && word.Text.Length >= LongWord && left-- > 0;
                result.AddRange(hopeless ? Merge([word], readLine(word.Box.Grown(Margin)), isWord, isEnglish) : [word]);
            }
        }
        return result;
    }

    private static bool IsDoubtful(RecognizedWord word, Func<string, bool> isWord) =>
        AddressSign().IsMatch(word.Text) || ((word.Confidence < Doubt || IsCapitals(word) || IsJumbled(word)) && !isWord(Core(word)));

    /// <summary>Capitals of one script look like those of the other: "ΜΒΑ" may be read as surely as "MBA".</summary>
    private static bool IsCapitals(RecognizedWord word) => Core(word) is { Length: >= 2 } core && core.Count(char.IsUpper) >= 2 && core.All(c => char.IsUpper(c) || char.IsAsciiDigit(c));

    /// <summary>No word is written so: a sign amid letters, a small letter behind two capitals, a last sigma before its end, two accents.</summary>
    private static bool IsJumbled(RecognizedWord word) => Jumbled().IsMatch(Core(word));

    private static string Core(RecognizedWord word) => word.Text.Trim('.', ',', ';', ':', '(', ')', '«', '»');

    private static bool IsNamed(string word, Func<string, bool> isEnglish) => isEnglish(word) || SkillLexicon.Find(word) is not null;

    private static PixelBox Around(List<RecognizedWord> line) => line.Skip(1).Aggregate(line[0].Box, (all, w) => all.Union(w.Box)).Grown(Margin);

    /// <summary>The first reading with its words in doubt replaced by those of the second that stand in the same place.</summary>
    private static IEnumerable<RecognizedWord> Merge(List<RecognizedWord> first, IReadOnlyList<RecognizedWord> second, Func<string, bool> isWord, Func<string, bool> isEnglish)
    {
        var taken = new HashSet<RecognizedWord>(ReferenceEqualityComparer.Instance);
        foreach (var word in first)
        {
            if (!IsDoubtful(word, isWord))
            {
                if (!taken.Contains(word)) yield return word;
                continue;
            }
            var same = second.Where(w => Shared(w.Box, word.Box) > 0.5 * Math.Min(w.Box.Width, word.Box.Width)).ToList();
            // Signs beside a word say nothing of the word.
            if (same.Exists(IsText)) same.RemoveAll(w => !IsText(w));
            var confidence = same.Count == 0 ? 0 : same.Sum(w => w.Confidence * w.Text.Length) / same.Sum(w => w.Text.Length);
            var named = IsCapitals(word) && same is [var one] && confidence >= Doubt && IsNamed(Core(one), isEnglish);
            var jumbled = IsJumbled(word) && confidence >= Doubt && confidence > word.Confidence && same.TrueForAll(w => PlainWord().IsMatch(Core(w)));
            if (!named && (LooksTheSame(word.Text, same) || (!jumbled && ((confidence < Sure && (confidence < Doubt || !same.Exists(w => IsAddress().IsMatch(w.Text)))) || confidence <= word.Confidence + Better))))
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

    /// <summary>Small Greek letters that the other script has too: "Ιαν" is read as "Iav", and as surely.</summary>
    private static bool LooksTheSame(string greek, List<RecognizedWord> same) =>
        greek.Any(c => c is >= 'α' and <= 'ω') && same.SelectMany(w => w.Text).Where(char.IsLetter).ToList() is { Count: > 0 } letters && letters.TrueForAll(SharedLetters.Contains);

    private static bool IsText(RecognizedWord word) => word.Text.Any(char.IsLetterOrDigit);

    private static int Shared(PixelBox a, PixelBox b) => Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left);

    // An e-mail address or a web address, whole.
    [GeneratedRegex(@"^[\w.+-]+@[\w-]+(\.[\w-]+)+$|^(https?://|www\.)\S+$|^[\w-]+(\.[\w-]+)*\.\p{Ll}{2,}/\S+$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex IsAddress();

    [GeneratedRegex(@"\p{L}[^\p{L}\p{M}\p{N}\s./'’&–-]+\p{L}|\p{Lu}\p{Lu}\p{Ll}|ς\p{L}|[άέήίόύώ]\p{L}*[άέήίόύώ]|[\u0370-\u03FF][A-Za-z]|[A-Za-z][\u0370-\u03FF]|\p{Ll}[!|]$", RegexOptions.None, 500)]
    private static partial Regex Jumbled();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9.'-]+$", RegexOptions.None, 500)]
    private static partial Regex PlainWord();

    [GeneratedRegex(@"@|[\p{L}\d][©®&]\p{L}|\p{L}\p{Ll}+\.\p{Ll}{2,}|^www|^https?|/\p{L}+/|\d[\d\s/().-]{5,}\d", RegexOptions.IgnoreCase, 500)]
    private static partial Regex AddressSign();
}
