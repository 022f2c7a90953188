namespace Resumai.Knowledge;

/// <summary>Phrases with a value each, by language. Hyphens count as spaces, so "upper-intermediate" and "upper intermediate" are one phrase.</summary>
internal sealed class PhraseTable
{
    private readonly Dictionary<string, Entry[]> _byFirstWord = [];

    /// <summary>The words of an entry of one word, which its key says.</summary>
    private static readonly string[] Alone = [""];

    public PhraseTable(IEnumerable<TermRow> rows)
    {
        foreach (var row in rows)
        {
            foreach (var term in row.Terms)
            {
                Tokens.Words(Spaced(term), out var first, out var more);
                if (first.Length == 0) continue;
                var entry = new Entry(more is null ? Alone : [first, .. more], row.Language, row.Kind);
                _byFirstWord[first] = _byFirstWord.TryGetValue(first, out var entries) ? [.. entries, entry] : [entry];
            }
        }
    }

    /// <summary>Words as this table compares them; offsets are those of the text.</summary>
    public static List<Token> TokensOf(string text) => Tokens.Of(Spaced(text));

    private static string Spaced(string text) =>
        text.AsSpan().IndexOfAny('-', '‐', '‑') < 0 ? text : text.Replace('-', ' ').Replace('‐', ' ').Replace('‑', ' ');

    /// <summary>The longest phrase that begins at the token; among equally long ones that of the language, then English, then any.</summary>
    public PhraseMatch? At(List<Token> tokens, int at, string? language)
    {
        if (!_byFirstWord.TryGetValue(tokens[at].Folded, out var entries)) return null;
        Entry? best = null;
        foreach (var entry in entries)
        {
            if (best is not null && Rank(entry, language) <= Rank(best, language)) continue;
            if (Fits(entry.Words, tokens, at)) best = entry;
        }
        return best is null ? null : new PhraseMatch(at, best.Words.Length, best.Value);
    }

    /// <summary>The matches from left to right, none overlapping another.</summary>
    public IEnumerable<PhraseMatch> Matches(List<Token> tokens, string? language)
    {
        for (var i = 0; i < tokens.Count;)
        {
            if (At(tokens, i, language) is { } match)
            {
                yield return match;
                i += match.TokenCount;
            }
            else
            {
                i++;
            }
        }
    }

    private static int Rank(Entry entry, string? language) =>
        (entry.Words.Length * 4) + (entry.Language == language ? 3 : entry.Language == "*" ? 2 : entry.Language == "en" ? 1 : 0);

    private static bool Fits(string[] words, List<Token> tokens, int at)
    {
        if (at + words.Length > tokens.Count) return false;
        for (var i = 1; i < words.Length; i++)
        {
            if (tokens[at + i].Folded != words[i]) return false;
        }
        return true;
    }

    private sealed record Entry(string[] Words, string Language, string Value);
}

/// <summary>Where a phrase stands among the tokens of a text, and its value.</summary>
internal readonly record struct PhraseMatch(int FirstToken, int TokenCount, string Value)
{
    public int EndToken => FirstToken + TokenCount;
}
