using System.Collections.Frozen;
using Resumai.Knowledge;
using Resumai.Layout;
using Resumai.Reading;
using Resumai.Text;

namespace Resumai.Ocr.Languages;

/// <summary>
/// The language of text that was read with the English model: its words come through but for their accents, so they are compared
/// without. A CV is short of function words and full of headings, months, titles and degrees, which tell as much.
/// </summary>
internal static class RoughLanguage
{
    /// <summary>Evidence in words that only one language has, and how far it must lead.</summary>
    private const double LeastEvidence = 2, Lead = 1.3;
    /// <summary>Part of the best one's evidence from which on another language may be the right one.</summary>
    private const double Near = 0.5;
    /// <summary>The same for a language whose words are much like the best one's: what is evidence for one is none for the other by a letter.</summary>
    private const double NearAlike = 0.4;
    /// <summary>Letters from which on a word of a CV tells a language: shorter ones are abbreviations and other languages' words.</summary>
    private const int LongWord = 4;
    private static readonly string[] WordsOfPapers = ["headings.tsv", "months.tsv", "titles.tsv", "dates.tsv", "entry_labels.tsv", "levels.tsv", "studies.tsv"];
    private static readonly Lazy<FrozenDictionary<string, string[]>> Words = new(Load);

    /// <summary>ISO 639-1 (Norwegian is <c>nb</c>), null when too little tells.</summary>
    public static string? Of(IEnumerable<string> words)
    {
        var ranked = Ranked(words);
        if (ranked.Count == 0 || ranked[0].Evidence < LeastEvidence) return null;
        return ranked.Count == 1 || ranked[0].Evidence >= Lead * ranked[1].Evidence ? ranked[0].Language : null;
    }

    /// <summary>The likeliest language and those that come near it, the likeliest first; none where too little tells.</summary>
    public static IReadOnlyList<string> Likely(IEnumerable<string> words)
    {
        var ranked = Ranked(words);
        if (ranked.Count == 0 || ranked[0].Evidence < LeastEvidence) return [];
        var (best, alike) = (ranked[0], ModelNames.Alike(ranked[0].Language));
        return [.. ranked.Where(l => l.Evidence >= (l.Language == alike ? NearAlike : Near) * best.Evidence).Select(l => l.Language)];
    }

    private static List<(string Language, double Evidence)> Ranked(IEnumerable<string> words)
    {
        var scores = new Dictionary<string, double>();
        foreach (var word in words)
        {
            if (!Words.Value.TryGetValue(UnicodeText.Fold(word.Trim('.', ',', ';', ':', '(', ')')), out var languages)) continue;
            foreach (var language in languages) scores[language] = scores.GetValueOrDefault(language) + 1.0 / languages.Length;
        }
        return [.. scores.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).Select(s => (s.Key, s.Value))];
    }

    /// <summary>The language of what a document's text layer says, null when it says little.</summary>
    public static string? OfText(SourceDocument document) => document.Pages.All(p => p.Glyphs.Count == 0) ? null
        : Of(PageArranger.Arrange(document).Lines.SelectMany(l => l.Words).Select(w => w.Word.Text));

    private static FrozenDictionary<string, string[]> Load()
    {
        var words = TermFile.Read("stopwords.tsv").Where(r => r.Kind == "word")
            .SelectMany(r => r.Terms.Select(term => (Word: UnicodeText.Fold(term), r.Language)))
            .Where(p => p.Word.Length > 1).Distinct()
            .GroupBy(p => p.Word, p => p.Language).ToDictionary(g => g.Key, g => g.ToArray());
        // What both know, the function words tell best: their lists have been made for it.
        foreach (var word in WordsOfPapers.SelectMany(Terms).Distinct().GroupBy(p => p.Word, p => p.Language)) words.TryAdd(word.Key, [.. word]);
        return words.ToFrozenDictionary();
    }

    private static IEnumerable<(string Word, string Language)> Terms(string file) =>
        TermFile.Read(file).Where(r => r.Kind != "noise" && ModelNames.IsKnown(r.Language))
            .SelectMany(r => r.Terms.SelectMany(term => Tokens.Of(term)).SelectMany(token => token.Folded.Split('-', '/', '.', '\'')).Where(w => w.Length >= LongWord).Select(w => (w, r.Language)));
}
