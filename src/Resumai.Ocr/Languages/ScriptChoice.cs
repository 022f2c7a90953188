using System.Text.RegularExpressions;
using Resumai.Ocr.Raster;
using Resumai.Ocr.Spelling;
using Resumai.Ocr.Tesseract;
using Resumai.Text;

namespace Resumai.Ocr.Languages;

/// <summary>A word as the model of the page's language read it.</summary>
/// <param name="IsOdd">The language is not written so.</param>
internal sealed record WordInDoubt(RecognizedWord Word, bool InDoubt, bool IsOdd);

/// <summary>Chooses between what the model of the page's language reads and what the English one reads in the same place.</summary>
/// <param name="isNamed">True for a word of English and for the name of a skill.</param>
/// <param name="isWord">True for a word of the page's language.</param>
/// <param name="isClosed">True for words of the page's language that no reading replaces but the name of a skill or a degree, however unsure they are.</param>
/// <param name="isTerm">True where Latin capitals are the name of a skill or a degree and the capitals read in their place need not be right.</param>
internal sealed partial class ScriptChoice(Func<string, bool> isNamed, Func<RecognizedWord, bool> isWord, Func<RecognizedWord, bool> isClosed, Func<string, string, bool> isTerm)
{
    /// <summary>Greek letters, and the Latin ones that look like each; accents aside.</summary>
    private const string Greek = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαεηικκνοπρττυυυγχςωμ", Latin = "ABEZHIKMNOPTYXaenikKvonptTuvyyxcwu";
    /// <summary>Latin letters that a small iota, with its accent or without, looks like.</summary>
    private const string LikeIota = "ilI1";
    private const int Abbreviation = 4, Brief = 3;
    /// <summary>Confidence of the English reading: at all; of figures that were read as letters; of a word by itself; of a name that could be a word of the page's language too.</summary>
    private const double Least = 0.6, LeastFigures = 0.55, Sure = 0.82, SureName = 0.9;
    /// <summary>Confidence of the English reading where the other one is oddly written and less sure than the second figure: it can only be wrong.</summary>
    private const double LeastForNonsense = 0.45, Nonsense = 0.35;
    /// <summary>By how much the English reading is surer than the other; how much less sure it may be where the other is oddly written.</summary>
    private const double Better = 0.15, Near = 0.1;
    /// <summary>Part of a word's width that a word of the second reading covers where it is the same ink.</summary>
    private const double Covered = 0.7;
    /// <summary>Confidence up to which a word that may be of the page's language gives way to a name.</summary>
    private const double Unsure = 0.85;

    /// <summary>The first reading with its words in doubt replaced by those of the second that stand in the same place; true for a word that stayed in doubt.</summary>
    public IEnumerable<(RecognizedWord Word, bool InDoubt)> Merge(List<WordInDoubt> first, IReadOnlyList<RecognizedWord> second)
    {
        var taken = new HashSet<RecognizedWord>(ReferenceEqualityComparer.Instance);
        var foreign = false;
        foreach (var piece in first)
        {
            var word = piece.Word;
            // The second reading took it together with the piece before, which it was taken for.
            if (!piece.InDoubt && IsText(word) && taken.Any(t => Shared(t.Box, word.Box) > Covered * word.Box.Width))
            {
                continue;
            }
            var same = piece.InDoubt ? second.Where(w => Shared(w.Box, word.Box) > 0.5 * Math.Min(w.Box.Width, word.Box.Width)).ToList() : [];
            // Signs beside a word say nothing of the word.
            if (same.Exists(IsText)) same.RemoveAll(w => !IsText(w));
            foreign = same.Count > 0 && IsForeign(piece, same, foreign);
            if (!foreign)
            {
                yield return (word, piece.InDoubt);
                continue;
            }
            foreach (var better in same)
            {
                if (taken.Add(better)) yield return (better with { Line = word.Line, Baseline = word.Baseline }, false);
            }
        }
    }

    /// <param name="beside">The word before is foreign.</param>
    private bool IsForeign(WordInDoubt piece, List<RecognizedWord> same, bool beside)
    {
        var (word, core) = (piece.Word, ForeignWords.Core(piece.Word));
        var confidence = same.Sum(w => w.Confidence * w.Text.Length) / same.Sum(w => w.Text.Length);
        var name = same is [var one] && isNamed(ForeignWords.Core(one));
        var plain = same.TrueForAll(w => PlainWord().IsMatch(ForeignWords.Core(w)));
        // Capitals that are a word of the page's language give way to nothing but the name of a skill or a degree.
        if (isClosed(word) || (ForeignWords.IsCapitals(core) && word.Confidence >= Least && isWord(word))) return confidence >= SureName && same is [var term] && isTerm(core, ForeignWords.Core(term));
        if (ForeignWords.IsCapitals(core) && ((name && confidence >= Least) || (beside && plain && confidence >= SureName))) return true;
        if ((!piece.IsOdd || core.Length <= Abbreviation) && LooksTheSame(word.Text, same)) return false;
        if (same is [{ Text: "ISO" }] && confidence >= Least && core.Any(c => char.IsAsciiDigit(c) || c == '|')) return true;
        var telling = same.TrueForAll(w => ForeignWords.Core(w) is var latin && (latin.Length > Brief || latin.Any(char.IsUpper)));
        if (piece.IsOdd && word.Confidence < Nonsense && confidence >= LeastForNonsense && telling && !LooksTheSame(word.Text, same) && same.TrueForAll(w => LatinWord().IsMatch(ForeignWords.Core(w)) || IsAddress().IsMatch(w.Text))) return true;
        if (name && plain && telling && confidence >= LeastForNonsense && word.Confidence < Nonsense) return true;
        if (ForeignWords.IsCapitals(core) && plain && confidence >= SureName && confidence > word.Confidence && same.TrueForAll(w => w.Text.Any(char.IsLower))) return true;
        if (IsJumbled(core) && plain && confidence >= Least && confidence > word.Confidence) return true;
        if (piece.IsOdd && plain && confidence >= Sure && confidence > word.Confidence - Near) return true;
        // "17ο Λύκειο": the letter of an ordinal is no nought.
        if (Ordinal().IsMatch(word.Text)) return false;
        if (confidence >= (piece.IsOdd ? LeastFigures : Sure) && confidence > word.Confidence && same is [var number] && Figures().IsMatch(number.Text) && word.Text.Any(char.IsAsciiDigit)) return true;
        if (name && plain && confidence >= SureName && word.Confidence < Unsure) return true;
        return confidence > word.Confidence + Better && (confidence >= Sure || (confidence >= Least && same.Exists(w => IsAddress().IsMatch(w.Text))));
    }

    /// <summary>No word is written so: a sign amid letters, a small letter behind two capitals, a last sigma before its end, two accents.</summary>
    internal static bool IsJumbled(string core) => Jumbled().IsMatch(core);

    /// <summary>The same letters to the eye: "Ιαν" is read as "Iav", and as surely.</summary>
    private static bool LooksTheSame(string greek, List<RecognizedWord> same)
    {
        var (read, latin) = (Letters(greek), Letters(string.Concat(same.Select(w => w.Text))));
        if (!latin.Any(char.IsLetter) || read.Length != latin.Length || (latin.Length > Abbreviation && !read.Any(char.IsLower))) return false;
        return read.Zip(latin).All(p => LooksTheSame(p.First, p.Second) || LooksTheSame(char.ToLowerInvariant(p.First), char.ToLowerInvariant(p.Second)));
    }

    private static string Letters(string text) => string.Concat(Unaccented(text).Where(char.IsLetterOrDigit));

    private static string Unaccented(string text) => string.Concat(UnicodeText.DecomposeCompatibility(Orthography.Greek(text)).Where(c => !char.IsBetween(c, '\u0300', '\u036F')));

    private static bool LooksTheSame(char greek, char latin) => greek == latin || (greek == 'ι' && LikeIota.Contains(latin)) || Greek.Index().Any(g => g.Item == greek && Latin[g.Index] == latin);

    private static bool IsText(RecognizedWord word) => word.Text.Any(char.IsLetterOrDigit);

    private static int Shared(PixelBox a, PixelBox b) => Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left);

    // An e-mail address or a web address, whole.
    [GeneratedRegex(@"^[\w.+-]+@[\w-]+(\.[\w-]+)+$|^(https?://|www\.)\S+$|^[\w-]+(\.[\w-]+)*\.\p{Ll}{2,}/\S+$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex IsAddress();

    [GeneratedRegex(@"\p{L}[^\p{L}\p{M}\p{N}\s./'’&–-]+\p{L}|\p{Lu}\p{Lu}\p{Ll}|ς\p{L}|[άέήίόύώ]\p{L}*[άέήίόύώ]|[\u0370-\u03FF][A-Za-z]|[A-Za-z][\u0370-\u03FF]|\p{Ll}[!|]$", RegexOptions.None, 500)]
    private static partial Regex Jumbled();

    // A date, an amount, a part; the per cent sign is figures to other models.
    [GeneratedRegex(@"^[(+]?\d[\d.,:/–-]*[%)]?[.,;:]?$", RegexOptions.None, 500)]
    private static partial Regex Figures();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9.'-]+$", RegexOptions.None, 500)]
    private static partial Regex PlainWord();

    // Accents too: what the English model puts on letters that it does not know is wrong by an accent.
    [GeneratedRegex(@"^[A-Za-z\u00C0-\u024F][A-Za-z0-9\u00C0-\u024F.'-]+$", RegexOptions.None, 500)]
    private static partial Regex LatinWord();

    [GeneratedRegex(@"^\d{1,3}[οηό]$", RegexOptions.None, 500)]
    private static partial Regex Ordinal();
}
