using System.Collections.Concurrent;

namespace Resumai.Knowledge;

/// <summary>
/// Vocabulary with values by language: "heute" is "present", "Portugiesisch" is "pt". Read from a file of four columns
/// (language or "*", kind, terms separated by semicolons, value); a term "begin*" stands for every word that begins so.
/// Each language's terms are folded when first asked for. Thread-safe.
/// </summary>
internal sealed class Lexicon
{
    private readonly Lazy<Rows> _rows;
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, Table>> _tables = new();
    private readonly ConcurrentDictionary<string, Table> _unions = new();

    private Lexicon(string file) => _rows = new(() => Read(file));

    /// <summary>Kind <c>month</c>: names and cut forms, value 1–12.</summary>
    public static Lexicon Months { get; } = new("months.tsv");
    /// <summary>The words of printed dates: see the file's head for the kinds.</summary>
    public static Lexicon Dates { get; } = new("dates.tsv");
    /// <summary>Kind <c>country</c>: names, value ISO 3166-1 alpha-2.</summary>
    public static Lexicon Countries { get; } = new("countries.tsv");

    /// <summary>The languages the file has rows of, in its order.</summary>
    public IReadOnlyList<string> AllLanguages => _rows.Value.Languages;

    /// <summary>The terms of one language and those of any.</summary>
    public Table Terms(string language, string kind)
    {
        if (!_tables.TryGetValue(kind, out var tables)) tables = _tables.GetOrAdd(kind, _ => new());
        return tables.TryGetValue(language, out var known) ? known : tables.GetOrAdd(language, l => Fold([.. _rows.Value.Of(l, kind), .. _rows.Value.Of("*", kind)]));
    }

    /// <summary>The terms of all languages together; where two languages disagree on a term, the earlier in the file wins.</summary>
    public Table AllTerms(string kind) => _unions.TryGetValue(kind, out var known) ? known : _unions.GetOrAdd(kind, k => Fold(_rows.Value.Of(k)));

    /// <summary>The value of a term in the first of the languages that has it; null when none has.</summary>
    public string? Value(string kind, string text, params ReadOnlySpan<string?> languages)
    {
        var phrase = Tokens.Phrase(text);
        foreach (var language in languages)
        {
            if (language is not null && Terms(language, kind).Value(phrase) is { } value) return value;
        }
        return null;
    }

    /// <summary>The one value of a term on which all languages that have it agree; null when none has it or they disagree.</summary>
    public string? ValueInAnyLanguage(string kind, string text)
    {
        var phrase = Tokens.Phrase(text);
        if (!AllTerms(kind).Has(phrase)) return null;
        string? agreed = null;
        foreach (var language in AllLanguages)
        {
            if (Terms(language, kind).Value(phrase) is not { } value) continue;
            if (agreed is not null && agreed != value) return null;
            agreed = value;
        }
        return agreed;
    }

    /// <summary>The printed form of a value in a language: the first term listed for it.</summary>
    public string? Label(string kind, string value, string language) =>
        _rows.Value.Of(language, kind).Find(r => r.Value == value)?.Terms[0];

    /// <summary>All values of a kind in a language, each with its printed form, in the order of the file.</summary>
    public IEnumerable<(string Value, string Label)> Labels(string kind, string language) => _rows.Value.Of(language, kind).Select(r => (r.Value, r.Terms[0]));

    private static Table Fold(IReadOnlyList<Row> rows)
    {
        var whole = new Dictionary<string, string>(rows.Count);
        var beginnings = new Dictionary<string, string>();
        var longest = 0;
        foreach (var row in rows)
        {
            foreach (var term in row.Terms)
            {
                var open = term[^1] == '*';
                var phrase = Tokens.Phrase(open ? term[..^1] : term);
                if (phrase.Length == 0) phrase = term;
                (open ? beginnings : whole).TryAdd(phrase, row.Value);
                longest = Math.Max(longest, phrase.AsSpan().Count(' ') + 1);
            }
        }
        return new Table(whole, beginnings, longest);
    }

    private static Rows Read(string file)
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream("Knowledge/" + file)
            ?? throw new InvalidOperationException($"The lexicon {file} is not embedded.");
        using var reader = new StreamReader(stream);
        var (rows, language, kind) = (new Rows(), "", "");
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var terms = TermFile.Cell(line, TermFile.Cell(line, 0, ref language), ref kind);
            var value = line.IndexOf('\t', terms);
            rows.Add(language, kind, new Row(TermFile.Terms(line, terms), value < 0 ? "" : line[(value + 1)..]));
        }
        return rows;
    }

    private sealed record Row(string[] Terms, string Value);

    /// <summary>The rows of a file by kind and language, both in the order in which they come first.</summary>
    private sealed class Rows
    {
        private readonly Dictionary<string, Dictionary<string, List<Row>>> _byKind = [];
        private readonly List<string> _languages = [];

        /// <summary>Without "*".</summary>
        public IReadOnlyList<string> Languages => _languages;

        public void Add(string language, string kind, Row row)
        {
            if (language != "*" && !_languages.Contains(language)) _languages.Add(language);
            if (!_byKind.TryGetValue(kind, out var byLanguage)) _byKind[kind] = byLanguage = [];
            if (!byLanguage.TryGetValue(language, out var rows)) byLanguage[language] = rows = [];
            rows.Add(row);
        }

        public List<Row> Of(string language, string kind) =>
            _byKind.TryGetValue(kind, out var byLanguage) && byLanguage.TryGetValue(language, out var rows) ? rows : [];

        /// <summary>Those of all languages, one after the other.</summary>
        public List<Row> Of(string kind) => _byKind.TryGetValue(kind, out var byLanguage) ? [.. byLanguage.Values.SelectMany(r => r)] : [];
    }
}
