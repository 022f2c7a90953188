using Resumai.Knowledge.Tables;

namespace Resumai.Knowledge;

/// <summary>Words for the people of a country, by language. Thread-safe.</summary>
internal static class DemonymLexicon
{
    /// <summary>The language of the codes ("AUT"), which stand in documents of any.</summary>
    private const string Codes = "*";

    /// <summary>A form of several countries in its language.</summary>
    private const string Several = "??";

    /// <summary>The country (ISO 3166-1 alpha-2) of a word that is one in the language; null when there is none or it has several.</summary>
    public static string? Of(string text, string language) => Find(text) is { } cells ? CodeIn(cells, language) : null;

    /// <summary>The country of a word in the language, else in English, else the one on which all languages that have the word agree.</summary>
    public static string? InAnyLanguage(string text, string? language)
    {
        if (Find(text) is not { } cells) return null;
        if (language is not null && CodeIn(cells, language) is { } own) return own;
        if (CodeIn(cells, "en") is { } english) return english;
        var countries = cells.Where(c => !c.EndsWith('*')).Select(Country).Distinct().ToArray();
        return countries is [not Several] ? countries[0] : null;
    }

    /// <summary>The country of a code in capitals ("AT", "AUT"); null for any other text.</summary>
    public static string? OfCode(string text)
    {
        if (text.Length is not (2 or 3) || !text.All(char.IsAsciiLetterUpper)) return null;
        if (text.Length == 2 && Lexicon.Countries.Label("country", text, "en") is not null) return text;
        return Find(text) is { } cells ? CodeIn(cells, Codes) : null;
    }

    private static IReadOnlyList<string>? Find(string text) => CompiledTables.Get("demonym").Find(LookupKey.Of(text));

    private static string? CodeIn(IReadOnlyList<string> cells, string language)
    {
        var written = language is "no" or "nn" ? "nb" : language;
        var cell = cells.FirstOrDefault(c => c.AsSpan(c.IndexOf('|', StringComparison.Ordinal) + 1).SequenceEqual(written));
        return cell is null || Country(cell) == Several ? null : Country(cell);
    }

    private static string Country(string cell) => cell[..cell.IndexOf('|', StringComparison.Ordinal)];
}
