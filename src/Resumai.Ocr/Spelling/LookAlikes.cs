using Resumai.Knowledge;
using Resumai.Ocr.Languages;
using Resumai.Ocr.Tesseract;

namespace Resumai.Ocr.Spelling;

/// <summary>
/// Letters taken for others that look like them, mended in words that are none as read and are one after the exchange: a word of
/// the language's dictionary or the name of a skill. Addresses, numbers and what may be a name read surely stay as they are.
/// </summary>
internal sealed class LookAlikes(string? language, Func<string, bool> isWord, Func<string, bool> isEnglish)
{
    private static readonly Lazy<(string Read, string Printed, string[] Languages)[]> Pairs = new(Load);

    /// <summary>Confidence below which a word may have a misread letter, a capitalised one (it may be a name), and any with an accent left out.</summary>
    private const double Doubt = 0.92, Name = 0.8, Accent = 0.8;
    private const int Shortest = 3, ShortestSkill = 4;
    private const string Around = ".,;:()[]\"'„“”«»!?…–—-/";

    private readonly (string Read, string Printed)[] _pairs = [.. Pairs.Value.Where(p => p.Languages.Contains("*") || p.Languages.Contains(language)).Select(p => (p.Read, p.Printed))];

    public IReadOnlyList<RecognizedWord> Mend(IReadOnlyList<RecognizedWord> words) => [.. words.Select(Mended)];

    private RecognizedWord Mended(RecognizedWord word)
    {
        var core = word.Text.Trim(Around.ToCharArray());
        if (core.Length < Shortest || core.Count(char.IsLetter) * 2 <= core.Length || core.AsSpan().IndexOfAny("@/_.\\") >= 0) return word;
        var misspelt = language == "el" && !GreekSpelling.MayBe(core);
        if ((misspelt || (language == "el" && char.IsLower(core[0]) && !Known(core))) && KnownSpellings.Of(core) is { } spelled) return word with { Text = word.Text.Replace(core, spelled, StringComparison.Ordinal) };
        // A name may be printed without its accent.
        misspelt &= !char.IsUpper(core[0]) || word.Confidence < Name;
        if ((Known(core) && !misspelt) || (core.Contains('-') && core.Split('-').All(p => p.Length < Shortest || Known(p)))) return word;
        var found = Candidates(core).Where(c => Accepts(c, core, misspelt ? 0 : word.Confidence)).Distinct(StringComparer.Ordinal).Take(2).ToList();
        return found is [var single] ? word with { Text = word.Text.Replace(core, single, StringComparison.Ordinal), Letters = [] } : word;
    }

    private bool Known(string word) => isWord(word) || isEnglish(word) || IsSkill(word);

    /// <summary>A skill's own name, letter for letter.</summary>
    private static bool IsSkill(string word) => word.Length >= ShortestSkill && SkillLexicon.Find(word) is { } skill && skill.Name == word;

    private bool Accepts(string candidate, string read, double confidence)
    {
        if (IsSkill(candidate)) return true;
        // No word begins so, and the two are the same stroke.
        if (candidate[0] == 'I' && read[0] == 'l' && candidate.AsSpan(1).SequenceEqual(read.AsSpan(1))) return isWord(candidate) || isWord('i' + candidate[1..]);
        if (!isWord(candidate)) return false;
        if (confidence >= Doubt) return false;
        var initial = candidate[0] != read[0] && candidate.AsSpan(1).EndsWith(read.AsSpan(1));
        return initial || confidence < (char.IsUpper(read[0]) ? Name : HasAccent(candidate) && !HasAccent(read) ? Accent : Doubt);
    }

    private static bool HasAccent(string text) => text.Any(c => c > '\u007F');

    private IEnumerable<string> Candidates(string word)
    {
        foreach (var (read, printed) in _pairs)
        {
            for (var at = word.IndexOf(read, StringComparison.Ordinal); at >= 0; at = word.IndexOf(read, at + 1, StringComparison.Ordinal))
            {
                yield return string.Concat(word.AsSpan(0, at), printed, word.AsSpan(at + read.Length));
            }
        }
    }

    private static (string, string, string[])[] Load()
    {
        using var stream = typeof(LookAlikes).Assembly.GetManifestResourceStream("look_alikes.tsv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')
            .Select(line => line.Split('\t')).Select(p => (p[0], p[1], p[2].Split(',')))];
    }
}
