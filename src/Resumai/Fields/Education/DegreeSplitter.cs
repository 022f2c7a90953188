using Resumai.Fields.Entries;
using Resumai.Knowledge;

namespace Resumai.Fields.Education;

/// <summary>Splits "MSc in Computer Science" and "MSc Computer Science" into degree and subject.</summary>
internal static class DegreeSplitter
{
    private static readonly System.Buffers.SearchValues<char> Separators = System.Buffers.SearchValues.Create(",–—:|-/");

    /// <summary>The subject is null when the print does not name one; it is clear when a word for "in" stands before it.</summary>
    public static (Passage Degree, Passage? Subject, bool Clear) Split(Passage text, EntryLexicon lexicon)
    {
        var whole = text.Text;
        var tokens = Tokens.Of(whole);
        var degree = lexicon.Degrees.Matches(tokens).Where(m => m.Exact).Cast<TermMatch?>().FirstOrDefault(m => m!.Value.FirstToken <= 1);
        if (degree is not { } match) return (text, null, false);
        var next = match.FirstToken + match.TokenCount;
        // "BSc (Hons)", "Master of Science (MSc)": what follows in brackets belongs to the degree.
        var end = Bracket(whole, tokens[next - 1].End);
        while (next < tokens.Count && tokens[next].Start < end) next++;
        if (next >= tokens.Count) return (text, null, false);
        var between = whole[end..tokens[next].Start];
        if (between.AsSpan().IndexOfAny(Separators) >= 0) return Cut(text, end, tokens[next].Start);
        if (!lexicon.OfWords.Contains(tokens[next].Folded))
            return IsShort(whole, tokens, match) && char.IsUpper(whole[tokens[next].Start]) ? Cut(text, end, tokens[next].Start) : (text, null, false);
        return next + 1 < tokens.Count && IsAward(tokens, match, next) ? Cut(text, end, tokens[next + 1].Start, tokens[next].Folded is "in" or "en" or "em" or "w" or "i") : (text, null, false);
    }

    private static (Passage, Passage?, bool) Cut(Passage text, int end, int start, bool clear = false) =>
        (text.Slice(0, end).Trim(",;:–—- "), text.Slice(start, text.Text.Length - start).Trim(",;:–—- "), clear);

    /// <summary>Letters such as "MSc" or a whole award such as "Bachelor of Science" are complete without the subject.</summary>
    private static bool IsShort(string text, List<Token> tokens, TermMatch match)
    {
        if (match.TokenCount > 1) return true;
        var word = text.Substring(tokens[match.FirstToken].Start, tokens[match.FirstToken].Length);
        return word.Length <= 6 && word.Skip(1).Any(char.IsUpper) || word.Contains('.') || word.ToLowerInvariant() is "bachelor" or "master" or "licence" or "diplom";
    }

    /// <summary>"in" always parts them; "of", "de" do unless a listed award goes on.</summary>
    private static bool IsAward(List<Token> tokens, TermMatch match, int next) =>
        tokens[next].Folded is not ("of" or "zum" or "zur") || match.TokenCount > 1;

    private static int Bracket(string text, int end)
    {
        var at = end;
        if (at < text.Length && text[at] == '.') end = ++at;
        while (at < text.Length && text[at] == ' ') at++;
        if (at >= text.Length || text[at] != '(') return end;
        var close = text.IndexOf(')', at);
        return close < 0 ? end : close + 1;
    }
}
