using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Resumai.Knowledge;
using Resumai.Ocr.Raster;
using Resumai.Ocr.Spelling;
using Resumai.Ocr.Tesseract;
using Resumai.Text;

namespace Resumai.Ocr.Languages;

/// <summary>
/// Words in Latin letters (names of products, addresses) on pages of another script, whose models misread them: stretches of words in
/// doubt are read again with the English model, and what it is surer of is taken.
/// </summary>
internal static partial class ForeignWords
{
    private const string Greek = "ell", Bulgarian = "bul";
    /// <summary>Capitals that look the same in both scripts.</summary>
    private const string GreekCapitals = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", LatinCapitals = "ABEZHIKMNOPTYX";
    private const int Margin = 6;
    /// <summary>Confidence below which a word is in doubt, one of more than a few letters that is in no dictionary, a short one of the language's dictionary, one with figures, and one that is not written as the page's language writes.</summary>
    private const double Doubt = 0.6, DoubtUnknown = 0.8, DoubtShort = 0.5, DoubtFigures = 0.9, DoubtOddly = 0.95;
    /// <summary>Confidence below which a longer word is read again by itself: the words beside it lead the English model astray.</summary>
    private const double Hopeless = 0.3;
    private static readonly Lazy<FrozenSet<string>> Degrees = new(() => TermFile.Read("studies.tsv").Where(r => r is { Kind: "degree", Language: "*" }).SelectMany(r => r.Terms).ToFrozenSet(StringComparer.Ordinal));
    private static readonly Lazy<FrozenSet<string>> LegalForms = new(() => TermFile.Read("organisations.tsv").Where(r => r.Kind == "legal").SelectMany(r => r.Terms).ToFrozenSet(StringComparer.Ordinal));
    private static readonly Lazy<FrozenSet<string>> GreekMonths = new(() => TermFile.Read("months.tsv").Where(r => r.Language == "el").SelectMany(r => r.Terms).Where(t => t.Length >= ShortWord).Select(Capitals).ToFrozenSet(StringComparer.Ordinal));
    private const int LongWord = 6, ShortWord = 3, FewLetters = 5, MostAlone = 8;

    /// <param name="isWord">True for a word of the page's language: it is none of another.</param>
    /// <param name="isEnglish">True for a word of English.</param>
    /// <param name="readLine">Reads a line of the page, or a part of it, with the English model.</param>
    public static IReadOnlyList<RecognizedWord> ReadAgain(IReadOnlyList<RecognizedWord> words, string model, Func<string, bool> isWord, Func<string, bool> isEnglish, Func<PixelBox, IReadOnlyList<RecognizedWord>> readLine)
    {
        if (model is not (Greek or Bulgarian)) return words;
        var choice = new ScriptChoice(word => isEnglish(word) || IsSkill(word), word => isWord(Core(word)), word => IsClosed(Core(word)), IsTerm);
        var result = new List<RecognizedWord>(words.Count);
        var left = MostAlone;
        foreach (var line in words.GroupBy(w => w.Line))
        {
            var pieces = line.Select(w => new WordInDoubt(w, IsDoubtful(w, model, isWord), IsOdd(w, model))).ToList();
            foreach (var stretch in Stretches(pieces))
            {
                var second = stretch.Exists(p => p.InDoubt) ? readLine(Around(stretch)) : [];
                foreach (var (word, again) in choice.Merge(stretch, second))
                {
                    var hopeless = again && word.Confidence < Hopeless && word.Text.Length >= LongWord && left-- > 0;
                    result.AddRange(hopeless ? choice.Merge([new WordInDoubt(word, true, IsOdd(word, model))], readLine(word.Box.Grown(Margin))).Select(w => w.Word) : [word]);
                }
            }
        }
        return result;
    }

    /// <summary>Neighbours in doubt together, the others together; a word between two in doubt goes with them, and with a few letters the words beside them.</summary>
    private static IEnumerable<List<WordInDoubt>> Stretches(List<WordInDoubt> line)
    {
        var within = line.Select((p, i) => p.InDoubt || (i > 0 && i + 1 < line.Count && line[i - 1].InDoubt && line[i + 1].InDoubt)).ToArray();
        foreach (var (start, end) in Runs([.. within]).Where(r => within[r.Start] && line[r.Start..r.End].Sum(p => p.Word.Text.Length) < FewLetters).ToList())
        {
            if (start > 0) within[start - 1] = true;
            if (end < line.Count) within[end] = true;
        }
        return Runs(within).Select(r => line[r.Start..r.End]);
    }

    private static IEnumerable<(int Start, int End)> Runs(bool[] flags)
    {
        for (var start = 0; start < flags.Length;)
        {
            var end = start + 1;
            while (end < flags.Length && flags[end] == flags[start]) end++;
            yield return (start, end);
            start = end;
        }
    }

    private static bool IsDoubtful(RecognizedWord word, string model, Func<string, bool> isWord)
    {
        if (AddressSign().IsMatch(word.Text)) return true;
        var core = Core(word);
        if (isWord(core)) return core.Length <= ShortWord && (word.Confidence < DoubtShort || IsCapitals(core));
        if (core.Any(char.IsAsciiDigit) && word.Confidence < DoubtFigures) return true;
        return word.Confidence < (core.Length > ShortWord ? DoubtUnknown : Doubt) || IsCapitals(core) || ScriptChoice.IsJumbled(core) || (word.Confidence < DoubtOddly && core.Length > 1 && IsOdd(word, model));
    }

    private static bool IsOdd(RecognizedWord word, string model) => model == Greek && !GreekSpelling.MayBe(Core(word));

    /// <summary>Capitals of one script look like those of the other: "ΜΒΑ" may be read as surely as "MBA".</summary>
    internal static bool IsCapitals(string core) => core.Length >= 2 && core.Count(char.IsUpper) >= 2 && core.All(c => char.IsUpper(c) || char.IsAsciiDigit(c));

    /// <summary>The word without the signs around it, in today's spelling.</summary>
    internal static string Core(RecognizedWord word) => Orthography.Greek(MarkAndBreathing().Replace(word.Text, "").Trim('.', ',', ';', ':', '(', ')', '«', '»', '-', '–', '—'));

    /// <summary>A legal form or a month in Greek capitals: there are few, and they stand beside names and years in Latin letters.</summary>
    private static bool IsClosed(string core) => LegalForms.Value.Contains(core) || (IsCapitals(core) && GreekMonths.Value.Contains(Capitals(core)));

    private static string Capitals(string text) => UnicodeText.Fold(text).ToUpperInvariant();

    private static bool IsSkill(string word) => SkillLexicon.Find(word) is not null;

    /// <summary>A degree, or a skill whose letters are others than those that were read: "ΤΕΙ" may be either and is a school.</summary>
    private static bool IsTerm(string read, string latin) => Degrees.Value.Contains(latin) || (IsSkill(latin) && string.Concat(read.Select(AsLatin)) != latin);

    private static char AsLatin(char c) => GreekCapitals.IndexOf(c) is >= 0 and var at ? LatinCapitals[at] : c;

    private static PixelBox Around(List<WordInDoubt> stretch) => stretch.Skip(1).Aggregate(stretch[0].Word.Box, (all, w) => all.Union(w.Word.Box)).Grown(Margin);

    // A list's dash read as a letter that today's Greek does not have.
    [GeneratedRegex(@"^[-–—]+Ῥ(?=\p{Lu}\p{Ll})", RegexOptions.CultureInvariant, 500)]
    internal static partial Regex MarkAndBreathing();

    [GeneratedRegex(@"@|[\p{L}\d][©®&]\p{L}|\p{L}\p{Ll}+\.\p{Ll}{2,}|^www|^https?|/\p{L}+/|\d[\d\s/().-]{5,}\d", RegexOptions.IgnoreCase, 500)]
    private static partial Regex AddressSign();
}
