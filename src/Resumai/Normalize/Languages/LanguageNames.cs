using Resumai.Knowledge;

namespace Resumai.Normalize.Languages;

/// <summary>Names of languages in the languages of Europe and in their own. Source: Unicode CLDR. Thread-safe.</summary>
public static class LanguageNames
{
    private static readonly Lazy<Names> Data = new(Load);

    /// <summary>Code (ISO 639-1, 639-3 where there is none; "Norsk" is <c>no</c>) of a text that is the name of a language and nothing else, else null.</summary>
    /// <param name="language">Language the name is written in, tried first; null when unknown.</param>
    public static string? CodeOf(string name, string? language)
    {
        var tokens = PhraseTable.TokensOf(name);
        return tokens.Count > 0 && Data.Value.Table.At(tokens, 0, language) is { } match && match.TokenCount == tokens.Count ? match.Value : null;
    }

    /// <summary>Name of a language in another ("de", "en" → "German"), capitalised, English where the other has none; null for an unknown code.</summary>
    public static string? Label(string code, string inLanguage)
    {
        var labels = Data.Value.Labels;
        return (labels.GetValueOrDefault(inLanguage)?.GetValueOrDefault(code) ?? labels["en"].GetValueOrDefault(code)) is { } label ? char.ToUpperInvariant(label[0]) + label[1..] : null;
    }

    internal static IEnumerable<PhraseMatch> Find(List<Token> tokens, string? language) => Data.Value.Table.Matches(tokens, language);

    private static Names Load()
    {
        var rows = TermFile.Read("languages.tsv").ToList();
        var labels = new Dictionary<string, Dictionary<string, string>>();
        foreach (var row in rows)
        {
            if (!labels.TryGetValue(row.Language, out var inLanguage)) labels[row.Language] = inLanguage = [];
            inLanguage.Add(row.Kind, row.Terms[0]);
        }
        return new Names(new PhraseTable(rows), labels);
    }

    /// <param name="Labels">By language, then by the code of the language that they name.</param>
    private sealed record Names(PhraseTable Table, Dictionary<string, Dictionary<string, string>> Labels);
}
