using Resumai.Text;

namespace Resumai.Server.Search;

/// <param name="Start">In characters.</param>
public readonly record struct SearchHit(int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>Finds in a text as it is printed what a search for terms has found there, to be marked. Stateless.</summary>
public static class SearchHits
{
    /// <summary>In order, none on another.</summary>
    public static IReadOnlyList<SearchHit> In(string? text, IReadOnlyList<SearchTerm> terms)
    {
        if (string.IsNullOrEmpty(text) || terms.Count == 0) return [];
        var (folded, places) = Fold(text);
        var hits = new List<SearchHit>();
        foreach (var span in TokenScanner.Scan(folded).OrderBy(s => s.Start).ThenByDescending(s => s.End))
        {
            // The whole before its parts.
            foreach (var part in SearchTokenizer.Parts(folded, span).Where(p => IsWanted(p.Of(folded)))) Add(places[part.Start], places[part.End]);
        }
        return [.. hits.OrderBy(h => h.Start)];

        bool IsWanted(string token) => terms.Any(t => t.IsPrefix ? token.StartsWith(t.Token, StringComparison.Ordinal) : token == t.Token);

        void Add(int start, int end)
        {
            // Part of what is a hit already.
            if (hits.Exists(h => h.End > start && h.Start < end)) return;
            hits.Add(new SearchHit(start, end - start));
        }
    }

    /// <summary>The text as the tokenizer sees it, and for each of its characters, and its end, where that stands in the text.</summary>
    private static (string Folded, int[] Places) Fold(string text)
    {
        var folded = new System.Text.StringBuilder(text.Length);
        var places = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length;)
        {
            var length = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 2 : 1;
            var part = UnicodeText.Fold(text.AsSpan(i, length));
            folded.Append(part);
            places.AddRange(Enumerable.Repeat(i, part.Length));
            i += length;
        }
        places.Add(text.Length);
        return (folded.ToString(), [.. places]);
    }
}
