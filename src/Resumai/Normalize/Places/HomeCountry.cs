namespace Resumai.Normalize.Places;

/// <summary>The country a document most likely speaks of when it names none: the locale's, else the one its language is at home in.</summary>
internal static class HomeCountry
{
    public static string? Of(string? locale, string? language) => Region(locale) ?? language switch
    {
        "de" => "DE",
        "fr" => "FR",
        "es" => "ES",
        "it" => "IT",
        "pt" => "PT",
        "nl" => "NL",
        "pl" => "PL",
        "sv" => "SE",
        "da" => "DK",
        "nb" or "no" or "nn" => "NO",
        "fi" => "FI",
        "cs" => "CZ",
        "sk" => "SK",
        "ro" => "RO",
        "hu" => "HU",
        "el" => "GR",
        "bg" => "BG",
        "hr" => "HR",
        "sl" => "SI",
        "lt" => "LT",
        "lv" => "LV",
        "et" => "EE",
        "mt" => "MT",
        "ga" => "IE",
        "is" => "IS",
        "uk" => "UA",
        "tr" => "TR",
        "ca" => "ES",
        "en" => "GB",
        _ => null,
    };

    /// <summary>The two-letter region of "pt-BR" or "en_Latn_US"; null when there is none.</summary>
    public static string? Region(string? locale) =>
        locale?.Split('-', '_').Skip(1).FirstOrDefault(p => p.Length == 2 && p.All(char.IsAsciiLetter))?.ToUpperInvariant();
}
