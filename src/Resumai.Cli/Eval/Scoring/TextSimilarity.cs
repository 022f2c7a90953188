namespace Resumai.Cli.Eval.Scoring;

/// <summary>
/// 0–1 similarity of a printed text of the truth and the text found: the token-set ratio, guarded so that one shared word
/// or a paragraph around the truth is no match.
/// </summary>
internal static class TextSimilarity
{
    /// <summary>From here on two texts are the same.</summary>
    public const double Match = 0.85;

    public static bool Matches(string truth, string found) => Of(truth, found) >= Match;

    public static double Of(string truth, string found)
    {
        var (a, b) = (TextFolding.Fold(truth), TextFolding.Fold(found));
        if (a.Length == 0 || b.Length == 0) return a == b ? 1 : 0;
        if (a == b || a.Replace(" ", "") == b.Replace(" ", "")) return 1;

        var (truthWords, foundWords) = (Words(a), Words(b));
        var plain = SequenceRatio.Of(a, b);
        var covered = (double)truthWords.Count(foundWords.Contains) / truthWords.Count;
        if (covered < 0.5) return plain;

        var tokens = TokenSet(truthWords, foundWords);
        if (Length(b) > 3 * Length(a) + 10) tokens = Math.Min(tokens, 0.84);
        return Math.Max(tokens, plain);
    }

    /// <summary>Similarity of two skills, 0 unless they are the same: "+" and "#" count, short names must agree exactly.</summary>
    public static double OfSkills(string truth, string found)
    {
        var (a, b) = (TextFolding.Fold(truth, "+#"), TextFolding.Fold(found, "+#"));
        if (a == b || a.Replace(" ", "") == b.Replace(" ", "")) return 1;
        if (Math.Min(Length(a), Length(b)) < 4) return 0;
        var ratio = SequenceRatio.Of(a, b);
        return ratio >= 0.9 ? ratio : 0;
    }

    private static double TokenSet(HashSet<string> a, HashSet<string> b)
    {
        var shared = Join(a.Where(b.Contains));
        var onlyA = Join(a.Where(w => !b.Contains(w)), shared);
        var onlyB = Join(b.Where(w => !a.Contains(w)), shared);
        var whole = SequenceRatio.Of(onlyA, onlyB);
        return shared.Length == 0 ? whole : Math.Max(whole, Math.Max(SequenceRatio.Of(shared, onlyA), SequenceRatio.Of(shared, onlyB)));
    }

    private static string Join(IEnumerable<string> words, string before = "") =>
        string.Join(' ', words.Order(StringComparer.Ordinal).Prepend(before)).Trim();

    private static HashSet<string> Words(string folded) => [.. folded.Split(' ')];

    /// <summary>In code points, as Python counts.</summary>
    private static int Length(string text) => text.Length - text.Count(char.IsLowSurrogate);
}
