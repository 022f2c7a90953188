using Resumai.Knowledge;

namespace Resumai.Normalize.Places;

/// <summary>Names of countries. Thread-safe.</summary>
public static class CountryNames
{
    /// <summary>The name of a country in a language ("de"); null when one of both is not known.</summary>
    /// <param name="code">ISO 3166-1 alpha-2.</param>
    public static string? Label(string code, string inLanguage) => Lexicon.Countries.Label("country", code, inLanguage);
}
