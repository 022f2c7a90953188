using Resumai.Knowledge;

namespace Resumai.Normalize.Languages;

/// <summary>
/// Tells the language of a CV by its function words, the words frequent in CVs and the letters few languages share.
/// A word that n languages have counts 1/n for each, so that names of products and a few foreign headings weigh little. Thread-safe.
/// </summary>
public static class LanguageDetector
{
    /// <summary>Below this many word hits' worth of evidence the answer is null.</summary>
    private const double LeastEvidence = 2;

    /// <summary>What one distinctive letter weighs beside a function word: names bring letters of other languages too.</summary>
    private const double LetterWeight = 0.35;

    /// <summary>Evidence does not grow with the length of the document beyond this many characters.</summary>
    private const int MostCharacters = 40_000;

    private const int LongestWord = 64;

    private static readonly Lazy<Evidence> Data = new(Load);

    /// <summary>ISO 639-1 of the text (Norwegian is <c>nb</c>); one of the official EU languages, Norwegian, Icelandic, Turkish, Ukrainian or Catalan, null when too little tells.</summary>
    public static string? Detect(string text)
    {
        var data = Data.Value;
        var scores = new double[data.Languages.Length];
        var words = data.Words.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> buffer = stackalloc char[LongestWord];
        if (HoldsFiller(text)) text = string.Join('\n', text.Split('\n').Where(l => !IsFiller(l, data.Filler)));
        var end = Math.Min(text.Length, MostCharacters);
        for (var i = 0; i < end;)
        {
            while (i < end && !char.IsLetter(text[i])) i++;
            var start = i;
            while (i < end && char.IsLetter(text[i])) i++;
            if (i == start || IsPartOfAddress(text, start, i)) continue;
            // A longer word is in no list; its letters still tell.
            var word = i - start <= LongestWord ? buffer[..text.AsSpan(start, i - start).ToLowerInvariant(buffer)] : text[start..i].ToLowerInvariant().AsSpan();
            if (!IsAcronym(text, start, i) && words.TryGetValue(word, out var languages)) Add(scores, languages, 1);
            foreach (var letter in word)
            {
                if (letter > 127 && data.Letters.TryGetValue(letter, out var having)) Add(scores, having, LetterWeight);
            }
        }

        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best]) best = i;
        }
        return scores[best] < LeastEvidence ? null : data.Languages[best];
    }

    private static bool HoldsFiller(string text) => text.Contains("ipsum", StringComparison.OrdinalIgnoreCase) || text.Contains("consectetu", StringComparison.OrdinalIgnoreCase);

    /// <summary>A line of the Latin that templates are filled with; its short words are words of other languages too.</summary>
    private static bool IsFiller(string line, HashSet<string> filler) =>
        line.Split([' ', '.', ',', ';'], StringSplitOptions.RemoveEmptyEntries).Count(w => filler.Contains(w.ToLowerInvariant())) > 1;

    private static void Add(double[] scores, int[] languages, double weight)
    {
        foreach (var language in languages) scores[language] += weight / languages.Length;
    }

    /// <summary>"IS", "IT", "OR" in capitals are abbreviations more often than function words.</summary>
    private static bool IsAcronym(string text, int start, int end) => end - start is 2 or 3 && char.IsUpper(text[start]) && char.IsUpper(text[start + 1]);

    /// <summary>The parts of e-mail and web addresses ("de", "is", "in") are not words.</summary>
    private static bool IsPartOfAddress(string text, int start, int end) =>
        (start > 0 && text[start - 1] is '@' or '.' or '/' && start > 1 && !char.IsWhiteSpace(text[start - 2]))
        || (end + 1 < text.Length && text[end] is '@' or '.' && char.IsLetter(text[Math.Min(end + 1, text.Length - 1)]));

    private static Evidence Load()
    {
        var (words, letters, filler, languages) = (new Dictionary<string, int[]>(), new Dictionary<int, int[]>(), new HashSet<string>(), new List<string>());
        foreach (var row in TermFile.Read("stopwords.tsv"))
        {
            if (row.Kind == "filler")
            {
                filler.UnionWith(row.Terms);
                continue;
            }
            if (!languages.Contains(row.Language)) languages.Add(row.Language);
            var language = languages.IndexOf(row.Language);
            foreach (var term in row.Terms)
            {
                if (row.Kind == "word") words[term] = With(words.GetValueOrDefault(term), language);
                else letters[term[0]] = With(letters.GetValueOrDefault(term[0]), language);
            }
        }
        return new Evidence([.. languages], words, letters, filler);
    }

    private static int[] With(int[]? languages, int language) => languages is null ? [language] : Array.IndexOf(languages, language) >= 0 ? languages : [.. languages, language];

    private sealed record Evidence(string[] Languages, Dictionary<string, int[]> Words, Dictionary<int, int[]> Letters, HashSet<string> Filler);
}
