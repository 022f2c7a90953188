using System.Text;
using Resumai.Text;

namespace Resumai.Server.Search;

/// <summary>
/// The one tokenizer of the search: what it makes of a document is what every database indexes, and what it makes of a query is what
/// must match. Text is folded (case, diacritics). A token is a run of letters and digits, with these additions:
/// <list type="bullet">
/// <item>signs after a word stay with it (<c>c#</c>, <c>c++</c>; of two letters or more it is also found without: <c>notepad++</c>,
/// <c>notepad</c>), as does a dot before a word that nothing precedes (<c>.net</c>);</item>
/// <item>words joined by dots are tokens each, and in neighbouring runs of up to four, and whole (<c>node.js</c>, <c>node</c>, <c>js</c>);</item>
/// <item>an e-mail address is a token whole and in parts.</item>
/// </list>
/// A query gives the longest tokens only, since their parts follow. Tokens are cut at 255 characters on both sides. Of a document that has
/// more different tokens than PostgreSQL holds in one row (about 20,000 of usual length), the first are found. Stateless.
/// </summary>
public static class SearchTokenizer
{
    private const int MaxLength = 255;
    private const int MaxRun = 4;
    /// <summary>Of all tokens in UTF-8, with what an index puts before and beside each; PostgreSQL's limit is 1,048,575.</summary>
    private const int MaxBytes = 1_000_000;
    private const int BytesBeside = 40;

    /// <summary>The distinct tokens of a document's texts.</summary>
    public static IReadOnlySet<string> Tokens(IEnumerable<string?> texts)
    {
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        var room = MaxBytes;
        foreach (var text in texts)
        {
            if (string.IsNullOrEmpty(text)) continue;
            var folded = UnicodeText.Fold(text);
            foreach (var token in TokenScanner.Scan(folded).SelectMany(span => Parts(folded, span)).Select(part => Cut(part.Of(folded))))
            {
                if (tokens.Contains(token)) continue;
                room -= Encoding.UTF8.GetByteCount(token) + BytesBeside;
                if (room < 0) return tokens;
                tokens.Add(token);
            }
        }
        return tokens;
    }

    /// <summary>What a query asks for; empty when it has neither letter nor digit.</summary>
    public static IReadOnlyList<SearchTerm> Query(string query)
    {
        var terms = new List<SearchTerm>();
        foreach (var word in UnicodeText.Fold(query).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var text = word.TrimEnd('*');
            var spans = TokenScanner.Longest(TokenScanner.Scan(text));
            // A star after anything but a token's last character has nothing to be the rest of.
            var isPrefix = text.Length < word.Length && spans is [.., var last] && last.End == text.Length;
            foreach (var span in spans) terms.Add(new SearchTerm(Cut(span.Of(text)), isPrefix && span == spans[^1]));
        }
        return [.. terms.Distinct()];
    }

    /// <summary>A span and its parts that are tokens too.</summary>
    internal static IEnumerable<TokenPart> Parts(string folded, TokenSpan span)
    {
        yield return new TokenPart(span.Start, span.End);
        // "5+" and "notepad++" are found without their signs, but "c" must not find "c++".
        if (span.End > span.WordsEnd && (span.WordsEnd - span.Start > 1 || char.IsAsciiDigit(folded[span.Start]))) yield return new TokenPart(span.Start, span.WordsEnd);
        if (span.Joints.Count == 0) yield break;
        int[] starts = [span.Start, .. span.Joints.Select(j => j + 1)];
        int[] ends = [.. span.Joints, span.End];
        for (var first = 0; first < starts.Length; first++)
        {
            for (var last = first; last < Math.Min(first + MaxRun, ends.Length); last++) yield return new TokenPart(starts[first], ends[last]);
        }
    }

    private static string Cut(string token)
    {
        if (token.Length <= MaxLength) return token;
        return char.IsHighSurrogate(token[MaxLength - 1]) ? token[..(MaxLength - 1)] : token[..MaxLength];
    }
}

/// <summary>A token that must be there, whole or, with <paramref name="IsPrefix"/>, as the beginning of one.</summary>
public sealed record SearchTerm(string Token, bool IsPrefix);
