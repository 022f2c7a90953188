using System.Collections.Frozen;
using Resumai.Knowledge;
using Resumai.Layout;
using Resumai.Text;

namespace Resumai.Ocr.Spelling;

/// <summary>How the words of CVs (headings, titles, months, degrees) are spelled in a language, by the word without its accents; none where two words differ by them alone.</summary>
internal static class KnownSpellings
{
    private const int Shortest = 3;
    private static readonly string[] Files = ["stopwords.tsv", "headings.tsv", "months.tsv", "titles.tsv", "dates.tsv", "entry_labels.tsv", "levels.tsv", "studies.tsv", "contact.tsv"];
    private static readonly Lazy<FrozenDictionary<string, string>> Greek = new(() => Load("el"));

    /// <summary>The word with its accents, in the case that it was read in; null for one that is not known.</summary>
    public static string? Of(string word)
    {
        if (word.Length < Shortest || !Greek.Value.TryGetValue(UnicodeText.Fold(word), out var spelled) || spelled.Length != word.Length) return null;
        return string.Concat(spelled.Select((c, i) => char.IsUpper(word[i]) ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c)));
    }

    private static FrozenDictionary<string, string> Load(string language) => Files.SelectMany(TermFile.Read).Where(r => r.Language == language && r.Kind != "noise")
        .SelectMany(r => r.Terms).SelectMany(t => t.Split(' ', '-', '/', '(', ')', ',', '.')).Where(w => w.Length >= Shortest && w.All(char.IsLetter) && w.Skip(1).Any(char.IsLower))
        .Select(w => w.ToLowerInvariant()).Distinct().GroupBy(UnicodeText.Fold).Where(g => g.Count() == 1).ToFrozenDictionary(g => g.Key, g => g.Single());
}
