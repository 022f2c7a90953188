using Resumai.Knowledge;

namespace Resumai.Sections;

/// <summary>What the words of a line say about its being a heading.</summary>
/// <param name="Kinds">Kinds the phrase stands for, by language.</param>
/// <param name="Strength">1: the line is a listed phrase; less: it is put together from such, or only has a telling word.</param>
internal sealed record HeadingWords(IReadOnlyList<HeadingKind> Kinds, double Strength)
{
    /// <summary>The kind in a language, or that of most languages.</summary>
    public SectionKind In(string? language)
    {
        foreach (var (candidate, kind) in Kinds)
        {
            if (candidate == language) return kind;
        }
        return Kinds.GroupBy(k => k.Kind).MaxBy(g => g.Count())!.Key;
    }
}

/// <summary>A kind that a phrase heads in a language.</summary>
internal sealed record HeadingKind(string Language, SectionKind Kind);

/// <summary>The heading phrases of all languages. Thread-safe.</summary>
internal sealed class HeadingLexicon
{
    private const int MostWords = 7;
    private const int MostWordsAroundKeyword = 5;

    private static readonly Lazy<HeadingLexicon> Loaded = new(() => new HeadingLexicon());
    private static readonly HashSet<string> Conjunctions =
        [.. "& and und et e y i och og ja sekä a şi si es και en ir in un + ed u és și agus и та і й ve".Split(' ').Select(Text.UnicodeText.Fold)];

    /// <summary>Languages whose compounds and attributes end with what they are about.</summary>
    private static readonly HashSet<string> HeadLast = ["en", "de", "nl", "sv", "da", "no", "nb", "fi", "et", "hu"];

    private readonly Dictionary<string, List<HeadingKind>> _phrases = [];
    private readonly Dictionary<string, List<HeadingKind>> _keywords = [];
    private readonly Affixes _keywordEndings = new(fromEnd: true);
    private readonly HashSet<string> _labels = [], _closings = [];
    private readonly TermSet _salutations;

    private HeadingLexicon()
    {
        var salutations = new List<string>();
        foreach (var row in TermFile.Read("headings.tsv"))
        {
            if (row.Kind == "salutation") salutations.AddRange(row.Terms);
            else if (row.Kind == "closing") _closings.UnionWith(row.Terms.Select(Compact));
            else if (row.Kind == "label") _labels.UnionWith(row.Terms.Select(Compact));
            else Add(row, Enum.Parse<SectionKind>(row.Kind, ignoreCase: true));
        }
        _salutations = new TermSet(salutations);
    }

    public static HeadingLexicon Default => Loaded.Value;

    /// <summary>What the text says as a heading, or null when nothing.</summary>
    public HeadingWords? Find(string text) => Find(Tokens.Of(WithoutNumber(text)));

    /// <summary>The lengths of the text's beginnings, each up to a space, that say something as a heading.</summary>
    public IEnumerable<int> Beginnings(string text)
    {
        var offset = text.Length - WithoutNumber(text).Length;
        var tokens = Tokens.Of(text[offset..]);
        var (count, known, found) = (0, -1, false);
        for (var space = text.IndexOf(' '); space > 0; space = text.IndexOf(' ', space + 1))
        {
            while (count < tokens.Count && tokens[count].End + offset <= space) count++;
            if (count != known) (known, found) = (count, Find(tokens[..count]) is not null);
            if (found) yield return space;
        }
    }

    private HeadingWords? Find(List<Token> tokens)
    {
        if (tokens.Count == 0) return null;
        if (_phrases.TryGetValue(Compact(tokens), out var exact)) return new HeadingWords(exact, 1);
        if (tokens.Count > MostWords) return null;
        return Combined(tokens) ?? (tokens.Count <= MostWordsAroundKeyword ? Keyword(tokens) : null);
    }

    /// <summary>"Responsibilities", "Aufgaben": a label inside an entry, neither heading nor content.</summary>
    public bool IsLabel(string text) => text.Length <= 50 && _labels.Contains(Compact(text));

    /// <summary>True for the first line of a letter: "Dear Ms …".</summary>
    public bool IsSalutation(string text)
    {
        if (text.Length > 70 || !text.TrimEnd().EndsWith(',') && !text.TrimEnd().EndsWith(':') && !text.TrimEnd().EndsWith('!')) return false;
        var tokens = Tokens.Of(text);
        return tokens.Count is > 0 and <= 9 && _salutations.Matches(tokens).Any(m => m.FirstToken == 0);
    }

    /// <summary>"Courses and": the heading goes on in the next line.</summary>
    public static bool EndsInConjunction(string text) => Tokens.Of(text) is [.., var last] && (Conjunctions.Contains(last.Folded) || text.TrimEnd()[^1] == '&');

    /// <summary>True for the line before the name below a letter: "Yours sincerely".</summary>
    public bool IsClosing(string text) => text.Length <= 50 && _closings.Contains(Compact(text));

    private void Add(TermRow row, SectionKind kind)
    {
        var heads = new HeadingKind(row.Language, kind);
        foreach (var term in row.Terms)
        {
            var (target, key) = term.StartsWith('*') ? (_keywords, Compact(term[1..])) : (_phrases, Compact(term));
            if (!target.TryGetValue(key, out var kinds)) target[key] = kinds = new List<HeadingKind>(1);
            if (target == _keywords) _keywordEndings.Add(key);
            if (!kinds.Contains(heads)) kinds.Add(heads);
        }
    }

    /// <summary>"Skills &amp; Interests": known phrases joined by a conjunction; the first decides.</summary>
    private HeadingWords? Combined(List<Token> tokens)
    {
        for (var i = 1; i + 1 < tokens.Count; i++)
        {
            if (!Conjunctions.Contains(tokens[i].Folded)) continue;
            var first = Part(tokens[..i]);
            var second = Part(tokens[(i + 1)..]);
            if (first is not null && second is not null) return new HeadingWords(first.Kinds, 0.9);
        }
        return null;
    }

    private HeadingWords? Part(List<Token> tokens) =>
        _phrases.TryGetValue(Compact(tokens), out var kinds) ? new HeadingWords(kinds, 1)
        : tokens.Count <= MostWordsAroundKeyword ? Keyword(tokens) : null;

    private HeadingWords? Keyword(List<Token> tokens)
    {
        List<HeadingKind>? telling = null;
        foreach (var token in tokens)
        {
            if (!_keywords.TryGetValue(token.Folded, out var kinds)) continue;
            // "Higher Education Experience" is experience: the last word names the thing where the language puts it last.
            if (telling is null || (kinds.Exists(k => HeadLast.Contains(k.Language)) && telling.Exists(k => HeadLast.Contains(k.Language)))) telling = kinds;
        }
        if (telling is not null) return new HeadingWords(telling, 0.6);
        var keywords = _keywords.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var token in tokens)
        {
            if (!_keywordEndings.MayBeIn(token.Folded)) continue;
            for (var cut = 1; cut < token.Folded.Length - 5; cut++)
            {
                if (keywords.TryGetValue(token.Folded.AsSpan(cut), out var kinds)) return new HeadingWords(kinds, 0.5);
            }
        }
        return null;
    }

    /// <summary>Letter-spaced headings lose their word breaks, so phrases are compared without any.</summary>
    private static string Compact(string text)
    {
        Tokens.Words(text, out var first, out var more);
        return more is null ? first : first + string.Concat(more);
    }

    private static string Compact(List<Token> tokens) => tokens.Count == 1 ? tokens[0].Folded : string.Concat(tokens.Select(t => t.Folded));

    /// <summary>Without "1.", "II." or "A)" before it.</summary>
    private static string WithoutNumber(string text)
    {
        var trimmed = text.AsSpan().TrimStart();
        var end = 0;
        while (end < trimmed.Length && end < 5 && (char.IsAsciiDigit(trimmed[end]) || trimmed[end] is 'I' or 'V' or 'X' or '.' or 'A' or 'B' or 'C' or 'D' or 'E')) end++;
        if (end > 0 && end < trimmed.Length && trimmed[end] == ')') end++;
        else if (end == 0 || trimmed[end - 1] != '.') return text;
        return trimmed[end..].TrimStart().ToString();
    }
}
