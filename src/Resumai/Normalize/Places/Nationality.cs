using Resumai.Knowledge;
using Resumai.Normalize.Languages;
using Resumai.Text;

namespace Resumai.Normalize.Places;

/// <summary>Citizenships as printed ("polskie", "Irish / British", "Deutschland") → ISO 3166-1 alpha-2.</summary>
internal static class Nationality
{
    private static readonly Lazy<IReadOnlyList<(string Code, string Begin, bool Open)>> Words = new(() =>
    [
        .. from row in TermFile.Read("demonyms.tsv") from term in row.Terms
           let open = term.EndsWith('*')
           select (row.Kind, UnicodeText.Fold(open ? term[..^1] : term), open),
    ]);

    /// <summary>The country, null when the word is not known.</summary>
    public static string? CodeOf(string text, string? language)
    {
        var folded = UnicodeText.Fold(text.Trim());
        if (folded.Length < 2) return null;
        if (Lexicon.Countries.Value("country", text, language, "en") is { } country) return country;
        string? best = null;
        var length = 0;
        foreach (var (code, begin, open) in Words.Value)
        {
            if (begin.Length > length && (open ? folded.StartsWith(begin, StringComparison.Ordinal) : folded == begin)) (best, length) = (code, begin.Length);
        }
        return best ?? Country(LanguageNames.CodeOf(text, language));
    }

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
