using Resumai.Knowledge;
using Resumai.Normalize.Languages;
using Resumai.Text;

namespace Resumai.Normalize.Places;

/// <summary>Citizenships as printed ("polskie", "Irish / British", "Deutschland") → ISO 3166-1 alpha-2.</summary>
internal static class Nationality
{
    private static readonly Lazy<IReadOnlyList<Demonym>> Words = new(() => [.. TermFile.Read("demonyms.tsv").SelectMany(r => r.Terms, Read)]);

    /// <summary>The country, null when the word is not known.</summary>
    public static string? CodeOf(string text, string? language)
    {
        var folded = UnicodeText.Fold(text.Trim());
        if (folded.Length < 2) return null;
        return Lexicon.Countries.Value("country", text, language, "en") ?? DemonymOf(text, language);
    }

    /// <summary>The country of a word for its people; null for the country's own name and for words not known.</summary>
    public static string? DemonymOf(string text, string? language)
    {
        var folded = UnicodeText.Fold(text.Trim());
        if (folded.Length < 3 || Lexicon.Countries.Value("country", text, language, "en") is not null) return null;
        string? best = null;
        var length = 0;
        foreach (var (code, begin, open) in Words.Value)
        {
            if (begin.Length > length && (open ? folded.StartsWith(begin, StringComparison.Ordinal) : folded == begin)) (best, length) = (code, begin.Length);
        }
        return best ?? Country(LanguageNames.CodeOf(text, language));
    }

    private static Demonym Read(TermRow row, string term)
    {
        var open = term.EndsWith('*');
        return new Demonym(row.Kind, UnicodeText.Fold(open ? term[..^1] : term), open);
    }

    /// <summary>A word for a country's people.</summary>
    /// <param name="Open">Any ending may follow.</param>
    private sealed record Demonym(string Code, string Begin, bool Open);

    /// <summary>The country a language is named after.</summary>
    private static string? Country(string? language) => language switch
    {
        null => null,
        "el" => "GR",
        "cs" => "CZ",
        "da" => "DK",
        "sv" => "SE",
        "et" => "EE",
        "sl" => "SI",
        "no" or "nb" or "nn" => "NO",
        "uk" => "UA",
        "sr" => "RS",
        "fi" or "fr" or "de" or "es" or "it" or "pt" or "nl" or "pl" or "ro" or "hu" or "bg" or "hr" or "sk" or "lt" or "lv" or "mt" or "ru" or "tr" => language.ToUpperInvariant(),
        _ => null,
    };
}
