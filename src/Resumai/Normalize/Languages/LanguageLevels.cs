using Resumai.Knowledge;

namespace Resumai.Normalize.Languages;

/// <summary>Reads levels of language skill: CEFR codes as printed, and the words that stand for them. Thread-safe.</summary>
public static class LanguageLevels
{
    /// <summary>The lexicon's kind for words that say neither a language nor a level.</summary>
    private const string Noise = "noise";

    private static readonly Lazy<Tables> Data = new(Load);

    /// <summary>A1–C2 or <c>native</c>; null when the text says no level. A printed code beats words, but "native (C2)" is native.</summary>
    /// <param name="language">Language of the document, tried first; null when unknown.</param>
    public static string? Of(string text, string? language)
    {
        var tokens = PhraseTable.TokensOf(text);
        PhraseMatch? best = null;
        foreach (var match in Said(tokens, language))
        {
            if (match.Value == "native") return "native";
            if (best is null || match.TokenCount > best.Value.TokenCount) best = match;
        }
        foreach (var token in tokens)
        {
            if (Code(token.Folded) is { } code) return code;
        }
        return best?.Value;
    }

    /// <summary>True when every word says a level or nothing ("spoken and written", "Niveau B2").</summary>
    internal static bool IsOnlyLevel(string text, string? language) => Unmatched(text, language) == 0;

    /// <summary>True when no word tells anything ("and", "Sprache").</summary>
    internal static bool IsNoise(string text, string? language)
    {
        var tokens = PhraseTable.TokensOf(text);
        return Data.Value.Levels.Matches(tokens, language).Where(m => m.Value == Noise).Sum(m => m.TokenCount) == tokens.Count;
    }

    /// <summary>The skills named in the text, in order: listening, reading, speaking or writing, each with its first token.</summary>
    internal static IEnumerable<PhraseMatch> Skills(List<Token> tokens, string? language) => Data.Value.Skills.Matches(tokens, language);

    /// <summary>The CEFR level a token is ("B2", "b1+", "C1.2", Greek and Cyrillic look-alikes), else null.</summary>
    internal static string? Code(string folded)
    {
        if (folded.Length < 2 || folded[1] is < '1' or > '2') return null;
        if (folded.Length > 2 && !(folded.Length == 3 && folded[2] is '+') && !(folded.Length == 4 && folded[2] == '.')) return null;
        var letter = folded[0] switch { 'a' or 'α' or 'а' => 'A', 'b' or 'β' or 'в' => 'B', 'c' or 'с' or 'γ' => 'C', _ => ' ' };
        return letter == ' ' ? null : string.Create(2, (letter, folded[1]), static (to, from) => (to[0], to[1]) = from);
    }

    /// <summary>The phrases of level in the text; of two that overlap the longer, else the later: "nivel medio-alto" is "medio-alto".</summary>
    private static List<PhraseMatch> Said(List<Token> tokens, string? language)
    {
        var said = new List<PhraseMatch>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (Data.Value.Levels.At(tokens, i, language) is not { } match || match.Value == Noise) continue;
            if (said.Count == 0 || said[^1].EndToken <= i) said.Add(match);
            else if (match.TokenCount >= said[^1].TokenCount) said[^1] = match;
        }
        return said;
    }

    private static int Unmatched(string text, string? language)
    {
        var tokens = PhraseTable.TokensOf(text);
        var covered = Data.Value.Levels.Matches(tokens, language).Sum(m => m.TokenCount);
        return tokens.Count - covered - tokens.Count(t => Code(t.Folded) is not null);
    }

    private static Tables Load()
    {
        var skills = TermFile.Read("levels.tsv").ToLookup(r => r.Kind is "listening" or "reading" or "speaking" or "writing");
        return new Tables(new PhraseTable(skills[false]), new PhraseTable(skills[true]));
    }

    private sealed record Tables(PhraseTable Levels, PhraseTable Skills);
}
