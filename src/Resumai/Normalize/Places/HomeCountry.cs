using Resumai.Knowledge;

namespace Resumai.Normalize.Places;

/// <summary>The countries a document most likely speaks of when it names none: the locale's, else those its language is at home in. Thread-safe.</summary>
internal static class HomeCountry
{
    private static readonly Lazy<IReadOnlyDictionary<string, IReadOnlyList<string>>> ByLanguage =
        new(() => TermFile.Read("home_countries.tsv").ToDictionary(r => r.Language, r => r.Terms, StringComparer.Ordinal));

    /// <summary>The likeliest; null when neither locale nor language tells of any.</summary>
    public static string? Of(string? locale, string? language) => All(locale, language) is [var first, ..] ? first : null;

    /// <summary>ISO 3166-1 alpha-2, the likeliest first: one where the locale names it.</summary>
    public static IReadOnlyList<string> All(string? locale, string? language) =>
        Region(locale) is { } region ? [region] : language is null ? [] : ByLanguage.Value.GetValueOrDefault(language, []);

    /// <summary>The two-letter region of "pt-BR" or "en_Latn_US"; null when there is none.</summary>
    public static string? Region(string? locale) =>
        locale?.Split('-', '_').Skip(1).FirstOrDefault(p => p.Length == 2 && p.All(char.IsAsciiLetter))?.ToUpperInvariant();
}
