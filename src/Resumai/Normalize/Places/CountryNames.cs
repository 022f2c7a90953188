using System.Collections.Frozen;
using Resumai.Knowledge;

namespace Resumai.Normalize.Places;

/// <summary>Names of countries (Unicode CLDR), for people to choose from. Thread-safe.</summary>
public static class CountryNames
{
    /// <summary>All that have a name, ISO 3166-1 alpha-2.</summary>
    public static FrozenSet<string> Codes { get; } = Lexicon.Countries.Labels("country", "en").Select(l => l.Value).ToFrozenSet();

    /// <summary>Code and name in a language, by name; in English where the language has none.</summary>
    /// <param name="language">ISO 639-1.</param>
    public static IReadOnlyList<(string Code, string Name)> In(string language) =>
        [.. Codes.Select(c => (Code: c, Name: Of(c, language)!)).OrderBy(c => Text.UnicodeText.Fold(c.Name), StringComparer.Ordinal).ThenBy(c => c.Code, StringComparer.Ordinal)];

    /// <summary>The name of a country in a language, or in English; null when the code is none.</summary>
    public static string? Of(string code, string language) =>
        Lexicon.Countries.Label("country", code, language) ?? Lexicon.Countries.Label("country", code, "en");
}
