using Resumai.Text;

namespace Resumai.Knowledge;

/// <summary>Where a term of a set stands among the tokens of a text.</summary>
/// <param name="Exact">False when only the end or beginning of a compound matched.</param>
internal readonly record struct TermMatch(int FirstToken, int TokenCount, bool Exact);

/// <summary>Words and phrases to look for in text: "word", "two words", "*ending" of a compound, "begin*".</summary>
internal sealed class TermSet
{
    /// <summary>Stands for the first word alone among the phrases that begin with it.</summary>
    private static readonly string[] Alone = [""];
    private static readonly string[][] OnlyAlone = [Alone];

    /// <summary>The phrases that begin with a word, the longest first.</summary>
    private readonly Dictionary<string, string[][]> _byFirstWord = [];
    private readonly Affixes _endings = new(fromEnd: true);
    private readonly Affixes _beginnings = new(fromEnd: false);

    public TermSet(IEnumerable<string> terms)
    {
        foreach (var term in terms) Add(term);
    }

    /// <summary>Every place where a term stands; the longest of those that begin at one token.</summary>
    public IEnumerable<TermMatch> Matches(List<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (At(tokens, i) is { } match) yield return match;
        }
    }

    /// <summary>True where any term stands in the text.</summary>
    public bool AreIn(List<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (At(tokens, i) is not null) return true;
        }
        return false;
    }

    /// <summary>True when the word alone is a term, or ends or begins like one.</summary>
    public bool Has(string word) =>
        (_byFirstWord.TryGetValue(word, out var phrases) && phrases[^1] == Alone) || IsLike(word);

    /// <summary>True when the whole text is one term.</summary>
    public bool IsTerm(List<Token> tokens) =>
        tokens.Count > 0 && At(tokens, 0) is { Exact: true } match && match.TokenCount == tokens.Count;

    /// <summary>The longest term that begins at a token.</summary>
    public TermMatch? At(List<Token> tokens, int at)
    {
        var word = tokens[at].Folded;
        if (_byFirstWord.TryGetValue(word, out var phrases) && Longest(phrases, tokens, at) is > 0 and var length) return new TermMatch(at, length, true);
        return IsLike(word) ? new TermMatch(at, 1, false) : null;
    }

    private bool IsLike(string word) => _endings.AreIn(word) || _beginnings.AreIn(word) || HyphenatedPart(word);

    private static int Longest(string[][] phrases, List<Token> tokens, int at)
    {
        foreach (var phrase in phrases)
        {
            if (at + phrase.Length > tokens.Count) continue;
            var equal = true;
            for (var j = 1; j < phrase.Length && equal; j++) equal = tokens[at + j].Folded == phrase[j];
            if (equal) return phrase.Length;
        }
        return 0;
    }

    /// <summary>The last part of "Vertriebs-Manager" or one part of "Arzt/Ärztin".</summary>
    private bool HyphenatedPart(string word)
    {
        var cut = word.LastIndexOfAny(['-', '‐', '‑', '/']);
        return cut > 0 && cut + 1 < word.Length && _byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word.AsSpan(cut + 1), out var phrases) && phrases[^1] == Alone;
    }

    private void Add(string term)
    {
        if (term.StartsWith('*'))
        {
            var ending = UnicodeText.Fold(term[1..]);
            _endings.Add(ending);
            AddWhole(term[1..]);
        }
        else if (term.EndsWith('*'))
        {
            var beginning = UnicodeText.Fold(term[..^1]);
            _beginnings.Add(beginning);
            AddWhole(term[..^1]);
        }
        else
        {
            AddWhole(term);
        }
    }

    private void AddWhole(string term)
    {
        Tokens.Words(term, out var first, out var more);
        if (first.Length == 0) return;
        var known = _byFirstWord.GetValueOrDefault(first);
        if (more is not null) _byFirstWord[first] = With(known ?? [], [first, .. more]);
        else if (known is null) _byFirstWord[first] = OnlyAlone;
        else if (known[^1] != Alone) _byFirstWord[first] = [.. known, Alone];
    }

    private static string[][] With(string[][] known, string[] phrase)
    {
        var place = known.Length;
        while (place > 0 && known[place - 1].Length < phrase.Length) place--;
        return [.. known.AsSpan(0, place), phrase, .. known.AsSpan(place)];
    }
}
