namespace Resumai.Knowledge;

/// <summary>Folded terms and their values; phrases are words joined by single spaces (<see cref="Tokens.Phrase"/>).</summary>
/// <param name="LongestTerm">Words of the longest phrase.</param>
internal sealed record Table(Dictionary<string, string> Whole, Dictionary<string, string> Beginnings, int LongestTerm)
{
    private readonly Dictionary<string, int> _longestByFirstWord = LongestByFirstWord([.. Whole.Keys, .. Beginnings.Keys.Where(b => b.Contains(' '))]);

    /// <summary>The shortest beginning that may stand for a word.</summary>
    private const int ShortestBeginning = 3;

    /// <summary>Most words are told by three letters to begin like none.</summary>
    private readonly LetterSet _beginnings = LetterSet.Of(Beginnings.Keys.Where(b => b.Length >= ShortestBeginning).Select(FirstLetters));

    /// <summary>The terms of all tables; where two have the same term, the value is that of the first.</summary>
    public static Table Union(IReadOnlyList<Table> tables)
    {
        var (whole, beginnings) = (new Dictionary<string, string>(), new Dictionary<string, string>());
        foreach (var table in tables)
        {
            foreach (var (term, value) in table.Whole) whole.TryAdd(term, value);
            foreach (var (term, value) in table.Beginnings) beginnings.TryAdd(term, value);
        }
        return new Table(whole, beginnings, tables.Max(t => t.LongestTerm));
    }

    /// <summary>The value of a phrase, or of the longest beginning of it; null when neither is listed.</summary>
    public string? Value(string phrase)
    {
        if (Whole.TryGetValue(phrase, out var value)) return value;
        if (phrase.Length < ShortestBeginning || !_beginnings.Contains(FirstLetters(phrase))) return null;
        var beginnings = Beginnings.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = phrase.Length; length >= ShortestBeginning; length--)
        {
            if (beginnings.TryGetValue(phrase.AsSpan(0, length), out value)) return value;
        }
        return null;
    }

    private static ulong FirstLetters(string phrase) => (ulong)phrase[0] << 32 | (ulong)phrase[1] << 16 | phrase[2];

    /// <summary>False when no term begins with the word.</summary>
    public bool MayBeginWith(string word) => _longestByFirstWord.ContainsKey(word) || Value(word) is not null;

    public bool Has(string phrase) => Value(phrase) is not null;

    /// <summary>The longest term that begins at a token, its value, and how many tokens it takes.</summary>
    public (string Value, int Count)? LongestAt(List<Token> tokens, int at)
    {
        var longest = _longestByFirstWord.GetValueOrDefault(tokens[at].Folded);
        for (var count = Math.Min(longest, tokens.Count - at); count > 0; count--)
        {
            var phrase = count == 1 ? tokens[at].Folded : string.Join(' ', tokens.Skip(at).Take(count).Select(t => t.Folded));
            if (Whole.TryGetValue(phrase, out var value)) return (value, count);
        }
        return Value(tokens[at].Folded) is { } begun ? (begun, 1) : null;
    }

    private static Dictionary<string, int> LongestByFirstWord(IEnumerable<string> phrases)
    {
        var longest = new Dictionary<string, int>();
        foreach (var phrase in phrases)
        {
            var space = phrase.IndexOf(' ');
            var first = space < 0 ? phrase : phrase[..space];
            longest[first] = Math.Max(longest.GetValueOrDefault(first), phrase.AsSpan().Count(' ') + 1);
        }
        return longest;
    }
}
